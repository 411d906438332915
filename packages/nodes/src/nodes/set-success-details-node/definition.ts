import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, documented, recorded } from '../../support/sources.ts';
import { textMap } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetSuccessDetailsNode',
  name: 'Set Success Details',
  help: 'Adds details to the answer of a successful journey.',
  tags: ['utilities'],
  synonyms: ['response', 'json', 'extra', 'success'],
  icon: 'circle-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    successDetails: { kind: 'stringMap', label: 'Success Details', default: {}, help: 'Fields and values; a value that is JSON is sent as JSON.' },
    sessionProperties: {
      kind: 'stringMap',
      label: 'Session Properties',
      default: {},
      help: 'Fields and the names of the session properties whose values they get.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [],
  summary: (config) => [...Object.keys(textMap(config, 'successDetails')), ...Object.keys(textMap(config, 'sessionProperties'))].join(', '),
  sources: [
    recorded('The fields are added to the answer at Success; a value that is JSON is sent as what it stands for.', AM_SOURCE),
    recorded('tokenId, successUrl and realm cannot be replaced.', AM_SOURCE),
    recorded('A session property that the session lacks is left out; details come after session properties.', AM_SOURCE),
    documented('A journey that makes no session fails with this node.', 'Ping docs: Set Success Details node'),
  ],
};
