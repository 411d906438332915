/** A parsed `_queryFilter`. Paths are JSON pointers in parts. */
export type QueryFilter =
  | { op: 'literal'; value: boolean }
  | { op: 'and' | 'or'; of: QueryFilter[] }
  | { op: 'not'; of: QueryFilter }
  | { op: 'pr'; path: string[] }
  | { op: Comparison; path: string[]; value: string | number | boolean | null };

export const comparisons = ['eq', 'co', 'sw', 'lt', 'le', 'gt', 'ge'] as const;
export type Comparison = (typeof comparisons)[number];

/** A filter that cannot be parsed; `position` counts characters from 0. */
export class QueryFilterError extends Error {
  override readonly name = 'QueryFilterError';
  readonly position: number;
  readonly expected: string;

  constructor(position: number, expected: string, found: string) {
    super(`Query filter, position ${position}: expected ${expected}, found ${found === '' ? 'the end' : JSON.stringify(found)}.`);
    this.position = position;
    this.expected = expected;
  }
}
