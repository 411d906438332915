import { compareLogs } from '@tandem/engine/view';
import { useMemo, useRef, useState } from 'react';
import { comparePath, navigate } from '../../app/index.ts';
import { useCommands } from '../../commands/index.ts';
import { Panel } from '../../components/index.ts';
import { lineOf } from '../derive/timeline.ts';
import { COMPARE_COMMANDS } from './commands.ts';
import { FirstDifference } from './FirstDifference.tsx';
import { Lists } from './Lists.tsx';
import { listed, momentsAt, pairsOf } from './rows.ts';
import { SideCard } from './SideCard.tsx';
import { StateDiff } from './StateDiff.tsx';
import { ALL, eventsIn, runIn, type Side } from './side.ts';

const DIFF_HEIGHT = 260;

export function Compared({ a, b }: { a: Side; b: Side }) {
  // Forks of one simulation share what was before; of others, the newest run is what was meant.
  const related = useMemo(() => a.runs.some(({ id }) => b.runs.some((run) => run.id === id)), [a, b]);
  const [runs, setRuns] = useState(() => (related ? { a: ALL, b: ALL } : { a: a.runs.at(-1)?.id ?? ALL, b: b.runs.at(-1)?.id ?? ALL }));
  const [eventsA, eventsB] = useMemo(() => [eventsIn(a, runs.a), eventsIn(b, runs.b)] as const, [a, b, runs]);
  const comparison = useMemo(() => compareLogs(eventsA, eventsB), [eventsA, eventsB]);
  const rows = useMemo(() => {
    const [left, right] = [eventsA.map((event) => lineOf(event, a.state.sessions)), eventsB.map((event) => lineOf(event, b.state.sessions))];
    return pairsOf(listed(left), listed(right), comparison);
  }, [a, b, eventsA, eventsB, comparison]);
  const { pairs, first } = rows;
  const [chosen, setChosen] = useState<number | null>(null);
  const index = Math.min(chosen ?? first ?? pairs.length - 1, pairs.length - 1);
  const moments = momentsAt(pairs, index);
  const list = useRef<HTMLDivElement>(null);

  useCommands(COMPARE_COMMANDS, {
    hasDifference: () => first !== null,
    first() {
      setChosen(first);
      list.current?.focus();
    },
    next(direction) {
      // Of a stretch that differs, its first row is the difference.
      const starts = pairs.flatMap((pair, at) => (at === first || (!pair.same && (pairs[at - 1]?.same ?? true)) ? [at] : []));
      const to = direction === 1 ? starts.find((at) => at > index) : starts.findLast((at) => at < index);
      if (to !== undefined) setChosen(to);
      list.current?.focus();
    },
    swap: () => navigate(comparePath(b.id, a.id)),
  });
  return (
    <>
      <main className="cmp-main">
        <h1 className="visually-hidden">Compare two simulations</h1>
        <div className="cmp-sides">
          <SideCard letter="A" side={a} run={runIn(a, runs.a)} chosen={runs.a} onChoose={(run) => setRuns((both) => ({ ...both, a: run }))} />
          <SideCard letter="B" side={b} run={runIn(b, runs.b)} chosen={runs.b} onChoose={(run) => setRuns((both) => ({ ...both, b: run }))} />
        </div>
        <FirstDifference comparison={comparison} pairs={pairs} first={first} />
        <Lists ref={list} rows={rows} index={index} onChoose={setChosen} />
      </main>
      <Panel label="State of both" side="bottom" name="compare-state" defaultSize={DIFF_HEIGHT} min={120} max={560}>
        <StateDiff a={a} b={b} moments={moments} ids={comparison.ids} />
      </Panel>
    </>
  );
}
