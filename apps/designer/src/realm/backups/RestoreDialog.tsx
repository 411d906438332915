import type { Backup, RestoreAnswer } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge, Button, Dialog, ErrorBox, Skeleton, type Tone, toast } from '../../components/index.ts';
import { countedAll } from '../../transfer/kinds.ts';
import { backupQuery, restoreBackup } from './api.ts';
import { madeAt } from './words.ts';

function Line({ title, tone, refs }: { title: string; tone: Tone; refs: RestoreAnswer['created'] }) {
  if (refs.length === 0) return null;
  const journeys = refs.filter(({ kind }) => kind === 'journeys').map(({ id }) => id);
  return (
    <p className="backup-line">
      <Badge tone={tone}>{title}</Badge>
      <span>
        {countedAll(refs)}
        {journeys.length > 0 ? ` (${journeys.join(', ')})` : ''}
      </span>
    </p>
  );
}

/** Says what a restore changes before it does it. */
export function RestoreDialog({ realm, backup, onClose }: { realm: string; backup: Backup; onClose(): void }) {
  const queries = useQueryClient();
  const outlook = useQuery(backupQuery(realm, backup.id));
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const changes = outlook.data;
  const nothing = changes !== undefined && changes.created.length + changes.replaced.length + changes.deleted.length === 0;
  const restore = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await restoreBackup(realm, backup.id);
      toast(`Restored the backup of ${madeAt(backup)}`);
      onClose();
      await queries.invalidateQueries();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Restore the backup of ${madeAt(backup)}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={busy || changes === undefined || nothing} onPress={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      {outlook.error ? (
        <ErrorBox title="What it would change could not be found out" error={outlook.error} onRetry={() => void outlook.refetch()} />
      ) : changes === undefined ? (
        <Skeleton label="Comparing with the realm" lines={3} />
      ) : nothing ? (
        <p>The realm is as it was then: there is nothing to restore.</p>
      ) : (
        <>
          <Line title="brings back" tone="success" refs={changes.created} />
          <Line title="replaces" tone="main" refs={changes.replaced} />
          <Line title="deletes" tone="failure" refs={changes.deleted} />
          <p className="dim">What is there now becomes a backup itself, so this can be taken back.</p>
        </>
      )}
      {failure ? <ErrorBox title="Nothing was restored" error={failure} onRetry={() => void restore()} /> : null}
    </Dialog>
  );
}
