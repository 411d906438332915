import type { Issue } from '@tandem/journey';

export interface Explained {
  message: string;
  issues: { where: string; message: string; expected: string | undefined }[];
}

/** Journey, node and field of an issue in one line: "HelpDeskVerify › Status › pollTime". */
export function whereOf(issue: Issue): string {
  return [issue.file, issue.journey, issue.node, issue.field].filter((part) => part !== undefined && part !== '').join(' › ');
}

function hasErrors(error: unknown): error is { errors: readonly Issue[] } {
  return typeof error === 'object' && error !== null && Array.isArray((error as { errors?: unknown }).errors);
}

/** Any failure in words; a problem+json error brings its list. */
export function explain(error: unknown): Explained {
  const message = error instanceof Error ? error.message : String(error);
  const issues = hasErrors(error) ? error.errors.map((issue) => ({ where: whereOf(issue), message: issue.message, expected: issue.expected })) : [];
  return { message, issues };
}
