import { settingOfJourney } from '../fixes.ts';
import { isInner } from '../flow/start.ts';
import { DEFAULT_MINUTES, pairsOf } from '../pair.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'journey-time',
  title: 'Journey ends before the transaction that it waits for',
  severity: 'warning',
  about:
    'Max Time of Backchannel Initialize “doesn’t affect the authentication session timeout”: the main journey has its own, 5 minutes unless the journey sets one. When that is over, the client is told “Session has timed out” while the other person still may go on. The fix gives the journey the minutes that the transaction needs. Inner journeys are left alone: their own time is ignored.',
  source: 'AM facts 2.1 (timeout) and 5.4',
  check(context) {
    if (isInner(context)) return [];
    const minutes = context.document.tree.treeTimeout ?? DEFAULT_MINUTES;
    const [longest] = pairsOf(context)
      .filter(({ waits }) => waits.length > 0)
      .sort((a, b) => b.maxTime - a.maxTime);
    if (!longest || longest.maxTime <= minutes * 60) return [];
    const needed = Math.ceil(longest.maxTime / 60) + 1;
    const report: Report = {
      node: longest.initialize,
      field: 'timeout',
      text: `The transaction lives ${longest.maxTime} s, the journey that waits for it ${minutes * 60} s.`,
      fix: settingOfJourney('treeTimeout', needed, `Set the journey’s timeout to ${needed} minutes`),
    };
    return [report];
  },
};

const main = (timeout: number, tree?: Example['journey']['tree']): Example['journey'] => ({
  nodes: {
    init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE', timeout }, { created: 'status' }],
    status: ['BackChannelStatusNode', {}, { pending: 'wait', success: 'success' }],
    wait: ['PollingWaitNode', {}, { DONE: 'status' }],
  },
  tree,
});

export const examples: Examples = {
  valid: [
    { title: 'within five minutes', journey: /* @__PURE__ */ main(300) },
    { title: 'with time of its own', journey: /* @__PURE__ */ main(600, { treeTimeout: 11 }) },
  ],
  invalid: [
    {
      title: 'ten minutes in a journey of five',
      journey: /* @__PURE__ */ main(600),
      finds: 'The transaction lives 600 s, the journey that waits for it 300 s.',
    },
  ],
};
