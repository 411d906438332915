import { ConflictDialog } from '../../components/index.ts';
import { DiffText, shownBoth } from '../../versions/index.ts';
import type { ContentChoice, FieldWords } from './useContentForm.ts';

function Changes({ base, side }: { base: FieldWords; side: FieldWords }) {
  const before = new Map(base);
  const labels = [...new Set([...before.keys(), ...side.map(([label]) => label)])];
  const after = new Map(side);
  const changed = labels.filter((label) => (before.get(label) ?? '') !== (after.get(label) ?? ''));
  const items = changed.map((label) => ({
    id: label,
    state: 'changed' as const,
    text: label,
    details: [{ label: '', ...shownBoth(before.get(label) || undefined, after.get(label) || undefined) }],
  }));
  return <DiffText groups={items.length === 0 ? [] : [{ title: 'Fields', items }]} none="Something that is not shown here." />;
}

/** Somebody else saved what is edited: what each side changed since it was read. */
export function ContentConflictDialog({ word, choice }: { word: string; choice: ContentChoice }) {
  const { isDeleted, base, mine, theirs, onLater, onTake, onKeep, onMerge } = choice;
  return (
    <ConflictDialog
      word={word}
      isDeleted={isDeleted}
      theirs={<Changes base={base} side={theirs} />}
      mine={<Changes base={base} side={mine} />}
      {...{ onLater, onTake, onKeep }}
      merge={onMerge && { isDisabled: false, onMerge }}
    >
      {onMerge ? <p role="status">The changes do not touch each other: both can be kept.</p> : null}
    </ConflictDialog>
  );
}
