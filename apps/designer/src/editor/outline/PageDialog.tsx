import { announce, Dialog, refuse } from '../../components/index.ts';
import { type Pick, PickList } from '../dialogs/PickList.tsx';
import { useEditing } from '../EditorContext.ts';
import { nameOf } from '../store/nodes.ts';
import { intoPageCommand } from '../store/pageCommands.ts';
import { pagesFor } from '../store/pagePlaces.ts';

/** Which page a node goes into. A page that cannot take it says why, and choosing it says so again. */
export function PageDialog({ id, onClose, onMoved }: { id: string; onClose(): void; onMoved(): void }) {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const { document } = store.getState();
  const pages = pagesFor(kinds, document, id);
  const items = pages.map(
    (place): Pick => ({
      id: place.page,
      label: nameOf(kinds, document, place.page),
      detail: 'refusal' in place ? place.refusal : undefined,
    }),
  );
  const pick = (page: string) => {
    const place = pages.find((candidate) => candidate.page === page);
    if (!place) return;
    if ('refusal' in place) return refuse(place.refusal);
    const command = intoPageCommand(kinds, document, id, page, place.index);
    store.run(command);
    announce(command.name);
    onMoved();
    onClose();
  };
  return (
    <Dialog title={`Move ${nameOf(kinds, document, id)} into a page`} isOpen onClose={onClose}>
      <PickList label="Page" items={items} onPick={pick} />
    </Dialog>
  );
}
