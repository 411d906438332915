import { type JourneyDocument, setEntry, treeNodes } from '@tandem/journey';
import { withTree } from '../fixes.ts';
import { edgesOf, type Graph, spread } from '../graph.ts';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-entry',
  title: 'Start leads nowhere',
  severity: 'error',
  about:
    'AM refuses a journey without a first node: “Node with ID entryNodeId must exist in the tree.” The fix starts where most of the journey can be come to: with a node that nothing leads to, where there is one, and of several with the leftmost.',
  source: 'AM facts 1.1 (entryNodeId)',
  check({ graph, document }) {
    const ids = treeNodes(document.tree).map(({ id }) => id);
    if (graph.entry !== undefined || ids.length === 0) return [];
    const first = bestStart(ids, document, graph);
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

/** Of the nodes that nothing leads to, or of all where everything is led to, the one from where most is come to. */
function bestStart(ids: readonly string[], { tree }: JourneyDocument, graph: Graph): string {
  const led = new Set(ids.flatMap((id) => edgesOf(graph, id).flatMap(({ to }) => (to === id ? [] : [to]))));
  const free = ids.filter((id) => !led.has(id));
  const far = (id: string) => spread([id], (from) => edgesOf(graph, from).map(({ to }) => to)).size;
  const ranked = (free.length > 0 ? free : ids).map((id) => ({ id, reach: far(id), x: tree.nodes?.[id]?.x ?? 0 }));
  return ranked.sort((a, b) => b.reach - a.reach || a.x - b.x)[0]?.id as string;
}

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
