import { own, removeNodes } from '@tandem/journey';
import { connecting } from '../fixes.ts';
import { edgesOf, type Graph } from '../graph.ts';
import type { LintNode } from '../node.ts';
import type { Examples, Fix, Rule } from '../rule.ts';

/** A gap, as one leaves who deleted what stood there: one open outcome before it, one node behind it. */
function joining(graph: Graph, node: LintNode): Fix | undefined {
  const nodes = [...graph.nodes.values()];
  const led = new Set(nodes.flatMap(({ id }) => edgesOf(graph, id).map(({ to }) => to)));
  const [behind, ...others] = nodes.filter(({ id }) => !graph.reached.has(id) && !led.has(id));
  if (behind !== node || others.length > 0) return undefined;
  const [open, ...more] = nodes
    .filter(({ id }) => graph.reached.has(id))
    .flatMap((from) => from.outcomes.filter(({ id }) => own(from.connections, id) === undefined).map((outcome) => ({ from, outcome })));
  if (open === undefined || more.length > 0) return undefined;
  return connecting(open.from, open.outcome.id, node.id, `Connect ${open.from.name}, ${open.outcome.displayName} → ${node.name}`);
}

export const rule: Rule = {
  id: 'unreachable-node',
  title: 'Nothing leads to the node',
  severity: 'warning',
  about:
    'No way from Start leads here, so no run comes here. The fix leads the one outcome that is not connected to the one node that nothing leads to; where there are more of either, it deletes the node.',
  source: 'AM facts 1.1 and 7.2 (nodes that pile up)',
  check: ({ graph }) =>
    graph.entry === undefined
      ? []
      : [...graph.nodes.values()]
          .filter(({ id }) => !graph.reached.has(id))
          .map((node) => ({
            node,
            text: 'Nothing leads here: connect an outcome to it, or delete it.',
            fix: joining(graph, node) ?? { name: `Delete ${node.name}`, apply: (document) => removeNodes(document, [node.id]).document },
          })),
};

export const examples: Examples = {
  valid: [{ title: 'on the way', journey: { nodes: { a: ['MessageNode', {}, { true: 'b' }], b: ['PollingWaitNode', {}, { DONE: 'success' }] } } }],
  invalid: [
    {
      title: 'behind a gap',
      journey: { nodes: { a: ['PollingWaitNode'], b: ['DataStoreDecisionNode', {}, { true: 'success', false: 'failure' }] } },
      finds: 'Nothing leads here: connect an outcome to it, or delete it.',
    },
    {
      title: 'beside it',
      journey: { nodes: { a: ['MessageNode', {}, { true: 'success' }], b: ['PollingWaitNode', {}, { DONE: 'success' }] } },
      finds: 'Nothing leads here: connect an outcome to it, or delete it.',
    },
  ],
};
