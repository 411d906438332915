import { setEntry, treeNodes } from '@tandem/journey';
import { withTree } from '../fixes.ts';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-entry',
  title: 'Start leads nowhere',
  severity: 'error',
  about:
    'AM refuses a journey without a first node: “Node with ID entryNodeId must exist in the tree.” The fix starts with the first node that nothing leads to.',
  source: 'AM facts 1.1 (entryNodeId)',
  check({ graph, document }) {
    const ids = treeNodes(document.tree).map(({ id }) => id);
    if (graph.entry !== undefined || ids.length === 0) return [];
    const targets = new Set([...graph.nodes.values()].flatMap(({ connections }) => Object.values(connections)));
    const first = ids.find((id) => !targets.has(id)) ?? (ids[0] as string);
    const name = graph.nodes.get(first)?.name ?? first;
    return [
      {
        field: 'entryNodeId',
        text: 'Start leads nowhere: connect it to the first node.',
        fix: { name: `Start with ${name}`, apply: (current) => withTree(current, setEntry(current.tree, first)) },
      },
    ];
  },
};

export const examples: Examples = {
  valid: [
    { title: 'with a first node', journey: { nodes: { wait: ['PollingWaitNode', {}, { DONE: 'success' }] } } },
    { title: 'an empty journey', journey: { nodes: {} } },
  ],
  invalid: [
    {
      title: 'none',
      journey: { nodes: { wait: ['PollingWaitNode', {}, { DONE: 'success' }] }, tree: { entryNodeId: '' } },
      finds: 'Start leads nowhere: connect it to the first node.',
    },
  ],
};
