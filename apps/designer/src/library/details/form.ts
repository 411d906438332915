import type { JourneyDetailsBody } from '@tandem/api';
import { INT_MAX, type JourneyDetails } from '@tandem/journey';
import { nameProblem } from '../actions.ts';
import { type DetailsForm, TIMES } from './flags.ts';

export function formOf(name: string, { treeTimeout, maximumSessionTime, maximumIdleTime, ...details }: JourneyDetails): DetailsForm {
  const text = (minutes: number | null) => (minutes === null ? '' : String(minutes));
  return { name, ...details, treeTimeout: text(treeTimeout), maximumSessionTime: text(maximumSessionTime), maximumIdleTime: text(maximumIdleTime) };
}

/** Why the fields cannot be saved as they are: by field, what is wrong and what would be right. */
export type DetailsProblems = Partial<Record<keyof DetailsForm, string>>;

/** @param taken names of the realm's other journeys */
export function problemsOf(form: DetailsForm, taken: readonly string[], before: string, isDefault: boolean): DetailsProblems {
  const problems: DetailsProblems = {};
  const name = form.name.trim() === before ? null : nameProblem(form.name, taken);
  if (name !== null) problems.name = name;
  if (form.innerTreeOnly && form.transactionalOnly) problems.transactionalOnly = 'A journey is either inner only or transactional only, not both.';
  if (isDefault) {
    // Ping docs, configure authentication trees: what clients cannot start, and what must run, cannot be the default.
    for (const flag of ['mustRun', 'innerTreeOnly', 'transactionalOnly'] as const)
      if (form[flag]) problems[flag] ??= "The realm's default journey cannot have this. Make another journey the default first.";
  }
  for (const { id } of TIMES) {
    const text = form[id].trim();
    if (text !== '' && !(/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= INT_MAX))
      problems[id] = 'A whole number of minutes, 1 or more; or nothing.';
  }
  return problems;
}

export function bodyOf(form: DetailsForm): JourneyDetailsBody {
  const minutes = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    ...form,
    name: form.name.trim(),
    identityResource: form.identityResource.trim(),
    treeTimeout: minutes(form.treeTimeout),
    maximumSessionTime: minutes(form.maximumSessionTime),
    maximumIdleTime: minutes(form.maximumIdleTime),
  };
}
