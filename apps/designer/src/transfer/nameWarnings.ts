import type { ImportItemView } from '@tandem/api';
import type { Issue } from '@tandem/journey';
import { spellingProblem } from '../app/spelling.ts';

/**
 * Names of journeys that the files may hold, and that nobody could give here: they are taken as they are, since AIC exports them, but addresses and
 * file names are made of them.
 */
export function nameWarnings(items: readonly ImportItemView[]): Issue[] {
  return items.flatMap(({ kind, id, name, status }) => {
    const called = name ?? id;
    const why = kind === 'journeys' && status !== 'same' ? spellingProblem(called) : null;
    return why === null
      ? []
      : [{ journey: called, message: 'New journey would refuse this name; links and other tools may stumble over it.', expected: why }];
  });
}
