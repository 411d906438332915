import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, ErrorBox } from '../../components/index.ts';

export interface DeleteDialogProps {
  title: string;
  word: string;
  hint?: string | undefined;
  onDelete(): Promise<void>;
  onClose(): void;
}

export function DeleteDialog({ title, word, hint, onDelete, onClose }: DeleteDialogProps) {
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
      title={`Delete ${title}?`}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} isDisabled={busy} onPress={() => void run()}>
            {`Delete ${word}`}
          </Button>
        </>
      }
    >
      <p>{hint ? `${hint} This cannot be undone.` : 'This cannot be undone.'}</p>
      {failure ? <ErrorBox title={`The ${word} was not deleted`} error={failure} onRetry={() => void run()} /> : null}
    </Dialog>
  );
}
