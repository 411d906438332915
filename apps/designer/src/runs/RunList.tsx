import type { SimulationListEntry } from '@tandem/api';
import { FolderOpen, History } from 'lucide-react';
import { Link } from '../app/index.ts';
import { Button, EmptyState } from '../components/index.ts';
import { RunRow } from './RunRow.tsx';
import type { Runs } from './useRuns.ts';

interface RunListProps {
  runs: readonly SimulationListEntry[];
  room: Runs;
  isNarrowed: boolean;
  onShowAll(): void;
  onOpenFile(): void;
}

/** The simulations of a page; or what to do where there is none. */
export function RunList({ runs, room, isNarrowed, onShowAll, onOpenFile }: RunListProps) {
  if (runs.length === 0 && isNarrowed)
    return (
      <EmptyState title="No simulation matches" action={<Button onPress={onShowAll}>Show all simulations</Button>}>
        The search looks at names, journeys and users, and at the beginning of ids.
      </EmptyState>
    );
  if (runs.length === 0)
    return (
      <EmptyState
        icon={<History size={28} aria-hidden="true" />}
        title="There are no simulations yet"
        action={
          <span className="runs-buttons">
            <Button icon={<FolderOpen size={15} aria-hidden="true" />} onPress={onOpenFile}>
              Open a file
            </Button>
            <Link href="/" className="button" data-kind="primary">
              Go to the journeys
            </Link>
          </span>
        }
      >
        Run a journey: each simulation is kept here with everything that happened in it. Or open a file that somebody shared.
      </EmptyState>
    );
  return (
    <ul className="runs">
      {runs.map((run) => (
        <RunRow
          key={run.id}
          run={run}
          isChosen={room.chosen.has(run.id)}
          isNaming={room.naming === run.id}
          isBusy={room.busy.has(run.id)}
          onChoose={(on) => room.choose(run.id, on)}
          onName={() => room.setNaming(run.id)}
          onNamed={(name) => room.rename(run.id, name)}
          onNameLeft={() => room.setNaming(null)}
          onKeep={(kept) => void room.keep(run.id, kept)}
          onDelete={() => room.setDeleting([run.id])}
        />
      ))}
    </ul>
  );
}
