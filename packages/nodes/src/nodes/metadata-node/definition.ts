import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, documented, recorded } from '../../support/sources.ts';
import { texts } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'MetadataNode',
  name: 'State metadata',
  help: 'Sends chosen state values to the client as metadata.',
  tags: ['utilities'],
  synonyms: ['state', 'client', 'data', 'custom page'],
  icon: 'tag',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: { attributes: { kind: 'stringList', label: 'Attributes', default: [], help: 'Keys of shared state to send.' } },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => texts(config, 'attributes'),
  writes: () => [],
  summary: (config) => texts(config, 'attributes').join(', '),
  sources: [
    recorded('Sends a MetadataCallback with those of the attributes that shared state holds.', AM_SOURCE),
    recorded('In a page it does not keep the page open; a page that would send nothing but metadata fails.', AM_SOURCE),
    documented('Evaluation continues after the callback.', 'Ping docs: State Metadata node'),
  ],
};
