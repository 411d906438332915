import { setting } from '../fixes.ts';
import { edgesOf, spread } from '../graph.ts';
import { pairsOf } from '../pair.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';
import { labelOf } from '../support.ts';

export const rule: Rule = {
  id: 'retry-off',
  title: 'Failure is polled again although it is final',
  severity: 'warning',
  about:
    'With Allow Retry off the first failure denies the transaction for good: Status answers Failure from then on. Failure that leads back to the same Status without another Initialize goes round until the journey’s time is up. The fix switches Allow Retry on.',
  source: 'AM facts 2.1 (allowRetry) and 4.3 (DENIED)',
  check: (context) =>
    pairsOf(context).flatMap(({ initialize, statuses }): Report[] => {
      if (initialize.config.allowRetry !== false) return [];
      const next = (id: string) => (context.graph.nodes.get(id)?.type === initialize.type ? [] : edgesOf(context.graph, id).map(({ to }) => to));
      const polled = statuses.find(({ id, connections }) => connections.failure !== undefined && spread([connections.failure], next).has(id));
      if (!polled) return [];
      const label = labelOf(initialize, 'allowRetry');
      const fix = setting(initialize, context.realm, 'allowRetry', true, `Switch ${label} of ${initialize.name} on`);
      return [{ node: polled, text: `${label} of ${initialize.name} is off, so Failure is final; here it leads back to Status.`, fix }];
    }),
};

const main = (allowRetry: boolean): Example['journey'] => ({
  nodes: {
    init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE', allowRetry }, { created: 'status' }],
    status: ['BackChannelStatusNode', {}, { pending: 'wait', failure: 'wait', success: 'success' }],
    wait: ['PollingWaitNode', {}, { DONE: 'status' }],
  },
});

export const examples: Examples = {
  valid: [{ title: 'retry allowed', journey: /* @__PURE__ */ main(true) }],
  invalid: [
    {
      title: 'not allowed',
      journey: /* @__PURE__ */ main(false),
      finds: 'Allow Retry of init is off, so Failure is final; here it leads back to Status.',
    },
  ],
};
