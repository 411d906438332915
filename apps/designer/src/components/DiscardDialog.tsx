import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** Asks before what was typed is lost. */
export function DiscardDialog({ onDiscard, onStay }: { onDiscard(): void; onStay(): void }) {
  return (
    <Dialog
      title="Discard the changes?"
      role="alertdialog"
      isOpen
      onClose={onStay}
      footer={
        <>
          <Button kind="danger" onPress={onDiscard}>
            Discard changes
          </Button>
          <Button kind="primary" autoFocus onPress={onStay}>
            Keep editing
          </Button>
        </>
      }
    >
      <p>They have not been saved.</p>
    </Dialog>
  );
}
