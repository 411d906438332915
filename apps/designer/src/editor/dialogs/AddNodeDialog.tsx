import { type PaletteEntry, paletteEntries } from '@tandem/nodes';
import { useMemo } from 'react';
import { childrenOf } from '../../canvas/index.ts';
import { Dialog } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { searchPalette } from '../palette/search.ts';
import { PickList } from './PickList.tsx';

const SHOWN = 60;

/** N: choose a node type by typing. */
export function AddNodeDialog({
  title,
  isOpen,
  page,
  onClose,
  onPick,
}: {
  title?: string;
  isOpen: boolean;
  /** The page that it is added to: what cannot stand there is left out. */
  page?: string;
  onClose(): void;
  onPick(type: string): void;
}) {
  const { resources } = useEditing();
  const isEmpty = useEditor((state) => page !== undefined && childrenOf(state.document.nodes[page]).length === 0);
  const entries = useMemo(() => {
    const fits = ({ inPage }: PaletteEntry) => page === undefined || inPage === 'allowed' || (inPage === 'standalone' && isEmpty);
    const all = paletteEntries(resources.nodeTypes).filter(fits);
    return [...all.filter((entry) => entry.executed), ...all.filter((entry) => !entry.executed)];
  }, [resources.nodeTypes, page, isEmpty]);
  const shape = (entry: PaletteEntry) => ({
    id: entry.type,
    label: entry.name,
    icon: entry.icon,
    detail: entry.executed ? entry.group : `${entry.group} · not executed here`,
  });
  return (
    <Dialog title={title ?? (page !== undefined ? 'Add a node to the page' : 'Add a node')} isOpen={isOpen} onClose={onClose}>
      <PickList
        label="Node type"
        items={[]}
        filter={(query) => searchPalette(entries, query).slice(0, SHOWN).map(shape)}
        onPick={(type) => {
          onClose();
          onPick(type);
        }}
      />
    </Dialog>
  );
}
