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

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  lastGraceLogin: 'The last grace login cannot be cancelled, after a mistake neither; an answer that is none of the options sent asks again.',
  inactive: 'An account is locked when its accountStatus is inactive, whatever the password.',
  directoryState:
    "passwordReset, passwordExpired, passwordExpiresAt and graceLogins on the identity stand for the directory's own state; it warns five days ahead.",
  passwordPolicy: "The realm's password policy is IDM's and not checked here; the directory keeps no history of passwords.",
} as const;

export const definition: NodeDefinition = {
  type: 'IdentityStoreDecisionNode',
  name: 'Identity Store Decision',
  help: 'Checks user name and password, notices locked accounts and expired passwords, and asks for a new password where one is due.',
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
    mixedCaseForPasswordChangeMessages: {
      kind: 'boolean',
      label: 'Use mixed case for password change messages',
      default: false,
      help: 'Off: messages about the password are in capitals.',
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['username', 'password', 'lastModuleState'],
  writes: (config) => [
    ...(flag(config, 'useUniversalIdForUsername') ? [{ key: 'username', scope: 'shared' } as const] : []),
    { key: 'lastModuleState', scope: 'shared' },
    { key: 'password', scope: 'transient' },
  ],
  summary: (config) => summarize(flag(config, 'useUniversalIdForUsername') && 'username becomes _id'),
  sources: [
    recorded('Outcomes TRUE, FALSE, LOCKED, CANCELLED, EXPIRED.', AM_SOURCE),
    recorded('A blank user name or password, an unknown user and a wrong password go to False, with "Login failure" for the client.', AM_SOURCE),
    recorded('A locked account goes to Locked, with "User Locked Out." for the client.', AM_SOURCE),
    recorded(
      'A password that was reset, has grace logins left or is about to expire asks for a new one; one that has expired goes to Expired.',
      AM_SOURCE,
    ),
    recorded('Cancelling goes to Cancelled after a reset, else to True.', AM_SOURCE),
    recorded('A new password is refused, in this order, when it is too short, the old one, not the confirmed one, or the user name.', AM_SOURCE),
    assumed(ASSUMED.lastGraceLogin),
    assumed(ASSUMED.inactive),
    assumed(ASSUMED.directoryState),
    assumed(ASSUMED.passwordPolicy),
  ],
};
