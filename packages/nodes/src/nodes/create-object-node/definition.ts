import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, documented, IDM_PAGE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

const outcomes: readonly Outcome[] = [
  { id: 'CREATED', displayName: 'Created' },
  { id: 'FAILURE', displayName: 'Failed' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  id: "The new user's _id is put into shared state.",
  undeclared: 'Attributes that the realm does not declare are stored as they are; any secret but password and answers to security questions is not.',
  otherObjects: 'Of other managed objects than users no policy is checked but the required name, and no secret is stored.',
  meta: 'Creation date, login count and accepted terms are kept with the identity as _meta.',
} as const;

export const definition: NodeDefinition = {
  type: 'CreateObjectNode',
  name: 'Create Object',
  help: 'Creates a user, or an object of another managed type, from the collected attributes.',
  tags: ['identity management'],
  synonyms: ['register', 'registration', 'sign up', 'new user', 'provision'],
  icon: 'user-plus',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    identityResource: {
      kind: 'string',
      label: 'Identity Resource',
      required: true,
      default: 'managed/user',
      placeholder: 'managed/alpha_user',
      help: "Has to be the journey's identity object.",
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['objectAttributes', 'termsAccepted'],
  writes: () => [{ key: '_id', scope: 'shared' }],
  summary: (config) => text(config, 'identityResource') || 'managed/user',
  sources: [
    recorded("Another identity resource than the journey's ends the journey.", AM_SOURCE),
    recorded('A missing required attribute, or one that fails a policy, goes to Failed; terms that were accepted are kept with the user.', AM_SOURCE),
    documented('userName, givenName, sn and mail are required.', IDM_PAGE),
    assumed(ASSUMED.id),
    assumed(ASSUMED.undeclared),
    documented('Roles, assignments, organizations and groups have to have a name.', IDM_PAGE),
    assumed(ASSUMED.otherObjects),
    assumed(ASSUMED.meta),
  ],
};
