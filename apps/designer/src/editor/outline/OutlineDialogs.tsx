import { freePlace } from '../../canvas/index.ts';
import { AddNodeDialog } from '../dialogs/AddNodeDialog.tsx';
import { ConnectDialog } from '../dialogs/ConnectDialog.tsx';
import { PageDialog } from '../dialogs/PageDialog.tsx';
import { useEditing } from '../EditorContext.ts';
import { runAloud } from '../runAloud.ts';
import { addCommand } from '../store/commands.ts';
import type { EditorStore } from '../store/editorStore.ts';
import type { Kinds } from '../store/nodes.ts';
import type { OutlineDialog } from './commands.ts';
import { RenameNodeDialog } from './RenameNodeDialog.tsx';
import { nodeKey } from './rows.ts';

/** Places a node right of the one it comes after, where it lies on no other. @returns its id */
function addAfter(store: EditorStore, kinds: Kinds, type: string, from: { node: string; outcome: string } | null): string {
  const { document } = store.getState();
  const { nodes, staticNodes } = document.tree;
  const before = from === null ? undefined : (nodes?.[from.node] ?? staticNodes?.[from.node]);
  const wanted = addCommand(kinds, type, { x: (before?.x ?? 0) + 300, y: before?.y ?? 200 }, from ?? undefined);
  const command = wanted.moved(freePlace(wanted.apply(document), kinds, wanted.id));
  runAloud(store, command);
  return command.id;
}

/** The dialogs that the outline's commands open. */
export function OutlineDialogs({ dialog, onClose, show }: { dialog: OutlineDialog | null; onClose(): void; show(key: string): void }) {
  const { store, resources } = useEditing();
  switch (dialog?.kind) {
    case 'rename':
      return <RenameNodeDialog id={dialog.id} onClose={onClose} />;
    case 'connect':
      return <ConnectDialog from={dialog.from} chosen={dialog.outcome} onClose={onClose} />;
    case 'page':
      return <PageDialog id={dialog.id} onClose={onClose} onMoved={() => show(nodeKey(dialog.id))} />;
    case 'add':
      return <AddNodeDialog isOpen onClose={onClose} onPick={(type) => show(nodeKey(addAfter(store, resources.nodeTypes, type, dialog.from)))} />;
    default:
      return null;
  }
}
