import { connect, connectionsOf, own, removeNodes, setEntry } from '@tandem/journey';
import { withTree } from '../fixes.ts';
import type { LintNode } from '../node.ts';
import type { Examples, Fix, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'debug-node',
  title: 'Debug node is still in the journey',
  severity: 'warning',
  about:
    'A debug node writes the whole node state to the log and, with its pop-up, to the browser; one that reads secure state even moves the password. Take it out before promotion. The fix removes it and bridges the gap.',
  source: 'AM facts 7.1 (debug mode) and 7.2',
  checkNode: (node) =>
    node.type === 'DebugNode'
      ? [{ node, text: 'A debug node shows node state, passwords too: take it out before promotion.', ...(node.page ? {} : { fix: bridging(node) }) }]
      : [],
};

function bridging(node: LintNode): Fix {
  return {
    name: `Delete ${node.name} and bridge`,
    apply(document) {
      const next = Object.values(own(document.tree.nodes, node.id)?.connections ?? {}).find((to) => to !== node.id);
      const into = connectionsOf(document.tree).filter(({ from, to }) => to === node.id && from !== node.id);
      const wasEntry = document.tree.entryNodeId === node.id;
      const removed = removeNodes(document, [node.id]).document;
      if (next === undefined) return removed;
      const tree = into.reduce((rest, { from, outcome }) => connect(rest, from, outcome, next), removed.tree);
      return withTree(removed, wasEntry ? setEntry(tree, next) : tree);
    },
  };
}

export const examples: Examples = {
  valid: [{ title: 'none', journey: { nodes: { put: ['SetStateNode', { attributes: { a: 'b' } }, { outcome: 'success' }] } } }],
  invalid: [
    {
      title: 'one on the way',
      journey: { nodes: { look: ['DebugNode', {}, { outcome: 'put' }], put: ['SetStateNode', { attributes: { a: 'b' } }, { outcome: 'success' }] } },
      finds: 'A debug node shows node state, passwords too: take it out before promotion.',
    },
  ],
};
