import '../uses/uses.css';
import './orphans.css';
import type { OrphanNode } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, DeleteDialog, Dialog, ErrorBox, Skeleton, toast } from '../../components/index.ts';
import { saveFile } from '../../transfer/index.ts';
import { deleteOrphans, orphansOf } from '../actions.ts';
import { changedAt } from '../pairs.ts';

/** The nodes by id, as AM answers and takes them. */
function fileOf(nodes: readonly OrphanNode[]): string {
  return `${JSON.stringify({ nodes: Object.fromEntries(nodes.map(({ node }) => [node._id, node])) }, null, 2)}\n`;
}

function NodeList({ nodes, chosen, onChoose }: { nodes: readonly OrphanNode[]; chosen: ReadonlySet<string>; onChoose(next: Set<string>): void }) {
  const all = chosen.size === nodes.length;
  return (
    <>
      <label className="orphan-all">
        <input type="checkbox" checked={all} onChange={() => onChoose(new Set(all ? [] : nodes.map(({ key }) => key)))} />
        {nodes.length === 1 ? '1 node' : `${nodes.length} nodes`}
      </label>
      <ul className="uses">
        {nodes.map(({ key, typeName, summary, modifiedAt, node }) => (
          <li key={key} className="use">
            <label className="orphan">
              <input
                type="checkbox"
                checked={chosen.has(key)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(key);
                  else next.delete(key);
                  onChoose(next);
                }}
              />
              <span>
                <strong>{typeName}</strong> <span className="dim">{summary}</span>
                <span className="orphan-id">{node._id}</span>
              </span>
            </label>
            <time className="dim numeric" dateTime={modifiedAt}>
              {changedAt(modifiedAt, Date.now())}
            </time>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Nodes of the realm that no journey places: look at them, keep them in a file, delete them. */
export function OrphansDialog({ realm, onClose }: { realm: string; onClose(): void }) {
  const queries = useQueryClient();
  const orphans = useQuery({ queryKey: ['orphans', realm], queryFn: () => orphansOf(realm), staleTime: 0, gcTime: 0 });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState(false);
  const nodes = orphans.data ?? [];
  const chosen = nodes.filter(({ key }) => picked.has(key));
  const count = chosen.length === 1 ? '1 node' : `${chosen.length} nodes`;
  if (deleting) {
    return (
      <DeleteDialog
        title={count}
        word={chosen.length === 1 ? 'node' : 'nodes'}
        areMany={chosen.length > 1}
        onClose={() => setDeleting(false)}
        onDelete={async () => {
          await deleteOrphans(
            realm,
            chosen.map(({ key }) => key),
          );
          toast(`Deleted ${count}`);
          setPicked(new Set());
          setDeleting(false);
          await queries.invalidateQueries();
        }}
      >
        <p>
          No journey places {chosen.length === 1 ? 'it' : 'them'}, so no journey changes. The realm as it is now becomes a backup: restore it under
          Realm, Backups.
        </p>
      </DeleteDialog>
    );
  }
  return (
    <Dialog
      title="Orphaned nodes"
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            icon={<Download size={15} aria-hidden="true" />}
            isDisabled={chosen.length === 0}
            onPress={() => {
              saveFile('orphaned-nodes.json', fileOf(chosen));
              toast('Saved the file');
            }}
          >
            Export
          </Button>
          <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} isDisabled={chosen.length === 0} onPress={() => setDeleting(true)}>
            Delete
          </Button>
        </>
      }
    >
      <p className="dim">Nodes belong to the realm. These are left over: no journey places them, so nothing runs them.</p>
      {orphans.error ? (
        <ErrorBox title="The nodes could not be read" error={orphans.error} onRetry={() => void orphans.refetch()} />
      ) : orphans.data === undefined ? (
        <Skeleton label="Looking through the realm" lines={4} />
      ) : nodes.length === 0 ? (
        <p>The realm has no orphaned nodes.</p>
      ) : (
        <NodeList nodes={nodes} chosen={new Set(chosen.map(({ key }) => key))} onChoose={setPicked} />
      )}
    </Dialog>
  );
}
