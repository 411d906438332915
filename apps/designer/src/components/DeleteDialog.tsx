import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorBox } from './ErrorBox.tsx';

interface DeleteDialogProps {
  /** Name of the very thing. */
  title: string;
  /** What kind of thing it is: "journey", "user". */
  word: string;
  /** @param isAgain after the server said that somebody changed it since it was looked at: it is to go as it is now */
  onDelete(isAgain: boolean): Promise<void>;
  /** More than one thing goes. */
  areMany?: boolean;
  /** It cannot be deleted as things are; what stands in the dialog says why. There is no button then that could only fail. */
  isBlocked?: boolean;
  onClose(): void;
  /** What goes with it, and whether it can be undone. */
  children: ReactNode;
}

/** Asks before something is deleted for good, and stays when the server refuses. */
export function DeleteDialog({ title, word, areMany = false, onDelete, isBlocked = false, onClose, children }: DeleteDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onDelete(failure instanceof Error && 'status' in failure && failure.status === 409);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={isBlocked ? `${title} cannot be deleted yet` : `Delete ${title}?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      footer={
        isBlocked ? (
          <Button onPress={onClose}>Close</Button>
        ) : (
          <>
            <Button onPress={onClose}>{areMany ? 'Keep them' : 'Keep it'}</Button>
            <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} isIdle={busy} onPress={() => void run()}>
              {`Delete ${word}`}
            </Button>
          </>
        )
      }
    >
      {children}
      {failure ? <ErrorBox title={`${title} was not deleted`} error={failure} onRetry={() => void run()} /> : null}
    </Dialog>
  );
}
