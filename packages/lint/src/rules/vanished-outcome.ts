import { disconnecting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'vanished-outcome',
  title: 'Connection of an outcome that the node does not have',
  severity: 'warning',
  about: 'With its present settings the node never takes this outcome: the connection is dead. AM’s own editor drops it. The fix removes it.',
  source: 'AM facts 1.8 and 2.1 (Initialize has no Unknown Subject for subject type None)',
  checkNode(node) {
    if (node.page || node.outcomes.length === 0) return [];
    const ids = new Set(node.outcomes.map(({ id }) => id));
    return Object.keys(node.connections).flatMap((outcome): Report[] =>
      ids.has(outcome)
        ? []
        : [
            {
              node,
              text: `The node has no outcome ${outcome}: this connection is never taken.`,
              fix: disconnecting(node, outcome, `Disconnect ${node.name}, ${outcome}`),
            },
          ],
    );
  },
};

export const examples: Examples = {
  valid: [
    {
      title: 'Exit while it may be left',
      journey: { nodes: { wait: ['PollingWaitNode', { exitable: true }, { DONE: 'success', EXITED: 'failure' }] } },
    },
  ],
  invalid: [
    {
      title: 'Exit although it may not',
      journey: { nodes: { wait: ['PollingWaitNode', { exitable: false }, { DONE: 'success', EXITED: 'failure' }] } },
      finds: 'The node has no outcome EXITED: this connection is never taken.',
    },
  ],
};
