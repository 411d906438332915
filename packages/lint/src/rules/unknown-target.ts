import { isEnd } from '@tandem/journey';
import { disconnecting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { outcomeName } from '../support.ts';

export const rule: Rule = {
  id: 'unknown-target',
  title: 'Connection leads to a node that is not there',
  severity: 'error',
  about: 'AM accepts such a journey and fails when a run takes the connection. The fix removes the connection.',
  source: 'AM facts 0 (10)',
  check: ({ graph }) =>
    [...graph.nodes.values()].flatMap((node) =>
      Object.entries(node.connections).flatMap(([outcome, to]): Report[] => {
        if (isEnd(to) || graph.nodes.has(to)) return [];
        const name = outcomeName(node, outcome);
        const fix = disconnecting(node, outcome, `Disconnect ${node.name}, ${name}`);
        return [{ node, text: `Outcome ${name} leads to ${to}, which the journey does not have.`, fix }];
      }),
    ),
};

export const examples: Examples = {
  valid: [{ title: 'to an end', journey: { nodes: { wait: ['PollingWaitNode', {}, { DONE: 'failure' }] } } }],
  invalid: [
    {
      title: 'to nowhere',
      journey: { nodes: { wait: ['PollingWaitNode', {}, { DONE: 'gone' }] } },
      finds: 'Outcome Done leads to gone, which the journey does not have.',
    },
  ],
};
