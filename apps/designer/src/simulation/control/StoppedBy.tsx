import { useLive } from '../hooks.ts';
import { heldIn } from './held.ts';

/** Why a virtual clock stands, where it is a breakpoint that stopped it. */
export function StoppedBy() {
  const held = useLive(({ view, clock }) => clock.mode === 'virtual' && clock.rate === 0 && view !== null && heldIn(view.state).length > 0);
  const atTime = useLive(
    ({ view, clock }) =>
      clock.mode === 'virtual' && clock.rate === 0 && view?.state.breakpoints?.some((one) => one.on === 'time' && one.at === clock.now) === true,
  );
  if (held) return 'Stopped at a breakpoint: a session is held.';
  return atTime ? 'Stopped at a breakpoint on time.' : null;
}
