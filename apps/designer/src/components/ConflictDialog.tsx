import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConflictDialogProps {
  /** What was saved twice, in a sentence: "journey", "custom node". */
  word: string;
  /** Whether the other side deleted it. */
  isDeleted: boolean;
  /** What each side changed since it was read. */
  theirs: ReactNode;
  mine: ReactNode;
  /** More words behind the names of the sides. */
  theirsTitle?: string;
  mineTitle?: string;
  onLater(): void;
  onTake(): void;
  onKeep(): void;
  /** Absent: both cannot be had. */
  merge?: { isDisabled: boolean; onMerge(): void } | undefined;
  /** Above both sides: why the last attempt failed. */
  failure?: ReactNode;
  /** Below both sides: what is to be decided. */
  children?: ReactNode;
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="conflict-side" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Somebody else saved in between: both sides beside each other, and the choice between them. */
export function ConflictDialog({
  word,
  isDeleted,
  theirs,
  mine,
  theirsTitle = '',
  mineTitle = '',
  onLater,
  onTake,
  onKeep,
  merge,
  failure,
  children,
}: ConflictDialogProps) {
  return (
    <Dialog
      title={`Somebody else saved this ${word}`}
      isOpen
      onClose={onLater}
      size="wide"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onLater}>Decide later</Button>
          <Button kind="danger" onPress={onTake}>
            {isDeleted ? 'Leave it deleted, drop mine' : 'Take theirs, drop mine'}
          </Button>
          <Button kind={merge ? 'default' : 'primary'} onPress={onKeep}>
            {isDeleted ? 'Create it again' : 'Keep mine, overwrite theirs'}
          </Button>
          {merge ? (
            <Button kind="primary" isDisabled={merge.isDisabled} onPress={merge.onMerge}>
              Merge both and save
            </Button>
          ) : null}
        </>
      }
    >
      {failure}
      <p>Nothing is saved or lost yet. Both sides changed since you opened it:</p>
      <div className="conflict">
        <Side title={isDeleted ? 'Theirs: deleted' : `Theirs${theirsTitle}`}>
          {isDeleted ? <p className="dim">{`The ${word} was deleted.`}</p> : theirs}
        </Side>
        <Side title={`Mine${mineTitle}`}>{mine}</Side>
      </div>
      {children}
    </Dialog>
  );
}
