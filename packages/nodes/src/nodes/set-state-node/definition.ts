import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { textMap } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetStateNode',
  name: 'Set State',
  help: 'Writes fixed values to shared state.',
  tags: ['utilities'],
  synonyms: ['variable', 'put', 'shared state', 'constant'],
  icon: 'braces',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { attributes: { kind: 'stringMap', label: 'Attributes', default: {}, help: 'State keys and their values, always text.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: (config) => Object.keys(textMap(config, 'attributes')).map((key) => ({ key, scope: 'shared' })),
  summary: (config) => Object.keys(textMap(config, 'attributes')).join(', '),
  sources: [recorded('Removes each key from every scope, then puts the value into shared state, as text.', AM_SOURCE)],
};
