import { START_NODE_ID } from '@tandem/journey';
import { useState } from 'react';
import { ENTRY_OUTCOME } from '../../canvas/index.ts';
import { Dialog } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { nameOf, outcomesIn } from '../store/nodes.ts';
import type { ConnectionStart } from '../store/replaceCommands.ts';
import { AddNodeDialog } from './AddNodeDialog.tsx';
import { PickList } from './PickList.tsx';

/** I: first the connection of this node, unless it has only one, then what comes on it. */
export function InsertDialog({ from, onClose, onPick }: { from: string; onClose(): void; onPick(start: ConnectionStart, type: string): void }) {
  const { store, resources } = useEditing();
  const { document } = store.getState();
  const kinds = resources.nodeTypes;
  const { entryNodeId, nodes } = document.tree;
  const connections = nodes?.[from]?.connections ?? {};
  const ports = outcomesIn(kinds, document, from).flatMap(({ id, displayName }) => {
    const to = connections[id];
    return to === undefined ? [] : [{ id, label: displayName, detail: `→ ${nameOf(kinds, document, to)}` }];
  });
  const items =
    from === START_NODE_ID && entryNodeId ? [{ id: ENTRY_OUTCOME, label: 'Start', detail: `→ ${nameOf(kinds, document, entryNodeId)}` }] : ports;
  const [outcome, setOutcome] = useState<string | null>(items.length === 1 ? (items[0]?.id ?? null) : null);
  if (outcome !== null) return <AddNodeDialog title="Insert a node" isOpen onClose={onClose} onPick={(type) => onPick({ from, outcome }, type)} />;
  return (
    <Dialog title={`Insert after ${nameOf(kinds, document, from)}`} isOpen onClose={onClose}>
      <PickList label="Connection" items={items} onPick={setOutcome} />
    </Dialog>
  );
}
