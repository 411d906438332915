import { removeNodes } from '@tandem/journey';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unreachable-node',
  title: 'Nothing leads to the node',
  severity: 'warning',
  about: 'No way from Start leads here, so no run comes here. The fix deletes the node.',
  source: 'AM facts 1.1 and 7.2 (nodes that pile up)',
  check: ({ graph }) =>
    graph.entry === undefined
      ? []
      : [...graph.nodes.values()]
          .filter(({ id }) => !graph.reached.has(id))
          .map((node) => ({
            node,
            text: 'Nothing leads here: connect an outcome to it, or delete it.',
            fix: { name: `Delete ${node.name}`, apply: (document) => removeNodes(document, [node.id]).document },
          })),
};

export const examples: Examples = {
  valid: [{ title: 'on the way', journey: { nodes: { a: ['MessageNode', {}, { true: 'b' }], b: ['PollingWaitNode', {}, { DONE: 'success' }] } } }],
  invalid: [
    {
      title: 'beside it',
      journey: { nodes: { a: ['MessageNode', {}, { true: 'success' }], b: ['PollingWaitNode', {}, { DONE: 'success' }] } },
      finds: 'Nothing leads here: connect an outcome to it, or delete it.',
    },
  ],
};
