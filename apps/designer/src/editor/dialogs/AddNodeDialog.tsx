import { type PaletteEntry, paletteEntries } from '@tandem/nodes';
import { useMemo } from 'react';
import { Dialog } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { searchPalette } from '../palette/search.ts';
import { PickList } from './PickList.tsx';

const SHOWN = 60;

/** N: choose a node type by typing. */
export function AddNodeDialog({
  title,
  isOpen,
  forPage = false,
  onClose,
  onPick,
}: {
  title?: string;
  isOpen: boolean;
  forPage?: boolean;
  onClose(): void;
  onPick(type: string): void;
}) {
  const { resources } = useEditing();
  const entries = useMemo(() => {
    const all = paletteEntries(resources.nodeTypes).filter((entry) => !forPage || entry.inPage === 'allowed');
    return [...all.filter((entry) => entry.executed), ...all.filter((entry) => !entry.executed)];
  }, [resources.nodeTypes, forPage]);
  const shape = (entry: PaletteEntry) => ({
    id: entry.type,
    label: entry.name,
    icon: entry.icon,
    detail: entry.executed ? entry.group : `${entry.group} · not executed here`,
  });
  return (
    <Dialog title={title ?? (forPage ? 'Add a node to the page' : 'Add a node')} isOpen={isOpen} onClose={onClose}>
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
