import type { JsonObject, Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { assumed, documented, EXPORTS, PAGE_STATUS, recorded } from '../../support/sources.ts';
import { flag, summarize, text } from '../../support/values.ts';
import { TRANSACTION_KEY } from '../back-channel-init-node/definition.ts';

export const SESSION_PROPERTIES_KEY = 'backchannel-sessionProperties';
const DEFAULT_DATA_KEY = 'backchannel-transactionData';

const outcomes: readonly Outcome[] = [
  { id: 'pending', displayName: 'Pending' },
  { id: 'inprogress', displayName: 'In Progress' },
  { id: 'success', displayName: 'Success' },
  { id: 'failure', displayName: 'Failure' },
  { id: 'unknown', displayName: 'Unknown' },
  { id: 'error', displayName: 'Error' },
];

/** Where the transaction's data goes: a blank key means AM's default. */
export function transactionDataKey(config: JsonObject): string {
  return text(config, 'transactionDataKey').trim() || DEFAULT_DATA_KEY;
}

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  states: 'CREATED, IN_PROGRESS, APPROVED and DENIED of the REST interface are Pending, In Progress, Success and Failure of the node.',
  unreadable: 'A missing backchannel-transaction goes to Error, an unknown or expired transaction to Unknown; both write the log line.',
  properties: "Session properties are those on the realm's allow list; a realm without one hands out all of them.",
  data: 'Transaction data goes to shared state, with the notified keys at its top level.',
} as const;

export const definition: NodeDefinition = {
  type: 'BackChannelStatusNode',
  name: 'Backchannel Status',
  help: 'Asks how far the backchannel journey is and takes the path that fits.',
  tags: ['utilities', 'backchannel'],
  synonyms: ['back channel', 'poll', 'check', 'transaction', 'progress', 'approved', 'denied'],
  icon: 'activity',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    recordData: {
      kind: 'boolean',
      label: 'Record Journey Session Info',
      required: true,
      default: false,
      help: `On success, puts the backchannel session's properties into transient state as ${SESSION_PROPERTIES_KEY}.`,
    },
    recordTransactionData: {
      kind: 'boolean',
      label: 'Record Transaction Data',
      default: false,
      help: 'Copies what Notification nodes added to the transaction into shared state.',
    },
    transactionDataKey: {
      kind: 'stateKey',
      label: 'Transaction Data Key',
      placeholder: DEFAULT_DATA_KEY,
      help: `Shared state key for that copy. Empty: ${DEFAULT_DATA_KEY}.`,
      when: { field: 'recordTransactionData', in: [true] },
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => [TRANSACTION_KEY],
  writes: (config) => [
    ...(flag(config, 'recordData') ? [{ key: SESSION_PROPERTIES_KEY, scope: 'transient' as const }] : []),
    ...(flag(config, 'recordTransactionData') ? [{ key: transactionDataKey(config), scope: 'shared' as const }] : []),
  ],
  summary: (config) =>
    summarize(flag(config, 'recordData') && 'session info', flag(config, 'recordTransactionData') && `data → ${transactionDataKey(config)}`),
  sources: [
    recorded('Property ids and outcome ids.', EXPORTS),
    documented('Not yet started is Pending, started is In Progress, completed is Success or Failure.', PAGE_STATUS),
    documented('Session properties go to transient state as backchannel-sessionProperties.', PAGE_STATUS),
    documented('A blank data key means backchannel-transactionData; data is recorded for pending, in progress and completed.', PAGE_STATUS),
    documented('A status that cannot be read writes "Error checking back channel transaction status." to the log.', PAGE_STATUS),
    assumed(ASSUMED.states),
    assumed(ASSUMED.unreadable),
    assumed(ASSUMED.properties),
    assumed(ASSUMED.data),
  ],
};
