import { pairsOf } from '../pair.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'poll-interval',
  title: 'Polling does not fit into Max Time',
  severity: 'warning',
  about:
    'After Max Time the transaction is gone and Status takes Unknown. A wait as long as that leaves no second look. With spam detection, a client that is too early as often as the tolerance allows can be held for interval × tolerance seconds; when that is more than Max Time, the spam outcome comes too late to matter. Intervals that a script computes are not looked at.',
  source: 'AM facts 2.1 (timeout), 5.1 (Polling Wait) and 4.1 (time to live)',
  check: (context) =>
    pairsOf(context).flatMap(({ waits, maxTime, initialize }) =>
      waits.flatMap(({ node, seconds, tolerance }): Report[] => {
        if (seconds === null) return [];
        const field = node.type === 'PollingWaitNode' ? 'secondsToWait' : undefined;
        if (seconds >= maxTime)
          return [
            { node, field, text: `Waits ${seconds} s, but the transaction of ${initialize.name} lives ${maxTime} s: Status never sees how it ends.` },
          ];
        if (tolerance !== null && seconds * tolerance > maxTime)
          return [
            {
              node,
              field: node.type === 'PollingWaitNode' ? 'spamDetectionTolerance' : undefined,
              text: `${tolerance} early returns of ${seconds} s are ${seconds * tolerance} s, more than the ${maxTime} s of ${initialize.name}.`,
            },
          ];
        return [];
      }),
    ),
};

const main = (timeout: number, wait: Record<string, number | boolean>): Example['journey'] => ({
  nodes: {
    init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE', timeout }, { created: 'status' }],
    status: ['BackChannelStatusNode', {}, { pending: 'wait', inprogress: 'wait', success: 'success' }],
    wait: ['PollingWaitNode', wait, { DONE: 'status' }],
  },
});

export const examples: Examples = {
  valid: [
    { title: 'many polls', journey: /* @__PURE__ */ main(120, { secondsToWait: 5, spamDetectionEnabled: true, spamDetectionTolerance: 3 }) },
    {
      title: 'a tolerance that lasts just as long',
      journey: /* @__PURE__ */ main(30, { secondsToWait: 10, spamDetectionEnabled: true, spamDetectionTolerance: 3 }),
    },
    { title: 'a tolerance that is not used', journey: /* @__PURE__ */ main(120, { secondsToWait: 60, spamDetectionTolerance: 3 }) },
  ],
  invalid: [
    {
      title: 'one wait as long as the transaction',
      journey: /* @__PURE__ */ main(30, { secondsToWait: 30 }),
      finds: 'Waits 30 s, but the transaction of init lives 30 s: Status never sees how it ends.',
    },
    {
      title: 'tolerance that outlives it',
      journey: /* @__PURE__ */ main(30, { secondsToWait: 8, spamDetectionEnabled: true, spamDetectionTolerance: 4 }),
      finds: '4 early returns of 8 s are 32 s, more than the 30 s of init.',
    },
  ],
};
