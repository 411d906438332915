import type { LintNode } from '../node.ts';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'duplicate-name',
  title: 'Two nodes of one type have one name',
  severity: 'info',
  about:
    'Logs, problems and reviews name nodes by their display names. Two of the same type and name cannot be told apart there. Names that the type gives are not counted: nobody chose them.',
  source: 'AM facts 1.1 (displayName) and 7.2 (history from logs)',
  check({ graph }) {
    const byName = new Map<string, LintNode[]>();
    for (const node of graph.nodes.values()) {
      if (node.name === node.definition.name) continue;
      const key = `${node.type}/${node.name}`;
      byName.set(key, [...(byName.get(key) ?? []), node]);
    }
    return [...byName.values()].flatMap((same) =>
      same.slice(1).map((node) => ({ node, text: `${same.length} nodes are called ${node.name}: give this one a name of its own.` })),
    );
  },
};

export const examples: Examples = {
  valid: [{ title: 'a name each', journey: { nodes: { a: ['MessageNode'], b: ['MessageNode'] } } }],
  invalid: [
    {
      title: 'one name',
      journey: { nodes: { a: ['MessageNode'], b: ['MessageNode'] } },
      placed: { a: { displayName: 'Ask' }, b: { displayName: 'Ask' } },
      finds: '2 nodes are called Ask: give this one a name of its own.',
    },
  ],
};
