import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'DisplayUserNameNode',
  name: 'Display Username',
  help: 'Shows the user name that is known already.',
  tags: ['identity management'],
  synonyms: ['show user', 'forgotten username', 'name'],
  icon: 'id-card',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    userName: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'User Name',
      required: true,
      default: 'userName',
      help: 'Attribute that is shown.',
    },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      default: 'mail',
      help: 'Attribute by which the user is looked up when the name is not in node state.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['objectAttributes', 'username'],
  writes: () => [],
  summary: (config) => text(config, 'userName') || 'userName',
  sources: [
    recorded('Shows the attribute from node state, else from the user found by the identity attribute.', AM_SOURCE),
    recorded('Ends the journey with "Unable to find username to display" when there is neither.', AM_SOURCE),
  ],
};
