import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

export const definition: NodeDefinition = {
  type: 'AccountLockoutNode',
  name: 'Account Lockout',
  help: 'Locks or unlocks the account of the current user.',
  tags: ['risk'],
  synonyms: ['lock', 'unlock', 'disable', 'deactivate', 'inactive', 'block'],
  icon: 'user-lock',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    lockAction: {
      kind: 'enum',
      label: 'Lock Action',
      default: 'LOCK',
      help: 'LOCK sets the account inactive, UNLOCK sets it active again.',
      options: [
        { value: 'LOCK', label: 'LOCK' },
        { value: 'UNLOCK', label: 'UNLOCK' },
      ],
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['username'],
  writes: () => [],
  summary: (config) => (text(config, 'lockAction') === 'UNLOCK' ? 'Unlock' : 'Lock'),
  sources: [
    recorded('Sets the account of the user named by username inactive (LOCK) or active (UNLOCK), for good.', AM_SOURCE),
    recorded('Without a username, or without such a user, the journey fails.', AM_SOURCE),
  ],
};
