import { FAILURE_NODE_ID, own } from '@tandem/journey';
import { connecting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unconnected-outcome',
  title: 'Outcome is not connected',
  severity: 'warning',
  about: 'A run that takes the outcome ends as a failure, with an exception rather than at Failure. The fix connects it to Failure.',
  source: 'AM facts 1.1 (connections), 7.1 (warning of Ping’s editor) and 9 (assumption)',
  checkNode(node) {
    if (node.page) return [];
    return node.outcomes.flatMap(({ id, displayName }): Report[] => {
      if (own(node.connections, id) !== undefined) return [];
      const fix = connecting(node, id, FAILURE_NODE_ID, `Connect ${node.name}, ${displayName} → Failure`);
      // The only outcome of many types is called just that.
      const which = displayName === 'Outcome' ? 'The outcome' : `Outcome ${displayName}`;
      return [{ node, text: `${which} is not connected: the journey fails there.`, fix }];
    });
  },
};

export const examples: Examples = {
  valid: [{ title: 'connected', journey: { nodes: { wait: ['PollingWaitNode', {}, { DONE: 'success' }] } } }],
  invalid: [
    { title: 'not connected', journey: { nodes: { wait: ['PollingWaitNode'] } }, finds: 'Outcome Done is not connected: the journey fails there.' },
    {
      title: 'the only one of its node',
      journey: { nodes: { user: ['UsernameCollectorNode'] } },
      finds: 'The outcome is not connected: the journey fails there.',
    },
  ],
};
