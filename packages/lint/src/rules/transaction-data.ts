import { own } from '@tandem/journey';
import { type LintContext, otherJourney } from '../context.ts';
import { setting } from '../fixes.ts';
import { INITIALIZE } from '../flow/start.ts';
import type { LintNode } from '../node.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';
import { labelOf, listed, text } from '../support.ts';

export const rule: Rule = {
  id: 'transaction-data',
  title: 'Transaction data is sent or taken by one journey alone',
  severity: 'warning',
  about:
    'What Backchannel Notification adds in the backchannel journey reaches the main journey when a Status node records transaction data. Said when the backchannel journey notifies and no Status records it, and when Status records it and no backchannel journey ever notifies. Journeys with nodes that are not known here, or whose inner journeys are missing, are left alone.',
  source: 'AM facts 2.1 (recordTransactionData and the demo wiring)',
  check(context) {
    const targets = context.nodes.filter(({ type }) => type === INITIALIZE).map((node) => text(node, 'tree'));
    const known = targets.filter((name) => otherJourney(context, name) !== undefined);
    const statuses = context.nodes.filter(({ type }) => type === 'BackChannelStatusNode');
    if (known.length === 0 || known.length < targets.length || statuses.length === 0) return [];
    const notifying = known.filter((name) => notifies(context, name));
    const recording = statuses.filter(({ config }) => config.recordTransactionData === true);
    if (notifying.length > 0 && recording.length === 0) return statuses.slice(0, 1).map((node) => unrecorded(node, notifying, context));
    if (notifying.length > 0) return [];
    return recording.map((node) => ({
      node,
      field: 'recordTransactionData',
      text: `${listed([...new Set(known)])} never notifies: there is no transaction data to record.`,
    }));
  },
};

function unrecorded(node: LintNode, notifying: readonly string[], { realm }: LintContext): Report {
  const label = labelOf(node, 'recordTransactionData');
  return {
    node,
    field: 'recordTransactionData',
    text: `${listed([...new Set(notifying)])} notifies, but no Status takes it: switch ${label} on.`,
    fix: setting(node, realm, 'recordTransactionData', true, `Switch ${label} of ${node.name} on`),
  };
}

/** Whether a journey, or one inside of it, notifies; one that cannot be looked into may. */
function notifies(context: LintContext, name: string): boolean {
  const names = new Set([name]);
  for (const journey of names)
    for (const { type, config } of otherJourney(context, journey)?.nodes ?? []) {
      if (type === 'BackchannelNotificationNode') return true;
      if (type === 'ConfigProviderNode' && config.nodeType === 'BackchannelNotificationNode') return true;
      if (type !== 'InnerTreeEvaluatorNode' || typeof config.tree !== 'string') continue;
      if (!own(context.realm.journeys, config.tree)) return true;
      names.add(config.tree);
    }
  return false;
}

const main = (config: Record<string, boolean>): Example['journey'] => ({
  nodes: {
    init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
    status: ['BackChannelStatusNode', config, { success: 'success' }],
  },
});
const notes: Example['others'] = { Verify: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }, { success: 'success' }] } } };

export const examples: Examples = {
  valid: [
    { title: 'sent and taken', journey: /* @__PURE__ */ main({ recordTransactionData: true }), others: notes },
    { title: 'neither', journey: /* @__PURE__ */ main({}), others: { Verify: { nodes: { ask: ['PasswordCollectorNode'] } } } },
  ],
  invalid: [
    {
      title: 'sent and not taken',
      journey: /* @__PURE__ */ main({}),
      others: notes,
      finds: 'Verify notifies, but no Status takes it: switch Record Transaction Data on.',
    },
    {
      title: 'taken and never sent',
      journey: /* @__PURE__ */ main({ recordTransactionData: true }),
      others: { Verify: { nodes: { ask: ['PasswordCollectorNode'] } } },
      finds: 'Verify never notifies: there is no transaction data to record.',
    },
  ],
};
