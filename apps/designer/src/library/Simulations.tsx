import { nameSimulationSchema, type SimulationListEntry, simulationListSchema } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, request, requestNothing, simulationsPath } from '../app/index.ts';
import { DeleteDialog, ErrorBox, focusWhenLost, toast } from '../components/index.ts';
import { simulationTitle } from '../runs/title.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { SimulationRow } from './SimulationRow.tsx';

const PATH = '/api/simulations';
const FIRST = 5;

/** The newest simulations: open one again, name or delete it; the others have a screen of their own. Nothing is shown while there is none. */
export function Simulations() {
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['simulations', 'newest'],
    queryFn: ({ signal }) => request(`${PATH}?limit=${FIRST}`, simulationListSchema, { signal }),
    staleTime: 0,
  });
  const [naming, setNaming] = useState<SimulationListEntry | null>(null);
  const [deleting, setDeleting] = useState<SimulationListEntry | null>(null);
  const { simulations = [], total = 0 } = list.data ?? {};
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
        {simulations.map((simulation) => (
          <SimulationRow
            key={simulation.id}
            simulation={simulation}
            onRename={() => setNaming(simulation)}
            onDelete={() => setDeleting(simulation)}
          />
        ))}
      </ul>
      {simulations.length > 0 ? (
        <Link href={simulationsPath()} className="simulations-more">
          {total > FIRST ? `All ${total} simulations` : 'Find, keep or open a simulation'}
        </Link>
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
