import './simulation.css';
import './transaction/transaction.css';
import './clock/clock.css';
import './events/events.css';
import './moment/moment.css';
import './timeline/timeline.css';
import './state/state.css';
import './changed/changed.css';
import './autopilot/autopilot.css';
import './panels/panels.css';
import './players/players.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { journeysQuery, useRoute } from '../app/index.ts';
import { ErrorBox, Skeleton } from '../components/index.ts';
import { SimulationContext, useLive } from './hooks.ts';
import { createSimulationSession, type SimulationSession } from './session.ts';
import { Workbench } from './Workbench.tsx';

const Compare = lazy(() => import('./compare/index.tsx'));

interface SimulationScreenProps {
  simulationId: string;
  /** What it is compared with; null: it is still to be chosen. Without it, the simulation itself is shown. */
  other?: string | null;
}

export default function SimulationScreen({ simulationId, other }: SimulationScreenProps) {
  if (other === undefined) return <Live simulationId={simulationId} />;
  return (
    <Suspense fallback={<Skeleton label="Loading" lines={6} />}>
      <Compare id={simulationId} other={other} />
    </Suspense>
  );
}

/** Both journeys of a simulation side by side on one clock. */
function Live({ simulationId }: { simulationId: string }) {
  const [simulation] = useState(() => createSimulationSession(simulationId));
  useEffect(() => simulation.open(), [simulation]);
  return (
    <SimulationContext value={simulation}>
      <Loaded simulation={simulation} />
    </SimulationContext>
  );
}

function Loaded({ simulation }: { simulation: SimulationSession }) {
  const isRead = useLive((state) => state.view !== null);
  const realm = useLive((state) => state.realm);
  const error = useLive((state) => state.error);
  const route = useRoute();
  const journeys = useQuery({ ...journeysQuery(realm), enabled: realm !== '' });
  if (!isRead) {
    return (
      <main className="sim-page">
        <h1 className="visually-hidden">Simulation</h1>
        {error ? (
          <ErrorBox title="The simulation could not be read" error={error} onRetry={simulation.reconnect} />
        ) : (
          <Skeleton label="Reading the simulation" lines={6} />
        )}
      </main>
    );
  }
  const asked = route.name === 'simulation' ? route.journey : null;
  return (
    <Workbench journeys={journeys.data?.journeys ?? []} journeysError={journeys.error} retryJourneys={() => void journeys.refetch()} asked={asked} />
  );
}
