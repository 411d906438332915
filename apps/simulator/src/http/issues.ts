import type { Issue } from '@tandem/journey';
import type * as z from 'zod';

/** Turns a path in a request into journey, node and field. */
export type PlaceOf = (path: readonly string[]) => Omit<Issue, 'message' | 'expected'>;

const byField: PlaceOf = (path) => (path.length === 0 ? {} : { field: path.join('.') });

/** zod's findings in the form of every failure that Tandem answers. */
export function issuesOf(error: z.ZodError, place: PlaceOf = byField): Issue[] {
  return error.issues.map((issue) => {
    const expected = expectedBy(issue);
    return { ...place(issue.path.map(String)), message: issue.message, ...(expected === undefined ? {} : { expected }) };
  });
}

function expectedBy(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'unrecognized_keys':
      return `no ${issue.keys.join(', ')}`;
    case 'invalid_union': {
      const options = new Set(issue.errors.flatMap(([first]) => (first ? (expectedBy(first) ?? []) : [])));
      return options.size > 0 ? [...options].join(' or ') : undefined;
    }
    default:
      return undefined;
  }
}
