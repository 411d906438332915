import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, ErrorBox } from '../components/index.ts';

/** Says what still refers to the journey before it is deleted. */
export function DeleteDialog({
  id,
  usedBy,
  onDelete,
  onClose,
}: {
  id: string;
  usedBy: readonly string[];
  onDelete(): Promise<void>;
  onClose(): void;
}) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onDelete();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Delete ${id}?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} isDisabled={busy} onPress={() => void run()}>
            Delete journey
          </Button>
        </>
      }
    >
      {usedBy.length > 0 ? (
        <p>
          <strong>{usedBy.join(', ')}</strong> {usedBy.length === 1 ? 'starts' : 'start'} this journey and will fail there.
        </p>
      ) : (
        <p>No other journey starts it.</p>
      )}
      <p className="dim">
        Its nodes are deleted with it unless another journey uses them. Scripts stay. This cannot be undone here; export it first to keep a copy.
      </p>
      {failure ? <ErrorBox title={`${id} was not deleted`} error={failure} onRetry={() => void run()} /> : null}
    </Dialog>
  );
}
