import { Dialog } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { moveToPage } from '../pageActions.ts';
import { nameOf } from '../store/nodes.ts';
import { pagesFor } from '../store/pagePlaces.ts';
import { type Pick, PickList } from './PickList.tsx';

/** Which page a node goes into. A page that cannot take it says why, and choosing it says so again. */
export function PageDialog({ id, onClose, onMoved }: { id: string; onClose(): void; onMoved?(): void }) {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const { document } = store.getState();
  const items = pagesFor(kinds, document, id).map(
    (place): Pick => ({
      id: place.page,
      label: nameOf(kinds, document, place.page),
      detail: 'refusal' in place ? place.refusal : undefined,
    }),
  );
  const pick = (page: string) => {
    if (!moveToPage({ store, kinds }, page, id)) return;
    onMoved?.();
    onClose();
  };
  return (
    <Dialog title={`Move ${nameOf(kinds, document, id)} into a page`} isOpen onClose={onClose}>
      <PickList label="Page" items={items} onPick={pick} />
    </Dialog>
  );
}
