import { FAILURE_NODE_ID, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { paletteEntries } from '@tandem/nodes';
import { useMemo, useState } from 'react';
import { ENTRY_OUTCOME, orderOf } from '../../canvas/index.ts';
import { Dialog } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { searchPalette } from '../palette/search.ts';
import { connectCommand } from '../store/commands.ts';
import { definitionFor, nameOf, outcomesIn } from '../store/nodes.ts';
import { matching, type Pick, PickList } from './PickList.tsx';

const NEW = 'new';
const NEW_OF = 'new:';
const TYPES_SHOWN = 12;

export interface ConnectDialogProps {
  from: string;
  chosen?: string | null;
  onClose(): void;
  /** The outcome is to lead to a node that does not exist yet; absent: only those that do are offered. `type`: what was searched for already. */
  onNew?(outcome: string, type: string | null): void;
}

/** C: connect by keyboard alone, first the outcome (unless it is chosen already), then the target, which may be a new node: its type is found by the same words. */
export function ConnectDialog({ from, chosen = null, onClose, onNew }: ConnectDialogProps) {
  const { store, resources } = useEditing();
  const document = useEditor((state) => state.document);
  const kinds = resources.nodeTypes;
  const outcomes = from === START_NODE_ID ? [{ id: ENTRY_OUTCOME, displayName: 'Start' }] : outcomesIn(kinds, document, from);
  const [outcome, setOutcome] = useState<string | null>(chosen ?? (outcomes.length === 1 ? (outcomes[0]?.id ?? null) : null));
  const connections = document.tree.nodes?.[from]?.connections ?? {};
  const label = outcomes.find((candidate) => candidate.id === outcome)?.displayName ?? '';
  const outcomeItems = outcomes.map((candidate): Pick => {
    const to = connections[candidate.id];
    return { id: candidate.id, label: candidate.displayName, detail: to === undefined ? 'not connected' : `→ ${nameOf(kinds, document, to)}` };
  });
  const pickOf = (id: string): Pick => {
    const definition = definitionFor(kinds, document, id);
    return { id, label: nameOf(kinds, document, id), detail: definition?.name, icon: definition?.icon ?? 'box' };
  };
  // A node seldom leads to itself.
  const targets: Pick[] = [
    ...orderOf(document, kinds)
      .filter((id) => id !== from)
      .map(pickOf),
    { id: SUCCESS_NODE_ID, label: 'Success', icon: 'circle-check' },
    { id: FAILURE_NODE_ID, label: 'Failure', icon: 'circle-x' },
    ...(from === START_NODE_ID ? [] : [pickOf(from)]),
    ...(onNew ? [{ id: NEW, label: 'New node', detail: 'choose its type next', icon: 'circle-plus' }] : []),
  ];
  const entries = useMemo(() => paletteEntries(kinds), [kinds]);
  const found = (query: string): Pick[] => {
    const there = matching(targets, query);
    if (!onNew || query.trim() === '') return there;
    const types = searchPalette(entries, query).slice(0, TYPES_SHOWN);
    return [...there, ...types.map(({ type, name, icon, group }): Pick => ({ id: NEW_OF + type, label: `New ${name}`, detail: group, icon }))];
  };
  const pick = (to: string, leaving: string) => {
    if (to === NEW) return onNew?.(leaving, null);
    if (to.startsWith(NEW_OF)) return onNew?.(leaving, to.slice(NEW_OF.length));
    store.run(connectCommand(kinds, store.getState().document, from, leaving, to));
    onClose();
  };
  return (
    <Dialog title={`Connect ${nameOf(kinds, document, from)}`} isOpen onClose={onClose}>
      {outcome === null ? (
        <PickList key="outcome" label="Outcome" items={outcomeItems} onPick={setOutcome} />
      ) : (
        <PickList key="target" label={`${label} leads to`} items={targets} filter={found} onPick={(to) => pick(to, outcome)} />
      )}
    </Dialog>
  );
}
