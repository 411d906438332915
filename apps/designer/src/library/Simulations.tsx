import { nameSimulationSchema, type SimulationListEntry, simulationListSchema } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request, requestNothing } from '../app/index.ts';
import { DeleteDialog, ErrorBox, focusWhenLost, toast } from '../components/index.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { SimulationRow } from './SimulationRow.tsx';
import { simulationTitle } from './simulationTitle.ts';

const PATH = '/api/simulations';
const FIRST = 5;

/** Earlier simulations, the newest first: open one again, name or delete it. Nothing is shown while there is none. */
export function Simulations() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['simulations'], queryFn: ({ signal }) => request(PATH, simulationListSchema, { signal }), staleTime: 0 });
  const [all, setAll] = useState(false);
  const [naming, setNaming] = useState<SimulationListEntry | null>(null);
  const [deleting, setDeleting] = useState<SimulationListEntry | null>(null);
  const simulations = [...(list.data?.simulations ?? [])].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (simulations.length === 0 && !list.error) return null;
  const remove = async ({ id }: SimulationListEntry) => {
    await requestNothing(`${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
    toast('Deleted the simulation');
    setDeleting(null);
    await queries.invalidateQueries({ queryKey: ['simulations'] });
    focusWhenLost('#simulations', 'main h1');
  };
  const rename = async (id: string, name: string) => {
    await request(`${PATH}/${encodeURIComponent(id)}/name`, nameSimulationSchema, { method: 'PUT', body: { name } });
    setNaming(null);
    await queries.invalidateQueries({ queryKey: ['simulations'] });
  };
  return (
    <section className="simulations" aria-labelledby="simulations">
      <h2 id="simulations" tabIndex={-1}>
        Simulations
      </h2>
      {list.error ? <ErrorBox title="The simulations could not be read" error={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className="pair">
        {simulations.slice(0, all ? undefined : FIRST).map((simulation) => (
          <SimulationRow
            key={simulation.id}
            simulation={simulation}
            onRename={() => setNaming(simulation)}
            onDelete={() => setDeleting(simulation)}
          />
        ))}
      </ul>
      {simulations.length > FIRST && !all ? (
        <button type="button" className="simulations-more" onClick={() => setAll(true)}>
          {`Show all ${simulations.length}`}
        </button>
      ) : null}
      {naming ? <RenameDialog simulation={naming} onSubmit={(name) => rename(naming.id, name)} onClose={() => setNaming(null)} /> : null}
      {deleting ? (
        <DeleteDialog title={simulationTitle(deleting).title} word="simulation" onDelete={() => remove(deleting)} onClose={() => setDeleting(null)}>
          <p>Everything that happened in it goes with it: its runs, messages and state. The realm and its journeys stay. This cannot be undone.</p>
        </DeleteDialog>
      ) : null}
    </section>
  );
}
