import './ruler.css';
import type { TimeLimit, Timing } from '@tandem/lint';
import { useMemo } from 'react';
import { useEditing } from '../EditorContext.ts';
import { useLinter } from '../problems/useLinter.ts';

/** More looks than these would be a grey bar. */
const MOST_TICKS = 120;

/** "90 s", "10 min", "1 min 30 s". */
function shortTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (seconds < 120) return `${seconds} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** On Backchannel Initialize: what runs out when, on one line from the start of the transaction, and in words. */
export function TimingRuler({ id }: { id: string }) {
  const { store } = useEditing();
  const linting = useLinter(store);
  const timing = useMemo(() => linting?.linter.timingOf(linting.document, linting.realm, id), [linting, id]);
  if (!timing) return null;
  return <Ruler timing={timing} />;
}

function Ruler({ timing }: { timing: Timing }) {
  const { limits, wait, first, words } = timing;
  const longest = Math.max(...limits.map(({ seconds }) => seconds));
  const place = (seconds: number) => `${(seconds / longest) * 100}%`;
  const every = wait?.shortest ?? 0;
  const count = every > 0 ? Math.floor((first.seconds - 1) / every) : 0;
  const ticks = Array.from({ length: Math.min(count, MOST_TICKS) }, (_, index) => (index + 1) * every);
  return (
    <section className="ruler" aria-label="Times of this transaction">
      <h2 className="caps">Times</h2>
      <div className="ruler-line" aria-hidden="true">
        <span className="ruler-lives" style={{ width: place(first.seconds) }} />
        {count <= MOST_TICKS ? ticks.map((second) => <span key={second} className="ruler-tick" style={{ left: place(second) }} />) : null}
        {limits.map((limit) => (
          <span
            key={limit.id}
            className="ruler-mark"
            data-limit={limit.id}
            data-unused={!limit.counts || undefined}
            style={{ left: place(limit.seconds) }}
          />
        ))}
      </div>
      <ul className="ruler-limits">
        {[...limits]
          .sort((a, b) => a.seconds - b.seconds)
          .map((limit) => (
            <LimitRow key={limit.id} limit={limit} isFirst={limit.id === first.id} />
          ))}
      </ul>
      <p className="ruler-words">{words}</p>
    </section>
  );
}

function LimitRow({ limit, isFirst }: { limit: TimeLimit; isFirst: boolean }) {
  return (
    <li data-first={isFirst || undefined}>
      <span className="ruler-key" data-limit={limit.id} data-unused={!limit.counts || undefined} aria-hidden="true" />
      <span className="ruler-label">
        {limit.label}
        {limit.counts ? null : <span className="dim"> (not used: Max Time is set)</span>}
      </span>
      <span className="numeric">{shortTime(limit.seconds)}</span>
      {isFirst ? <span className="ruler-first">first</span> : null}
    </li>
  );
}
