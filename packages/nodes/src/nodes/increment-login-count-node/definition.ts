import type { NodeDefinition } from '../../contract.ts';
import { identityAttribute } from '../../support/fields.ts';
import { identifyingKeys } from '../../support/managed-user.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  count: 'The count is kept with the identity as _meta/loginCount; it starts at 0.',
} as const;

export const definition: NodeDefinition = {
  type: 'IncrementLoginCountNode',
  name: 'Increment Login Count',
  help: 'Counts one more login of the user.',
  tags: ['behavioral'],
  synonyms: ['count', 'logins', 'progressive profile', 'counter'],
  icon: 'circle-plus',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    identityAttribute,
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => identifyingKeys,
  writes: () => [],
  summary: () => '',
  sources: [
    recorded("Adds one to the login count in the user's metadata, found by the identity attribute from objectAttributes or by username.", AM_SOURCE),
    recorded('When nobody is found it warns in the log and the journey goes on.', AM_SOURCE),
    assumed(ASSUMED.count),
  ],
};
