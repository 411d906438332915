import './form.css';
import { Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLeaveGuard } from '../../app/index.ts';
import { Button, DeleteDialog, Dialog, DiscardDialog, ErrorBox } from '../../components/index.ts';
import { ContentConflictDialog } from './ContentConflictDialog.tsx';
import { unplaced } from './errors.ts';
import type { ContentChoice } from './useContentForm.ts';
import { useSaveKey } from './useSaveKey.ts';

export interface EditDialogProps {
  title: string;
  /** What is edited, in sentences: "user", "HTTP stub". */
  word: string;
  isNew: boolean;
  isDirty: boolean;
  /** Fields that show the server's refusals themselves; the others stand in a box. */
  places: readonly string[];
  /** What the last attempt to save said; null before and after success. */
  failure: unknown;
  isBusy: boolean;
  /** Somebody else saved in between. */
  conflict?: ContentChoice | null;
  onSave(): void;
  /** Absent for what is new. What it throws is shown. */
  onDelete?: ((isAgain: boolean) => Promise<void>) | undefined;
  /** What is lost with it. */
  deleteHint?: string;
  size?: 'wide' | 'full';
  onClose(): void;
  children: ReactNode;
}

/** A form in a dialog: saves by button, Enter or Ctrl S; asks before input is lost and before something is deleted. */
export function EditDialog({
  title,
  word,
  isNew,
  isDirty,
  places,
  failure,
  isBusy,
  conflict = null,
  onSave,
  onDelete,
  deleteHint,
  size = 'wide',
  onClose,
  children,
}: EditDialogProps) {
  const { leaving, ask, stay } = useLeaveGuard(isDirty);
  const [deleting, setDeleting] = useState(false);
  const save = () => {
    if (!isBusy) onSave();
  };
  useSaveKey(save);
  const rest = unplaced(failure, places);
  const close = () => ask(onClose);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      title={title}
      size={size}
      isOpen
      onClose={close}
      footer={
        <>
          {onDelete ? (
            <span className="edit-delete">
              <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} onPress={() => setDeleting(true)}>
                {`Delete ${word}`}
              </Button>
            </span>
          ) : null}
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" isIdle={isBusy} onPress={save}>
            {isNew ? `Create ${word}` : 'Save'}
          </Button>
        </>
      }
    >
      {failure && rest === null ? (
        <p className="edit-refused" role="alert">
          {`The ${word} was not saved: see the marked fields.`}
        </p>
      ) : null}
      {rest ? <ErrorBox title={`The ${word} was not saved`} error={rest} onRetry={save} /> : null}
      <form className="edit-form" onSubmit={onSubmit}>
        {children}
        {/* Enter in a field submits a form only where it has a button for that; the one that is seen stands in the footer. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      {conflict ? <ContentConflictDialog word={word} choice={conflict} /> : null}
      {leaving ? <DiscardDialog onDiscard={leaving} onStay={stay} /> : null}
      {deleting && onDelete ? (
        <DeleteDialog title={title} word={word} onDelete={onDelete} onClose={() => setDeleting(false)}>
          <p>{deleteHint ? `${deleteHint} This cannot be undone.` : 'This cannot be undone.'}</p>
        </DeleteDialog>
      ) : null}
    </Dialog>
  );
}
