import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { assumed, documented, EXPORTS, PAGE_NOTIFICATION, recorded } from '../../support/sources.ts';
import { named, text } from '../../support/values.ts';

const outcomes: readonly Outcome[] = [
  { id: 'success', displayName: 'Success' },
  { id: 'error', displayName: 'Error' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  warnings: 'Both documented warnings go to Error and leave the transaction untouched.',
} as const;

export const definition: NodeDefinition = {
  type: 'BackchannelNotificationNode',
  name: 'Backchannel Notification',
  help: 'Tells the waiting main journey something: adds an object from node state to the transaction.',
  tags: ['utilities', 'backchannel'],
  synonyms: ['back channel', 'notify', 'status update', 'progress', 'transaction data', 'help desk'],
  icon: 'bell-ring',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    dataKey: {
      kind: 'stateKey',
      label: 'Data Key',
      required: true,
      placeholder: 'transaction:notify',
      help: 'Node state key of the object to add to the transaction.',
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: (config) => named(config, 'dataKey'),
  writes: () => [],
  summary: (config) => text(config, 'dataKey'),
  sources: [
    recorded('Property id and outcome ids.', EXPORTS),
    documented('Adds a JSON object from node state to the transaction; shared state stays as it is; no callbacks.', PAGE_NOTIFICATION),
    documented('A failed update writes "Failed to update backchannel transaction" and goes to Error.', PAGE_NOTIFICATION),
    assumed(ASSUMED.warnings),
    assumed('Repeated notifications merge by top-level key.'),
  ],
};
