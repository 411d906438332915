import type { CustomNodeType } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Headset, Smartphone } from 'lucide-react';
import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { resourcesQuery } from '../app/index.ts';
import { type CanvasHandle, type CanvasSelection, JourneyCanvas, nothingSelected, type RunStatusStore } from '../canvas/index.ts';
import { ErrorBox, IconButton, Skeleton } from '../components/index.ts';
import { simulatedJourneyQuery } from './api.ts';
import { HeldBar } from './control/HeldBar.tsx';
import { useNodeControl } from './control/useNodeControl.ts';
import { useLive, useScene, useSimulation } from './hooks.ts';
import { SessionStatus } from './SessionStatus.tsx';

interface JourneyColumnProps {
  hue: 'main' | 'backchannel';
  journey: string | null;
  /** The player of this side. */
  children: ReactNode;
}

const TITLES = { main: 'Main journey', backchannel: 'Backchannel journey' } as const;
const NAMES = { main: 'Main', backchannel: 'Backchannel' } as const;
const ICONS = { main: Headset, backchannel: Smartphone } as const;

/** One side of the simulation: the journey lit as it runs, and the screen of the person who runs it. */
export function JourneyColumn({ hue, journey, children }: JourneyColumnProps) {
  const title = TITLES[hue];
  const Icon = ICONS[hue];
  const simulation = useSimulation();
  const frame = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(false);
  const player = hue === 'main' ? simulation.agent : simulation.user;
  // A player that a person has just started is what they want to see.
  useEffect(
    () =>
      player.store.subscribe(({ phase, byPerson }, before) => {
        if (phase === 'sending' && before.phase !== 'sending' && byPerson) setHidden(false);
      }),
    [player],
  );
  const what = hue === 'main' ? 'browser' : 'phone';
  return (
    <section className="sim-column" data-hue={hue} data-player-hidden={hidden || undefined} aria-label={title}>
      <header className="sim-column-head">
        <Icon size={15} aria-hidden="true" />
        <h2 title={journey ?? undefined}>
          {/* In a narrow column the icon and the colour say which side it is; the name must not be cut. */}
          <span className={journey ? 'sim-side' : undefined}>
            {NAMES[hue]}
            <span className="sim-wide"> journey</span>
            {journey ? ' · ' : ''}
          </span>
          {journey}
        </h2>
        <Status hue={hue} />
        <IconButton
          size="small"
          label={hidden ? `Show the ${what}` : `Hide the ${what}`}
          icon={hidden ? <ChevronUp size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
          onPress={() => setHidden(!hidden)}
        />
      </header>
      <HeldBar side={hue} />
      <div className="sim-column-body">
        <div className="sim-canvas" ref={frame}>
          {journey ? (
            <Canvas frame={frame} hue={hue} journey={journey} runStatus={simulation.status[hue]} />
          ) : (
            <p className="sim-hint">{HINTS[hue]}</p>
          )}
        </div>
        {children}
      </div>
    </section>
  );
}

const HINTS = {
  main: 'Choose a journey above to run it here.',
  backchannel: 'The main journey starts no backchannel journey, so nothing runs here. Choose one with a Backchannel Initialize node.',
} as const;

const FIRST_VIEW_MS = 150;

function Status({ hue }: { hue: 'main' | 'backchannel' }) {
  return <SessionStatus session={useScene((scene) => scene[hue])} />;
}

const NO_NODES = {};
const NO_TYPES: readonly CustomNodeType[] = [];

interface CanvasProps {
  frame: RefObject<HTMLDivElement | null>;
  hue: 'main' | 'backchannel';
  journey: string;
  runStatus: RunStatusStore;
}

const Canvas = memo(function Canvas({ frame, hue, journey, runStatus }: CanvasProps) {
  const node = useScene((scene) => scene[hue]?.node ?? null);
  const id = useLive((state) => state.id);
  const realm = useLive((state) => state.realm);
  const document = useQuery(simulatedJourneyQuery(id, journey));
  const [drawn, setDrawn] = useState(false);
  const [selection, setSelection] = useState<CanvasSelection>(nothingSelected);
  const handle = useRef<CanvasHandle>(null);
  const breakpoints = useNodeControl({ journey, nodes: document.data?.tree.nodes ?? NO_NODES, canvas: handle, within: frame });
  const read = document.data !== undefined;
  // A canvas that is new or has changed its size shows the journey's beginning first; following starts once that is drawn.
  useEffect(() => {
    if (!read || !frame.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      setDrawn(false);
      clearTimeout(timer);
      timer = setTimeout(() => setDrawn(true), FIRST_VIEW_MS);
    });
    observer.observe(frame.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [read, frame]);
  const resources = useQuery(resourcesQuery(realm));
  if (document.error) return <ErrorBox title={`${journey} could not be read`} error={document.error} onRetry={() => void document.refetch()} />;
  if (!document.data) return <Skeleton label={`Reading ${journey}`} lines={4} />;
  return (
    <JourneyCanvas
      label={`${journey}, ${TITLES[hue].toLowerCase()}`}
      document={document.data}
      customTypes={resources.data?.nodeTypes ?? NO_TYPES}
      mode="run"
      hue={hue}
      runStatus={runStatus}
      ref={handle}
      selection={selection}
      onSelect={setSelection}
      breakpoints={breakpoints}
      hasNodeMenu
      follow={drawn ? (node ?? document.data.tree.entryNodeId ?? null) : null}
      minimap={false}
    />
  );
});
