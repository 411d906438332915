import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, documented, PAGE_NOTIFICATION, recorded } from '../../support/sources.ts';
import { summarize, text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'IdentifyExistingUserNode',
  name: 'Identify Existing User',
  help: 'Looks for the one user who has a given attribute value.',
  tags: ['identity management'],
  synonyms: ['lookup', 'find', 'search', 'exists', 'mail', 'email'],
  icon: 'user-search',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    identifier: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identifier',
      default: 'userName',
      help: 'Attribute of the found user that becomes username.',
    },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      required: true,
      default: 'mail',
      help: 'Attribute to search by; its value comes from node state.',
    },
  },
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => ['objectAttributes', 'username'],
  writes: () => [
    { key: '_id', scope: 'shared' },
    { key: 'username', scope: 'shared' },
    { key: 'objectAttributes', scope: 'shared' },
    { key: 'aliasList', scope: 'transient' },
  ],
  summary: (config) => summarize(`${text(config, 'identityAttribute') || 'mail'} → ${text(config, 'identifier') || '_id'}`),
  sources: [
    recorded('Puts _id, username and objectAttributes.<identifier> of the found user into shared state, aliasList into transient.', AM_SOURCE),
    recorded(
      'The value comes from objectAttributes, else from username. A user found with a username is the one the session will be for.',
      AM_SOURCE,
    ),
    documented('No match, or more than one, goes to False.', PAGE_NOTIFICATION),
  ],
};
