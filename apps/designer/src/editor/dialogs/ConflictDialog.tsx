import './dialogs.css';
import { navigate } from '../../app/index.ts';
import { Button, Dialog, toast } from '../../components/index.ts';
import { type DiffGroup, DiffText, describe } from '../../versions/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { documentOf } from '../store/editorStore.ts';
import { save } from '../store/save.ts';
import { closeStore } from '../store/stores.ts';

function Side({ title, groups, none }: { title: string; groups: readonly DiffGroup[]; none?: string }) {
  return (
    <section className="conflict-side">
      <h3>{title}</h3>
      <DiffText groups={groups} none={none ?? 'No visible difference.'} />
    </section>
  );
}

/** Somebody else saved in between: shows what each side changed since this journey was read. */
export function ConflictDialog() {
  const { store, resources } = useEditing();
  const conflict = useEditor((state) => state.conflict);
  const saved = useEditor((state) => state.saved);
  const mine = useEditor((state) => state.document);
  const realm = useEditor((state) => state.realm);
  const id = useEditor((state) => state.id);
  if (conflict === null) return null;
  const { current } = conflict;
  const close = () => store.setState({ conflict: null });
  const keepMine = async () => {
    if (await save(store, current?.version ?? 0)) toast('Saved your version over theirs');
  };
  const takeTheirs = () => {
    if (current === null) {
      closeStore(realm, id);
      navigate('/');
      return;
    }
    store.adopt(current);
    toast('Took their version');
  };
  return (
    <Dialog
      title="Somebody else saved this journey"
      isOpen
      onClose={close}
      size="wide"
      role="alertdialog"
      footer={
        <>
          <Button onPress={close}>Decide later</Button>
          <Button kind="danger" onPress={takeTheirs}>
            {current === null ? 'Let it go' : 'Take theirs, drop mine'}
          </Button>
          <Button kind="primary" onPress={() => void keepMine()}>
            {current === null ? 'Create it again' : 'Keep mine, overwrite theirs'}
          </Button>
        </>
      }
    >
      <p>Nothing is saved or lost yet. Both sides changed since you opened it:</p>
      <div className="conflict">
        <Side
          title={current === null ? 'Theirs: deleted' : 'Theirs'}
          groups={current === null ? [] : describe(resources.nodeTypes, saved, documentOf(current))}
          {...(current === null ? { none: 'The journey was deleted.' } : {})}
        />
        <Side title="Mine" groups={describe(resources.nodeTypes, saved, mine)} />
      </div>
    </Dialog>
  );
}
