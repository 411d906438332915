import { guardCalls } from './calls.ts';
import { issueText, parseScript, refusedIn, tooDeep } from './check.ts';
import { rewriteConstants } from './constants.ts';
import { createEdits } from './edits.ts';
import type { LanguageIssue, LanguageOptions } from './types.ts';

export type Prepared = { code: string } | { issue: LanguageIssue; message: string };

/** The code that runs in place of a script, line by line the same: what AM refuses is refused, `const` behaves as Rhino's, failing calls speak as Rhino does. */
export function prepareScript(source: string, options: LanguageOptions = {}): Prepared {
  try {
    return prepared(source, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const issue = tooDeep();
    return { issue, message: issueText(issue) };
  }
}

/**
 * The same with a memory: a journey runs few scripts many times. The oldest is forgotten first; long scripts, whose code would fill a worker, are not kept.
 */
export function createPreparer(limit = 100, longest = 100_000): typeof prepareScript {
  const known = new Map<string, Prepared>();
  return (source, options = {}) => {
    if (source.length > longest) return prepareScript(source, options);
    const key = `${options.language ?? 'aic'} ${options.library === true} ${source}`;
    const before = known.get(key);
    if (before) return before;
    const made = prepareScript(source, options);
    if (known.size >= limit) for (const oldest of [...known.keys()].slice(0, 1)) known.delete(oldest);
    known.set(key, made);
    return made;
  };
}

function prepared(source: string, { language = 'aic', library = false }: LanguageOptions): Prepared {
  const parsed = parseScript(source);
  const issue = 'issue' in parsed ? parsed.issue : refusedIn(parsed.ast, source, language)[0];
  if (issue) return { issue, message: issueText(issue) };
  if ('issue' in parsed) throw new Error('unreachable');
  const edits = createEdits();
  guardCalls(parsed.ast, source, edits);
  if (language === 'aic') rewriteConstants(parsed.ast, edits, library);
  return { code: edits.apply(source) };
}
