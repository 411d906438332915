import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, documented, IDM_PAGE, recorded } from '../../support/sources.ts';
import { flag, summarize, text, texts } from '../../support/values.ts';

const outcomes: readonly Outcome[] = [
  { id: 'PATCHED', displayName: 'Patched' },
  { id: 'FAILURE', displayName: 'Failed' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  accountStatus: 'As the user, accountStatus cannot be changed; whatever else the schema protects is not simulated.',
  laidOver: 'An object such as preferences is laid over the present one.',
  unchanged: 'A user who has all the values already is not written.',
  otherObjects: 'Of other managed objects than users no policy is checked but the required name, and no secret is stored.',
} as const;

export const definition: NodeDefinition = {
  type: 'PatchObjectNode',
  name: 'Patch Object',
  help: 'Changes a user, or an object of another managed type, to the collected attributes.',
  tags: ['identity management'],
  synonyms: ['update', 'change', 'profile', 'reset password', 'save'],
  icon: 'user-pen',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    patchAsObject: {
      kind: 'boolean',
      label: 'Patch As Object',
      default: false,
      help: 'On: the user changes itself, so only what users may edit can change. Off: the OAuth 2.0 client does.',
    },
    ignoredFields: {
      kind: 'stringList',
      label: 'Ignored Fields',
      default: [],
      help: 'Collected attributes that are left out, for example userName.',
    },
    identityResource: {
      kind: 'string',
      label: 'Identity Resource',
      required: true,
      default: 'managed/user',
      placeholder: 'managed/alpha_user',
      help: "Has to be the journey's identity object.",
    },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      required: true,
      default: 'userName',
      help: 'Attribute by which the user or object is found.',
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['objectAttributes', 'username', 'termsAccepted'],
  writes: () => [],
  summary: (config) => {
    const ignored = texts(config, 'ignoredFields');
    return summarize(
      text(config, 'identityResource') || 'managed/user',
      flag(config, 'patchAsObject') && 'as the user',
      ignored.length > 0 && `without ${ignored.join(', ')}`,
    );
  },
  sources: [
    recorded("Another identity resource than the journey's ends the journey, and so does a user who is not found.", AM_SOURCE),
    recorded('Without identity attribute and username it goes to Failed; with nothing to change to Patched.', AM_SOURCE),
    recorded('Terms that were accepted are kept with the user, but only when something else changes.', AM_SOURCE),
    recorded('An attribute that fails a policy goes to Failed.', AM_SOURCE),
    assumed(ASSUMED.accountStatus),
    assumed(ASSUMED.laidOver),
    assumed(ASSUMED.unchanged),
    documented('Roles, assignments, organizations and groups have to have a name.', IDM_PAGE),
    assumed(ASSUMED.otherObjects),
  ],
};
