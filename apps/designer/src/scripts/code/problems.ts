import { type Diagnostic, linter } from '@codemirror/lint';
import { checkLanguage, scriptFacts } from '@tandem/scripting/language';
import type { Surroundings } from './surroundings.ts';
import { surroundings } from './surroundings.ts';

/** What AM would say of a script before it runs, and outcomes that the node does not have. Offsets count from 0. */
export function problemsOf(source: string, { set, language, outcomes, failed }: Surroundings): Diagnostic[] {
  const refused = checkLanguage(source, { language, library: set === 'library' }).map(
    ({ start, end, message, write }): Diagnostic => ({
      from: start,
      to: Math.max(start, end),
      severity: 'error',
      message: write === undefined ? message : `${message}. AM’s Rhino refuses this; write: ${write}`,
    }),
  );
  const starts = lineStarts(source);
  const known = new Set(outcomes?.map(({ name }) => name));
  const missing =
    outcomes === null
      ? []
      : scriptFacts(source).outcomes.flatMap(({ value, line, column }): Diagnostic[] => {
          if (value === null || !('text' in value) || known.has(value.text)) return [];
          const from = (starts[line - 1] ?? 0) + column - 1;
          const message = `The node has no outcome “${value.text}”. It has: ${[...known].join(', ') || 'none'}.`;
          return [{ from, to: wordEnd(source, from), severity: 'warning', message }];
        });
  return [...refused, ...missing, ...(failed ? [failure(source, starts, failed)] : [])];
}

function failure(source: string, starts: readonly number[], { line, message }: NonNullable<Surroundings['failed']>): Diagnostic {
  const from = starts[Math.min(line, starts.length) - 1] ?? 0;
  const end = source.indexOf('\n', from);
  return { from, to: end < 0 ? source.length : end, severity: 'error', source: 'Test run', message };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** End of the text or word that starts here. */
function wordEnd(source: string, from: number): number {
  const found = /^("[^"\n]*"|'[^'\n]*'|\w+)/.exec(source.slice(from, from + 400));
  return from + (found?.[0].length ?? 1);
}

/** Marks them at their places while the script is written. */
export const scriptProblems = linter((view) => problemsOf(view.state.doc.toString(), view.state.facet(surroundings)), {
  delay: 300,
  needsRefresh: (update) => update.startState.facet(surroundings) !== update.state.facet(surroundings),
});
