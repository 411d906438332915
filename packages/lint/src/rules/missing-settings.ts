import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'missing-settings',
  title: 'Node has no settings',
  severity: 'error',
  about:
    'The journey places a node whose own resource is not in the realm or the file. AM accepts such a journey and fails when a run comes to the node.',
  source: 'AM facts 0 (10) and 1.2',
  checkNode: (node) =>
    node.resource ? [] : [{ node, text: 'The settings of this node are missing: import the file that has them, or replace the node.' }],
};

export const examples: Examples = {
  valid: [{ title: 'with settings', journey: { nodes: { wait: ['PollingWaitNode'] } } }],
  invalid: [
    {
      title: 'without',
      journey: { nodes: { wait: ['PollingWaitNode', { $missing: true }] } },
      finds: 'The settings of this node are missing: import the file that has them, or replace the node.',
    },
  ],
};
