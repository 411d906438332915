import { diffLines, type LineDiff, type Script, type ScriptDiff, scriptBody } from '@tandem/journey';
import { useMemo } from 'react';

/** Lines that stay are shown this far around those that do not. */
const AROUND = 3;
const MARK = { same: ' ', added: '+', removed: '−' };
const WORD = { same: '', added: 'added: ', removed: 'removed: ' };

const sourceOf = (script: Script | undefined) => (script === undefined ? null : scriptBody(script));

type Row = LineDiff | { kind: 'folded'; count: number; from: number };

/** Runs of lines that stay are folded, but for those beside a change. */
function folded(lines: readonly LineDiff[]): Row[] {
  const near = new Set(
    lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : Array.from({ length: 2 * AROUND + 1 }, (_, by) => index + by - AROUND))),
  );
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    const last = rows.at(-1);
    if (near.has(index)) rows.push(line);
    else if (last?.kind === 'folded') last.count++;
    else rows.push({ kind: 'folded', count: 1, from: index });
  }
  return rows;
}

/** A script before and after, line by line. */
export function ScriptLines({ script: { before, after } }: { script: Pick<ScriptDiff, 'before' | 'after'> }) {
  const rows = useMemo(() => {
    const [was, is] = [sourceOf(before), sourceOf(after)];
    if (was === null || is === null)
      return (is ?? was ?? '')
        .split('\n')
        .map((text, index): Row => (was === null ? { kind: 'added', text, after: index + 1 } : { kind: 'removed', text, before: index + 1 }));
    return folded(diffLines(was, is));
  }, [before, after]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines and long scripts are scrolled by keyboard as well
    <section className="diff-lines" aria-label={`${(after ?? before)?.name ?? 'Script'}, line by line`} tabIndex={0}>
      <ol>
        {rows.map((row) =>
          row.kind === 'folded' ? (
            <li key={`folded ${row.from}`} className="diff-folded">
              {row.count} {row.count === 1 ? 'line' : 'lines'} the same
            </li>
          ) : (
            <li key={`${row.before ?? ''}|${row.after ?? ''}`} data-state={row.kind}>
              <span className="diff-number">{row.before ?? ''}</span>
              <span className="diff-number">{row.after ?? ''}</span>
              <span aria-hidden="true">{MARK[row.kind]}</span>
              <span className="visually-hidden">{WORD[row.kind]}</span>
              <code>{row.text}</code>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
