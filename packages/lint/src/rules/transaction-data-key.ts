import { type LintContext, otherJourney } from '../context.ts';
import { setting } from '../fixes.ts';
import { flowOf, INITIALIZE } from '../flow/start.ts';
import type { Example, Examples, Report, Rule } from '../rule.ts';
import { labelOf, placeIn, scriptAt, text, textsOf } from '../support.ts';

export const rule: Rule = {
  id: 'transaction-data-key',
  title: 'Transaction data is read under the other journey’s key',
  severity: 'warning',
  about:
    'Notification reads its object from a key of the backchannel journey; Status writes the transaction’s data under the key that it names. The two need not be alike, but a script of the main journey finds the data only under the key of Status. The fix gives Status the key that is read.',
  source: 'AM facts 2.1 (transactionDataKey, dataKey and the demo wiring)',
  check(context) {
    const recording = context.nodes.filter(({ type, config }) => type === 'BackChannelStatusNode' && config.recordTransactionData === true);
    const [status] = recording;
    if (!status) return [];
    const written = recording.map((node) => text(node, 'transactionDataKey').trim() || 'backchannel-transactionData');
    const theirs = notifiedKeys(context);
    return context.nodes.flatMap((node) => {
      const script = scriptAt(node, context);
      return (script?.facts.reads ?? []).flatMap((read) =>
        (textsOf(read.value, node) ?? []).flatMap((key): Report[] => {
          if (!script || !theirs.has(key) || written.includes(key) || flowOf(context).has(node.id, key).may) return [];
          const label = labelOf(status, 'transactionDataKey');
          return [
            {
              node,
              field: script.id === null ? undefined : 'script',
              script: placeIn(script.id, read),
              text: `${script.name}, line ${read.line}: “${key}” is the key of the backchannel journey; ${status.name} writes “${written[0]}”.`,
              fix: setting(status, context.realm, 'transactionDataKey', key, `Set ${label} of ${status.name} to ${key}`),
            },
          ];
        }),
      );
    });
  },
};

/** Keys from which the backchannel journeys notify. */
function notifiedKeys(context: LintContext): ReadonlySet<string> {
  const targets = context.nodes.filter(({ type }) => type === INITIALIZE).map((node) => text(node, 'tree'));
  return new Set(
    targets.flatMap((name) =>
      (otherJourney(context, name)?.nodes ?? []).flatMap((node) => (node.type === 'BackchannelNotificationNode' ? [text(node, 'dataKey')] : [])),
    ),
  );
}

const main = (transactionDataKey: string): Example['journey'] => ({
  nodes: {
    init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'status' }],
    status: ['BackChannelStatusNode', { recordTransactionData: true, transactionDataKey }, { success: 'show' }],
    show: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'success' }],
  },
});
const rest: Pick<Example, 'others' | 'scripts'> = {
  others: { Verify: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'transaction:notify' }, { success: 'success' }] } } },
  scripts: { s: { source: 'var status = nodeState.get("transaction:notify");\naction.goTo("next");' } },
};

export const examples: Examples = {
  valid: [{ title: 'Status writes what the script reads', journey: /* @__PURE__ */ main('transaction:notify'), ...rest }],
  invalid: [
    {
      title: 'the script reads the other journey’s key',
      journey: /* @__PURE__ */ main('transaction:data'),
      ...rest,
      finds: 's, line 1: “transaction:notify” is the key of the backchannel journey; status writes “transaction:data”.',
    },
  ],
};
