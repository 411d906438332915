import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetSuccessUrlNode',
  name: 'Success URL',
  help: 'Sets where the user goes after a success.',
  tags: ['utilities'],
  synonyms: ['redirect', 'goto', 'landing page', 'success'],
  icon: 'link',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { successUrl: { kind: 'string', label: 'Success URL', required: true, help: 'Absolute, or a path.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [{ key: 'successUrl', scope: 'shared' }],
  summary: (config) => text(config, 'successUrl'),
  sources: [recorded('Puts the address into shared state as successUrl; the answer at the end carries it.', AM_SOURCE)],
};
