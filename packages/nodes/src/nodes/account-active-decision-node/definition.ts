import type { NodeDefinition } from '../../contract.ts';
import { trueFalse } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  locked: 'An account is locked when its accountStatus is inactive: lockouts that AM keeps in memory are not simulated.',
} as const;

export const definition: NodeDefinition = {
  type: 'AccountActiveDecisionNode',
  name: 'Account Active Decision',
  help: 'Branches on whether the account of the current user is active.',
  tags: ['risk'],
  synonyms: ['locked', 'inactive', 'disabled', 'status', 'enabled'],
  icon: 'user-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {},
  outcomes: () => [...trueFalse],
  allOutcomes: trueFalse,
  reads: () => ['username'],
  writes: () => [],
  summary: () => '',
  sources: [recorded('True for an account that is not locked; without a known user the journey fails.', AM_SOURCE), assumed(ASSUMED.locked)],
};
