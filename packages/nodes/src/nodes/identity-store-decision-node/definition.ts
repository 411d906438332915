import type { Outcome } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { flag, summarize } from '../../support/values.ts';

const outcomes: readonly Outcome[] = [
  { id: 'TRUE', displayName: 'True' },
  { id: 'FALSE', displayName: 'False' },
  { id: 'LOCKED', displayName: 'Locked' },
  { id: 'CANCELLED', displayName: 'Cancelled' },
  { id: 'EXPIRED', displayName: 'Expired' },
];

export const definition: NodeDefinition = {
  type: 'IdentityStoreDecisionNode',
  name: 'Identity Store Decision',
  help: 'Checks user name and password and notices locked accounts.',
  tags: ['basic authn', 'basic authentication'],
  synonyms: ['password check', 'credentials', 'login', 'authenticate', 'locked', 'ldap'],
  icon: 'shield-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    minimumPasswordLength: { kind: 'integer', label: 'Minimum Password Length', default: 8, min: 0, help: 'For a new password; 0 does not check.' },
    useUniversalIdForUsername: {
      kind: 'boolean',
      label: 'Username as Universal Identifier',
      default: false,
      help: "After a success, username becomes the user's _id.",
    },
    mixedCaseForPasswordChangeMessages: { kind: 'boolean', label: 'Use mixed case for password change messages', default: false },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['username', 'password'],
  writes: (config) => (flag(config, 'useUniversalIdForUsername') ? [{ key: 'username', scope: 'shared' }] : []),
  summary: (config) => summarize(flag(config, 'useUniversalIdForUsername') && 'username becomes _id'),
  sources: [
    recorded('Outcomes TRUE, FALSE, LOCKED, CANCELLED, EXPIRED.', AM_SOURCE),
    assumed('An account whose accountStatus is inactive goes to Locked, whatever the password.'),
    assumed('A missing or blank password goes to False.'),
    assumed('No password expires here, so Cancelled and Expired are never taken.'),
  ],
};
