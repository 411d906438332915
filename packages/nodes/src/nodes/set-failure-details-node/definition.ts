import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { summarize, textMap } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'SetFailureDetailsNode',
  name: 'Set Failure Details',
  help: 'Adds details to the answer of a failed journey.',
  tags: ['utilities'],
  synonyms: ['response', 'json', 'extra', 'error message', 'failure'],
  icon: 'circle-x',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    failureMessage: { kind: 'localized', label: 'Failure Message', default: {}, help: 'Told to the client instead of "Login failure", by locale.' },
    failureDetails: { kind: 'stringMap', label: 'Failure Details', default: {}, help: 'Fields and values; a value that is JSON is sent as JSON.' },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => [],
  writes: () => [],
  summary: (config) => summarize(Object.values(textMap(config, 'failureMessage'))[0], Object.keys(textMap(config, 'failureDetails')).join(', ')),
  sources: [
    recorded("The message in the client's language replaces the standard one when the journey fails; a blank one does not.", AM_SOURCE),
    recorded('The fields are added to the detail of the answer; a value that is JSON is sent as what it stands for.', AM_SOURCE),
  ],
};
