import { useState } from 'react';
import { DeleteDialog as Ask, ErrorBox, Skeleton } from '../components/index.ts';
import { changeJourneys } from './actions.ts';
import { missing } from './missing.ts';
import { UseList } from './uses/UseList.tsx';
import { useUses } from './uses/useUses.ts';

interface DeleteDialogProps {
  realm: string;
  ids: readonly string[];
  /** Versions of the journeys as they are listed now. */
  versions: Readonly<Record<string, number>>;
  onDeleted(): void;
  onClose(): void;
}

/** Says what still refers to the journeys before they are deleted. */
export function DeleteDialog({ realm, ids, versions, onDeleted, onClose }: DeleteDialogProps) {
  // What was looked at; the list behind goes with what others do.
  const [seen] = useState(versions);
  const uses = useUses(realm, ids);
  const left = uses.data && missing(uses.data, ids);
  const many = ids.length > 1;
  return (
    <Ask
      title={many ? `${ids.length} journeys` : (ids[0] ?? '')}
      word={many ? 'journeys' : 'journey'}
      areMany={many}
      onDelete={async (isAgain) => {
        await changeJourneys(realm, { kind: 'delete', ids: [...ids], ...(isAgain ? {} : { versions: seen }) });
        onDeleted();
      }}
      onClose={onClose}
    >
      {many ? <p className="delete-names">{ids.join(', ')}</p> : null}
      {uses.error ? (
        <ErrorBox title="What refers to them could not be read" error={uses.error} onRetry={() => void uses.refetch()} />
      ) : left === undefined ? (
        <Skeleton label="Looking for what refers to them" lines={2} />
      ) : left.length > 0 ? (
        <>
          <p>{many ? 'These places still refer to them and will fail there:' : 'These places still refer to it and will fail there:'}</p>
          <UseList realm={realm} uses={left} namesTarget={many} />
        </>
      ) : (
        <p>{many ? 'No other journey refers to them.' : 'No other journey refers to it.'}</p>
      )}
      <p className="dim">
        {many ? 'Their' : 'Its'} nodes are deleted too unless another journey uses them. Scripts stay. The realm as it is now becomes a backup:
        restore it under Realm, Backups.
      </p>
    </Ask>
  );
}
