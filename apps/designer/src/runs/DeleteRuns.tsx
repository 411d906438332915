import type { SimulationListEntry } from '@tandem/api';
import { DeleteDialog } from '../components/index.ts';
import { deleteRuns } from './api.ts';
import { simulationTitle } from './title.ts';
import { countText } from './words.ts';

interface DeleteRunsProps {
  ids: readonly string[];
  /** Those that are on screen: the others are counted. */
  shown: readonly SimulationListEntry[];
  onDone(deleted: readonly string[]): void;
  onClose(): void;
}

const NAMED = 6;

/** Asks before simulations are deleted, and says which of them somebody meant to keep. */
export function DeleteRuns({ ids, shown, onDone, onClose }: DeleteRunsProps) {
  const known = shown.filter(({ id }) => ids.includes(id));
  const kept = known.filter(({ name, kept }) => name !== undefined || kept);
  const [only] = known;
  const title = ids.length === 1 && only ? simulationTitle(only).title : countText(ids.length);
  const run = async () => {
    const { deleted, kept: refused } = await deleteRuns(ids);
    // One that somebody else deleted meanwhile is gone as well.
    if (deleted.length === 0 && refused.length > 0) throw new Error(refused[0]?.why);
    onDone(deleted);
  };
  return (
    <DeleteDialog
      title={title}
      word={ids.length === 1 ? 'simulation' : `${ids.length.toLocaleString('en')} simulations`}
      areMany={ids.length > 1}
      onDelete={run}
      onClose={onClose}
    >
      <p>
        Everything that happened in {ids.length === 1 ? 'it' : 'them'} goes with {ids.length === 1 ? 'it' : 'them'}: runs, messages and state. Forks,
        the realm and its journeys stay. This cannot be undone; a simulation saved as a file can be opened again.
      </p>
      {ids.length > 1 && kept.length > 0 ? (
        <div>
          <p>Among them are some that have a name or a pin:</p>
          <ul className="delete-kept">
            {kept.slice(0, NAMED).map((run) => (
              <li key={run.id}>{simulationTitle(run).title}</li>
            ))}
            {kept.length > NAMED ? <li>{`and ${kept.length - NAMED} more`}</li> : null}
          </ul>
        </div>
      ) : null}
    </DeleteDialog>
  );
}
