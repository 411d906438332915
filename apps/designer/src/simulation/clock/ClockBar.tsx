import { type Clock, isLiveId } from '@tandem/api';
import { Pause, Play, Square } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { remainingText } from '../../callbacks/index.ts';
import { useShortcut } from '../../commands/index.ts';
import { Badge, Button, ErrorBox, IconButton, Segmented } from '../../components/index.ts';
import { StoppedBy } from '../control/StoppedBy.tsx';
import { nextEventOf } from '../derive/nextEvent.ts';
import { clockText } from '../derive/timeline.ts';
import { useLive, useLiveNow, useScene, useSimulation } from '../hooks.ts';

const SPEEDS = [
  { value: '1', label: '×1' },
  { value: '10', label: '×10' },
  { value: '60', label: '×60' },
] as const;
type Speed = (typeof SPEEDS)[number]['value'];

/** Moves the simulation's clock; with real time it only shows it. */
export function ClockBar() {
  const deadline = useScene(({ transaction: of }) => (of && of.state !== 'COMPLETED' && !of.expired ? of.expiresAt : null));
  const simulation = useSimulation();
  // Apart: the clock itself moves with every event.
  const mode = useLive(({ clock }) => clock.mode);
  const rate = useLive(({ clock }) => clock.rate);
  const { note, error, underWay, progress } = useStore(simulation.orders);
  const [speed, setSpeed] = useState<Speed>('1');
  const nextKey = useShortcut('simulation.next-event');
  const virtual = mode === 'virtual';
  const running = rate > 0;
  const setRate = (value: Clock['rate']) => void simulation.order({ rate: value });
  const toDeadline = useRef<HTMLButtonElement>(null);
  const nextEvent = useRef<HTMLButtonElement>(null);
  const goToDeadline = async (to: number) => {
    await simulation.order({ to: new Date(to).toISOString() });
    // The deadline has passed and its button with it: the focus stays with the clock.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement === toDeadline.current) nextEvent.current?.focus();
    });
  };
  return (
    <section className="sim-clock" aria-label="Clock">
      <Badge tone="neutral">{virtual ? 'Virtual time' : 'Real time'}</Badge>
      {virtual ? (
        <>
          <IconButton
            label={running ? 'Pause the clock' : 'Run the clock'}
            placement="top"
            pressed={running}
            icon={running ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
            onPress={() => setRate(running ? 0 : (Number(speed) as Clock['rate']))}
          />
          <Segmented<Speed>
            label="Speed"
            hideLabel
            options={SPEEDS}
            value={running ? (String(rate) as Speed) : speed}
            onChange={(value) => {
              setSpeed(value);
              if (running) setRate(Number(value) as Clock['rate']);
            }}
          />
          <Button size="small" onPress={() => void simulation.order({ advanceMs: 1000 })}>
            +1 s
          </Button>
          <Button size="small" onPress={() => void simulation.order({ advanceMs: 5000 })}>
            +5 s
          </Button>
          <Button ref={nextEvent} size="small" shortcut={nextKey} onPress={() => void simulation.order({ to: 'next-event' })}>
            To next event
            <Next />
          </Button>
          <Button ref={toDeadline} size="small" isDisabled={deadline === null} onPress={() => deadline !== null && void goToDeadline(deadline)}>
            To deadline
          </Button>
        </>
      ) : (
        <RealTime isLive={isLiveId(simulation.id)} onPause={() => setRate(0)} />
      )}
      <span className="sim-clock-note" role="status">
        {underWay ? (
          <span className="sim-late">{progress && progress.about > 1 ? 'Moving the clock, with every poll on the way' : 'Moving the clock…'}</span>
        ) : (
          (note ?? <StoppedBy />)
        )}
      </span>
      {underWay && progress && progress.about > 1 ? (
        <span className="sim-progress">
          <progress aria-label="Polls on the way" max={progress.about} value={progress.stop} />
          {/* Not told aloud: it changes many times a second. */}
          <span className="numeric">
            {progress.stop} of about {progress.about}
          </span>
          <Button size="small" icon={<Square size={12} aria-hidden="true" />} onPress={simulation.stopOrder}>
            Stop
          </Button>
        </span>
      ) : null}
      {error ? <ErrorBox title="The clock could not be moved" error={error} /> : null}
      <Now />
    </section>
  );
}

/** A simulation on real time goes on virtually once it was paused. */
function RealTime({ isLive, onPause }: { isLive: boolean; onPause(): void }) {
  if (isLive) return <span className="dim">Live: what applications do at /am. Its time can be neither stopped nor moved; that of a copy can.</span>;
  return (
    <>
      <IconButton label="Pause the clock" placement="top" pressed icon={<Pause size={15} aria-hidden="true" />} onPress={onPause} />
      <span className="dim">It runs on real time. Once paused it is virtual: it goes on when you say so.</span>
    </>
  );
}

/** What the clock would come to, and in how long: a session may be about to time out. */
function Next() {
  const run = useScene((scene) => scene.run);
  const now = useLiveNow();
  const view = useLive((state) => state.view);
  const next = useMemo(() => (view ? nextEventOf(view.state, now, run) : null), [view, now, run]);
  return next ? (
    <span className="sim-next numeric">
      {`: ${next.text}, `}
      <span className="sim-next-left">{remainingText(next.at - now)}</span>
    </span>
  ) : null;
}

function Now() {
  const now = useLiveNow();
  return (
    <time className="sim-now numeric" dateTime={new Date(now).toISOString()}>
      <span className="visually-hidden">Simulation time </span>
      {clockText(now)}
    </time>
  );
}
