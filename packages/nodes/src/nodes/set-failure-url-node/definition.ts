import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetFailureUrlNode',
  name: 'Failure URL',
  help: 'Sets where the user goes after a failure.',
  tags: ['utilities'],
  synonyms: ['redirect', 'goto', 'landing page', 'failure'],
  icon: 'link',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { failureUrl: { kind: 'string', label: 'Failure URL', required: true, help: 'Absolute, or a path.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [{ key: 'failureUrl', scope: 'shared' }],
  summary: (config) => text(config, 'failureUrl'),
  sources: [recorded('Puts the address into shared state as failureUrl; the answer at the end carries it.', AM_SOURCE)],
};
