import { useMemo } from 'react';
import { Panel, Tabs } from '../../components/index.ts';
import { Outbox } from '../../outbox/Outbox.tsx';
import { eventsOfRun } from '../derive/timeline.ts';
import { type Unsent, unsentOf } from '../derive/unsent.ts';
import { Gap } from '../events/Gap.tsx';
import type { Shown } from '../hooks.ts';
import { useLive, useSimulation } from '../hooks.ts';
import type { Folded } from '../live/fold.ts';
import { Latency } from './Latency.tsx';
import { NodeState } from './NodeState.tsx';

interface SidePanelProps {
  view: Folded;
  shown: Shown;
  /** Journeys on the two canvases. */
  journeys: readonly (string | null)[];
  /** Nothing can run on the backchannel. */
  alone: boolean;
}

export function SidePanel({ view, shown, journeys, alone }: SidePanelProps) {
  const simulation = useSimulation();
  const id = useLive((state) => state.id);
  const unanswered = Object.values(view.state.outbox).filter((message) => message.kind === 'push' && !message.answered).length;
  const unsent = useMemo(() => unsentOf(eventsOfRun(view.events, shown.run, view.state.sessions), view.state.sessions), [view, shown.run]);
  const tabs = [
    { id: 'state', label: 'State', content: <NodeState shown={shown} events={view.events} alone={alone} /> },
    {
      id: 'outbox',
      label: unanswered > 0 ? `Outbox (${unanswered})` : 'Outbox',
      content: (
        <Outbox
          simulation={id}
          messages={view.state.outbox}
          unsent={unsent.length > 0 ? <WhyUnsent unsent={unsent} /> : undefined}
          roleOf={(session) => view.state.sessions[session]?.role ?? 'main'}
          onTransaction={simulation.openTransaction}
          onSuspended={simulation.openSuspended}
        />
      ),
    },
    { id: 'latency', label: 'Latency', content: <Latency journeys={journeys} latency={view.state.latency} /> },
  ];
  return (
    <Panel label="State, outbox and latency" side="right" name="simulation-side" defaultSize={300} min={240} max={560}>
      <Tabs label="What to look at" tabs={tabs} />
    </Panel>
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
