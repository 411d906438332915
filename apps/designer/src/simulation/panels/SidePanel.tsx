import { Panel, Tabs } from '../../components/index.ts';
import { Outbox } from '../../outbox/Outbox.tsx';
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
}

export function SidePanel({ view, shown, journeys }: SidePanelProps) {
  const simulation = useSimulation();
  const id = useLive((state) => state.id);
  const unanswered = Object.values(view.state.outbox).filter((message) => message.kind === 'push' && !message.answered).length;
  const tabs = [
    { id: 'state', label: 'State', content: <NodeState shown={shown} events={view.events} /> },
    {
      id: 'outbox',
      label: unanswered > 0 ? `Outbox (${unanswered})` : 'Outbox',
      content: (
        <Outbox
          simulation={id}
          messages={view.state.outbox}
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
