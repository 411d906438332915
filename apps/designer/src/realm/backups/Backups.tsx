import './backups.css';
import type { Backup } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArchiveRestore, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, DeleteDialog, EmptyState, IconButton, toast } from '../../components/index.ts';
import { focusSection, Read, SectionHead } from '../parts/Section.tsx';
import { backupsQuery, removeBackup } from './api.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { madeAt, titleOf } from './words.ts';

type Open = { kind: 'restore' | 'delete'; backup: Backup };

/** What the realm was before each import, restore and deletion. */
export function Backups({ realm }: { realm: string }) {
  const queries = useQueryClient();
  const backups = useQuery(backupsQuery(realm));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <SectionHead title="Backups">
        Made by itself before every import and restore, and before journeys, nodes, scripts or custom nodes are deleted: journeys, nodes, scripts,
        custom nodes, templates and all else that a file can bring. People, services, secrets and HTTP stubs are not in them. The newest 50 are kept.
      </SectionHead>
      <Read what="backups" query={backups}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<ArchiveRestore size={28} aria-hidden="true" />} title="This realm has no backups">
              Import a file, or delete a journey or a script, and what the realm was before is kept here.
            </EmptyState>
          ) : (
            <ol className="backups" aria-label="Backups, newest first">
              {list.map((backup) => (
                <li key={backup.id} className="backup">
                  <span className="backup-text">
                    <strong>{madeAt(backup)}</strong>
                    <span className="dim">{titleOf(backup)}</span>
                  </span>
                  <Button
                    size="small"
                    aria-label={`Restore ${madeAt(backup)}`}
                    icon={<RotateCcw size={14} aria-hidden="true" />}
                    onPress={() => setOpen({ kind: 'restore', backup })}
                  >
                    Restore
                  </Button>
                  <IconButton
                    size="small"
                    label={`Delete the backup of ${madeAt(backup)}`}
                    icon={<Trash2 size={14} aria-hidden="true" />}
                    onPress={() => setOpen({ kind: 'delete', backup })}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </Read>
      {open?.kind === 'restore' ? <RestoreDialog realm={realm} backup={open.backup} onClose={close} /> : null}
      {open?.kind === 'delete' ? (
        <DeleteDialog
          title={madeAt(open.backup)}
          word="backup"
          onClose={close}
          onDelete={async () => {
            await removeBackup(realm, open.backup.id);
            close();
            toast('Deleted the backup');
            await queries.invalidateQueries({ queryKey: backupsQuery(realm).queryKey });
            focusSection();
          }}
        >
          <p>It cannot be restored any more. The realm stays as it is.</p>
        </DeleteDialog>
      ) : null}
    </>
  );
}
