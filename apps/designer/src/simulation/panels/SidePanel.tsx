import { lazy, memo, type ReactNode, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { Panel, Skeleton, Tabs } from '../../components/index.ts';
import { heldIn } from '../control/held.ts';
import { useFaults } from '../control/hooks.ts';
import { type Unsent, unsentOf } from '../derive/unsent.ts';
import { Gap } from '../events/Gap.tsx';
import { useLive, usePast, useScene, useSimulation } from '../hooks.ts';
import { NodeState } from '../state/NodeState.tsx';

const Outbox = lazy(async () => ({ default: (await import('../../outbox/Outbox.tsx')).Outbox }));
const Latency = lazy(async () => ({ default: (await import('./Latency.tsx')).Latency }));
const Breakpoints = lazy(() => import('../control/Breakpoints.tsx'));
const Calls = lazy(() => import('../control/Calls.tsx'));
const Faults = lazy(() => import('../control/Faults.tsx'));

interface SidePanelProps {
  /** Journeys on the two canvases. */
  main: string | null;
  backchannel: string | null;
  /** Nothing can run on the backchannel. */
  alone: boolean;
}

export const SidePanel = memo(function SidePanel({ main, backchannel, alone }: SidePanelProps) {
  const unanswered = useScene(({ state }) => Object.values(state.outbox).filter((message) => message.kind === 'push' && !message.answered).length);
  const { store } = useSimulation().control;
  const panel = useStore(store, (state) => state.panel);
  const held = useLive(({ view }) => (view ? heldIn(view.state).length : 0));
  const faults = useFaults().length;
  const tabs = [
    { id: 'state', label: 'State', content: <NodeState alone={alone} /> },
    {
      id: 'outbox',
      label: unanswered > 0 ? `Outbox (${unanswered})` : 'Outbox',
      content: (
        <Late what="outbox">
          <Sent />
        </Late>
      ),
    },
    {
      id: 'breakpoints',
      label: held > 0 ? `Breakpoints (${held})` : 'Breakpoints',
      content: (
        <Late what="breakpoints">
          <Breakpoints journeys={[main, backchannel]} />
        </Late>
      ),
    },
    {
      id: 'faults',
      label: faults > 0 ? `Faults (${faults})` : 'Faults',
      content: (
        <Late what="faults">
          <Faults />
        </Late>
      ),
    },
    {
      id: 'calls',
      label: 'HTTP',
      content: (
        <Late what="HTTP stubs">
          <Calls />
        </Late>
      ),
    },
    {
      id: 'latency',
      label: 'Latency',
      content: (
        <Late what="latencies">
          <NodeLatency main={main} backchannel={backchannel} />
        </Late>
      ),
    },
  ];
  return (
    <Panel label="State, outbox, breakpoints and faults" side="right" name="simulation-side" defaultSize={328} min={240} max={560}>
      <Tabs label="What to look at" tabs={tabs} selected={panel} onChange={(id) => store.setState({ panel: id })} />
    </Panel>
  );
});

/** Loaded when it is opened first. */
function Late({ what, children }: { what: string; children: ReactNode }) {
  return <Suspense fallback={<Skeleton label={`Reading the ${what}`} lines={4} />}>{children}</Suspense>;
}

/** What was sent until the moment on screen. */
function Sent() {
  const simulation = useSimulation();
  const messages = useScene(({ state }) => state.outbox);
  const past = usePast();
  const events = useScene((scene) => scene.events);
  const seq = useScene((scene) => scene.seq);
  const unsent = useMemo(() => {
    const sessions = simulation.live.getState().view?.state.sessions ?? {};
    return unsentOf(seq === null ? events : events.filter((event) => event.seq <= seq), sessions);
  }, [simulation, events, seq]);
  return (
    <Outbox
      simulation={simulation.id}
      messages={messages}
      unsent={unsent.length > 0 ? <WhyUnsent unsent={unsent} /> : undefined}
      // A session keeps its role.
      roleOf={(session) => simulation.live.getState().view?.state.sessions[session]?.role ?? 'main'}
      past={past}
      onTransaction={simulation.openTransaction}
      onSuspended={simulation.openSuspended}
    />
  );
}

/** Each reason once: a journey that goes round says it again. */
function WhyUnsent({ unsent }: { unsent: readonly Unsent[] }) {
  const once = unsent.filter(({ node, why }, index) => unsent.findIndex((other) => other.node === node && other.why === why) === index);
  return once.map(({ seq, node, why, gap }) => (
    <span key={seq} className="sim-unsent">
      <strong>{node}</strong> {why}
      {gap ? <Gap gap={gap} said={why} /> : null}
    </span>
  ));
}
/** It is set for what comes, whatever moment is looked at. */
function NodeLatency({ main, backchannel }: Pick<SidePanelProps, 'main' | 'backchannel'>) {
  const latency = useLive(({ view }) => view?.state.latency) ?? NO_LATENCY;
  return <Latency journeys={[main, backchannel]} latency={latency} />;
}
const NO_LATENCY = {};
