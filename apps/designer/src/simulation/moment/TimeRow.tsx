import { ChevronFirst, StepBack, StepForward } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useLayoutEffect, useRef } from 'react';
import { runCommand, useShortcut } from '../../commands/index.ts';
import { IconButton } from '../../components/index.ts';
import { ClockBar } from '../clock/ClockBar.tsx';
import { heldIn } from '../control/held.ts';
import { useLive, usePast } from '../hooks.ts';

const MomentBar = lazy(async () => ({ default: (await import('./MomentBar.tsx')).MomentBar }));

/** The steps through what happened, and the clock; while a moment before now is on screen, which one it is. */
export function TimeRow() {
  const past = usePast();
  const isHeld = useLive(({ view }) => view !== null && heldIn(view.state).length > 0);
  const steps = useRef<HTMLSpanElement>(null);
  const before = useRef(past);
  useLayoutEffect(() => {
    if (before.current === past) return;
    before.current = past;
    // What had the focus may have gone with the other bar.
    if (document.activeElement === document.body) steps.current?.querySelector('button')?.focus();
  }, [past]);
  return (
    <div className="sim-time" data-past={past || undefined}>
      <span className="sim-steps" ref={steps}>
        <Step id="simulation.step-back" label="Step back" icon={<StepBack size={15} aria-hidden="true" />} />
        <Step id="simulation.step" label="Step forward" icon={<StepForward size={15} aria-hidden="true" />} isIdle={!past && !isHeld} />
        <Step id="simulation.first" label="To the start" icon={<ChevronFirst size={15} aria-hidden="true" />} />
      </span>
      {past ? (
        <Suspense fallback={null}>
          <MomentBar />
        </Suspense>
      ) : (
        <ClockBar />
      )}
    </div>
  );
}

interface StepProps {
  id: string;
  label: string;
  icon: ReactNode;
  isIdle?: boolean;
}

function Step({ id, label, icon, isIdle = false }: StepProps) {
  const shortcut = useShortcut(id);
  return <IconButton size="small" label={label} shortcut={shortcut} placement="top" icon={icon} isIdle={isIdle} onPress={() => runCommand(id)} />;
}
