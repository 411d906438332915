import type { Issue } from './model.ts';

/**
 * Why an input was refused as a whole:
 * - `not-json`: the text is not JSON, or ends too early
 * - `duplicate-key`, `polluting-key`: JSON, but with keys that cannot be kept safely
 * - `not-an-export`: JSON, but none of the kinds of file that Tandem reads
 * - `invalid`: an export with wrong or contradictory content
 * - `conflict`: the import was asked to fail where the realm already holds something else
 */
export type RefusalCode = 'not-json' | 'duplicate-key' | 'polluting-key' | 'not-an-export' | 'invalid' | 'conflict';

/** Nothing of the input was taken over. `issues` lists every problem found, with its place. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly code: RefusalCode;
  readonly issues: readonly Issue[];

  constructor(code: RefusalCode, issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message).join(' '));
    this.code = code;
    this.issues = issues;
  }
}
