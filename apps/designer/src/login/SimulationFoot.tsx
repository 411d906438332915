import { useSyncExternalStore } from 'react';
import type { RemoteClock } from './simulationClock.ts';
import { usePageWords } from './words/context.ts';

/** Says that this is a simulation and how its clock stands: with a clock that stands still, a wait does not end by itself. */
export function SimulationFoot({ clock }: { clock: RemoteClock }) {
  const { language, clock: words } = usePageWords();
  const { mode, rate, now } = useSyncExternalStore(clock.subscribe, clock.read);
  const moves = mode === 'real' ? words.real : rate === 0 ? words.still : words.runs(rate);
  return (
    <>
      {words.simulation} · {moves} ·{' '}
      <time dateTime={new Date(now).toISOString()}>{new Date(now).toLocaleTimeString(language, { hour12: false })}</time>
    </>
  );
}
