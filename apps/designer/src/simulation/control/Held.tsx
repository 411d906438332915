import type { Session } from '@tandem/engine/view';
import { OctagonPause, Play, StepForward } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useShortcut } from '../../commands/index.ts';
import { Button, focusWhenLost } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { usePast, useSimulation } from '../hooks.ts';
import { breakpointText } from './breakpoints.ts';
import { journeyOf } from './held.ts';
import { useBreakpoints, useNodeNames } from './hooks.ts';

/** Why a session is held, and the ways on. */
export function Bar({ side, session, isHeld }: { side: 'main' | 'backchannel'; session: Session; isHeld: boolean }) {
  const { control } = useSimulation();
  const past = usePast();
  const continueKey = useShortcut('simulation.continue');
  const stepKey = useShortcut('simulation.step');
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const column = bar.current?.closest('.sim-column');
    return () => focusWhenLost(() => column?.querySelector('[data-canvas]'));
  }, []);
  return (
    <section
      className="sim-held"
      ref={bar}
      aria-label={`${side === 'main' ? 'Main' : 'Backchannel'} journey, held`}
      data-going={!isHeld || undefined}
    >
      <OctagonPause size={15} aria-hidden="true" />
      <span className="sim-held-text">
        <HeldText session={session} />
        <Why session={session} />
      </span>
      {past ? null : (
        <span className="sim-control-buttons">
          <Button
            size="small"
            isIdle={!isHeld}
            icon={<StepForward size={13} aria-hidden="true" />}
            shortcut={stepKey}
            onPress={() => void control.goOn(session.id, true)}
          >
            Step
          </Button>
          <Button
            size="small"
            kind="primary"
            isIdle={!isHeld}
            icon={<Play size={13} aria-hidden="true" />}
            shortcut={continueKey}
            onPress={() => void control.goOn(session.id, false)}
          >
            Continue
          </Button>
        </span>
      )}
    </section>
  );
}

/** "Held before Backchannel Status". */
export function HeldText({ session }: { session: Session }): ReactNode {
  const nameOf = useNodeNames(journeyOf(session));
  return (
    <strong>
      {`Held before ${session.node === null ? 'its first node' : nameOf(session.node)}`}
      {session.inner.length > 0 ? ` of ${journeyOf(session)}` : ''}
    </strong>
  );
}

/** Which breakpoint holds it, where its words say more than the node's name. */
function Why({ session }: { session: Session }) {
  const { status, node } = session;
  const by = status.kind === 'held' ? status.by : null;
  const found = useBreakpoints().find((one) => one.breakpoint.id === by)?.breakpoint;
  const nameOf = useNodeNames(journeyOf(session));
  if (by === 'step') return <span className="dim"> · step by step</span>;
  if (!found || (found.on === 'node' && found.node === node)) return null;
  return <span className="dim"> · {breakpointText(found, nameOf, clockText)}</span>;
}

/** In the player: why nothing comes. */
export function Note({ session }: { session: Session }) {
  return (
    <p className="sim-held-note" role="status">
      <OctagonPause size={14} aria-hidden="true" />
      <span>
        <HeldText session={session} />. The answer comes when the journey goes on.
      </span>
    </p>
  );
}
