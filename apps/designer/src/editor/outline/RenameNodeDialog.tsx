import { type FormEvent, useState } from 'react';
import { Button, Dialog, TextField } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { renameCommand } from '../store/commands.ts';
import { nameOf, placement } from '../store/nodes.ts';

/** F2 in the outline: the name, as one step. */
export function RenameNodeDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { store, resources } = useEditing();
  const { document } = store.getState();
  const [name, setName] = useState(placement(document, id)?.displayName ?? '');
  const before = nameOf(resources.nodeTypes, document, id);
  const rename = () => {
    store.endGroup();
    store.run(renameCommand(resources.nodeTypes, store.getState().document, id, name));
    store.endGroup();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename();
  };
  return (
    <Dialog
      title={`Rename ${before}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={rename}>
            Rename
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <TextField label="Name" autoFocus value={name} onChange={setName} />
      </form>
    </Dialog>
  );
}
