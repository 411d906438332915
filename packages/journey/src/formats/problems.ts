import type * as z from 'zod';
import { isObject } from '../json/own.ts';
import type { Issue } from '../model.ts';

/** Where in a file a problem is. */
export interface Place {
  file?: string | undefined;
  journey?: string | undefined;
  node?: string | undefined;
}

/** Collects everything that is wrong with a file, so that one import attempt tells all of it. */
export class Problems {
  readonly issues: Issue[] = [];

  add(place: Place, field: string, message: string, expected?: string): void {
    this.issues.push({ ...defined(place), field, message, ...(expected === undefined ? {} : { expected }) });
  }

  /**
   * Checks a value against a schema without changing it: the file's own key order and absent fields stay.
   * @returns the same value, typed, or undefined when it does not fit (the problems are then in `issues`)
   */
  check<T>(schema: z.ZodType<T>, value: unknown, place: Place, field: string): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return value as T;
    for (const issue of result.error.issues) this.addZodIssue(issue, value, place, field);
    return undefined;
  }

  /** @returns the value when it is an object; an absent one is an empty object */
  object(value: unknown, place: Place, field: string): Record<string, unknown> {
    if (value === undefined) return {};
    if (isObject(value)) return value;
    this.add(place, field, `"${field}" is ${nameOf(value)}.`, 'an object');
    return {};
  }

  private addZodIssue(issue: z.core.$ZodIssue, value: unknown, place: Place, field: string): void {
    const path = [field, ...issue.path.map(String)].join('.');
    const found = issue.path.reduce<unknown>(
      (item, key) => (isObject(item) || Array.isArray(item) ? (item as Record<PropertyKey, unknown>)[key] : undefined),
      value,
    );
    const expected = expectedOf(issue);
    if (found === undefined) this.add(place, path, `"${path}" is missing.`, expected);
    else if (issue.code === 'too_small') this.add(place, path, `"${path}" is empty.`, expected);
    else this.add(place, path, `"${path}" is ${nameOf(found)}.`, expected);
  }
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return withArticle(issue.expected);
    case 'too_small':
      return 'a value that is not empty';
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectedOf))].join(' or ');
    default:
      return issue.message;
  }
}

const ARTICLES: Record<string, string> = { object: 'an object', array: 'a list', record: 'an object', int: 'a whole number' };
function withArticle(type: string): string {
  return ARTICLES[type] ?? `a ${type}`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function defined(place: Place): Place {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}
