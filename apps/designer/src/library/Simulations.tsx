import { simulationListSchema } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, request, requestNothing, simulationPath } from '../app/index.ts';
import { ErrorBox, IconButton, toast } from '../components/index.ts';
import { changedAt } from './pairs.ts';

const PATH = '/api/simulations';
const FIRST = 5;

/** Earlier simulations, the newest first: open one again, or delete it. Nothing is shown while there is none. */
export function Simulations() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['simulations'], queryFn: ({ signal }) => request(PATH, simulationListSchema, { signal }), staleTime: 0 });
  const [all, setAll] = useState(false);
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
  return (
    <section className="simulations" aria-labelledby="simulations">
      <h2 id="simulations">Simulations</h2>
      {error ? <ErrorBox title="The simulations could not be read or deleted" error={error} onRetry={() => void list.refetch()} /> : null}
      <ul className="pair">
        {simulations.slice(0, all ? undefined : FIRST).map((simulation) => {
          const at = new Date(simulation.createdAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
          return (
            <li key={simulation.id} className="simulation-row">
              <Link href={simulationPath(simulation.id)} className="journey-name">
                {`Simulation of ${at}`}
              </Link>
              <span className="dim">{`${simulation.realm} · ${simulation.clockMode === 'virtual' ? 'virtual clock' : 'real clock'}`}</span>
              <time className="journey-time numeric" dateTime={simulation.createdAt}>
                {changedAt(simulation.createdAt, Date.now())}
              </time>
              <IconButton
                size="small"
                label={`Delete the simulation of ${at}`}
                icon={<Trash2 size={15} aria-hidden="true" />}
                onPress={() => void remove(simulation.id)}
              />
            </li>
          );
        })}
      </ul>
      {simulations.length > FIRST && !all ? (
        <button type="button" className="simulations-more" onClick={() => setAll(true)}>
          {`Show all ${simulations.length}`}
        </button>
      ) : null}
    </section>
  );
}
