import { useSyncExternalStore } from 'react';
import type { RemoteClock } from './simulationClock.ts';

/** Says that this is a simulation and how its clock stands: with a clock that stands still, a wait does not end by itself. */
export function SimulationFoot({ clock }: { clock: RemoteClock }) {
  const { mode, rate, now } = useSyncExternalStore(clock.subscribe, clock.read);
  const moves = mode === 'real' ? 'real time' : rate === 0 ? 'its clock stands still' : `its clock runs ×${rate}`;
  return (
    <>
      Simulation · {moves} · <time dateTime={new Date(now).toISOString()}>{new Date(now).toLocaleTimeString('en-GB')}</time>
    </>
  );
}
