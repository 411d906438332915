import { nameSimulationSchema, type SimulationListEntry, simulationListSchema } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request, requestNothing } from '../app/index.ts';
import { ErrorBox, toast } from '../components/index.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { SimulationRow } from './SimulationRow.tsx';

const PATH = '/api/simulations';
const FIRST = 5;

/** Earlier simulations, the newest first: open one again, name or delete it. Nothing is shown while there is none. */
export function Simulations() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['simulations'], queryFn: ({ signal }) => request(PATH, simulationListSchema, { signal }), staleTime: 0 });
  const [all, setAll] = useState(false);
  const [naming, setNaming] = useState<SimulationListEntry | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const simulations = [...(list.data?.simulations ?? [])].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const error = failure ?? list.error;
  if (simulations.length === 0 && !error) return null;
  const remove = async (id: string) => {
    setFailure(null);
    try {
      await requestNothing(`${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
      toast('Deleted the simulation');
    } catch (reason) {
      setFailure(reason);
    }
    await queries.invalidateQueries({ queryKey: ['simulations'] });
  };
  const rename = async (id: string, name: string) => {
    await request(`${PATH}/${encodeURIComponent(id)}/name`, nameSimulationSchema, { method: 'PUT', body: { name } });
    setNaming(null);
    await queries.invalidateQueries({ queryKey: ['simulations'] });
  };
  return (
    <section className="simulations" aria-labelledby="simulations">
      <h2 id="simulations">Simulations</h2>
      {error ? <ErrorBox title="The simulations could not be read or deleted" error={error} onRetry={() => void list.refetch()} /> : null}
      <ul className="pair">
        {simulations.slice(0, all ? undefined : FIRST).map((simulation) => (
          <SimulationRow
            key={simulation.id}
            simulation={simulation}
            onRename={() => setNaming(simulation)}
            onDelete={() => void remove(simulation.id)}
          />
        ))}
      </ul>
      {simulations.length > FIRST && !all ? (
        <button type="button" className="simulations-more" onClick={() => setAll(true)}>
          {`Show all ${simulations.length}`}
        </button>
      ) : null}
      {naming ? <RenameDialog simulation={naming} onSubmit={(name) => rename(naming.id, name)} onClose={() => setNaming(null)} /> : null}
    </section>
  );
}
