import type { Outcome } from '@tandem/journey';

/** Outcome of AM's SingleOutcomeNode. */
export const singleOutcome: readonly Outcome[] = [{ id: 'outcome', displayName: 'Outcome' }];
/** Outcomes of AM's AbstractDecisionNode. */
export const trueFalse: readonly Outcome[] = [
  { id: 'true', displayName: 'True' },
  { id: 'false', displayName: 'False' },
];
