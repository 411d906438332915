import './dialogs.css';
import { type MergeSide, mergeDocuments } from '@tandem/journey';
import { useMemo, useState } from 'react';
import { navigate } from '../../app/index.ts';
import { Button, Dialog, ErrorBox, toast } from '../../components/index.ts';
import { type DiffGroup, DiffText, describe } from '../../versions/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { documentOf } from '../store/editorStore.ts';
import { save } from '../store/save.ts';
import { closeStore } from '../store/stores.ts';
import { ClashList } from './ClashList.tsx';

const NO_ANSWERS: ReadonlyMap<string, MergeSide> = new Map();

function Side({ title, groups, none }: { title: string; groups: readonly DiffGroup[]; none?: string }) {
  return (
    <section className="conflict-side">
      <h3>{title}</h3>
      <DiffText groups={groups} none={none ?? 'No visible difference.'} />
    </section>
  );
}

/** Somebody else saved in between: shows what each side changed since this journey was read, and merges both. */
export function ConflictDialog() {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const conflict = useEditor((state) => state.conflict);
  const saved = useEditor((state) => state.saved);
  const mine = useEditor((state) => state.document);
  const realm = useEditor((state) => state.realm);
  const id = useEditor((state) => state.id);
  const saveError = useEditor((state) => state.saveError);
  const current = conflict?.current ?? null;
  const [answered, setAnswered] = useState<{ version: number; sides: ReadonlyMap<string, MergeSide> } | null>(null);
  // What was answered was about the version that was shown then.
  const answers = answered !== null && answered.version === current?.version ? answered.sides : NO_ANSWERS;
  const theirs = useMemo(() => (current === null ? null : documentOf(current)), [current]);
  const merged = useMemo(
    () => (theirs === null ? null : mergeDocuments(saved, mine, theirs, (clash) => answers.get(clash) ?? 'mine')),
    [saved, mine, theirs, answers],
  );
  if (conflict === null) return null;
  const clashes = merged?.clashes ?? [];
  const open = clashes.filter((clash) => !answers.has(clash.id)).length;
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
    store.takeOver(current);
    toast('Took their version. Undo brings yours back');
  };
  const takeBoth = async () => {
    if (current === null || merged === null) return;
    store.run({ name: 'Merge with what somebody else saved', apply: () => merged.document });
    // From here on their version is what was read last.
    store.setState({ saved: documentOf(current), baseVersion: current.version, latest: current, conflict: null });
    if (await save(store)) toast('Saved both: your changes and theirs');
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
            {current === null ? 'Leave it deleted, drop mine' : 'Take theirs, drop mine'}
          </Button>
          <Button kind={current === null ? 'primary' : 'default'} onPress={() => void keepMine()}>
            {current === null ? 'Create it again' : 'Keep mine, overwrite theirs'}
          </Button>
          {merged ? (
            <Button kind="primary" isDisabled={open > 0} onPress={() => void takeBoth()}>
              Merge both and save
            </Button>
          ) : null}
        </>
      }
    >
      {saveError ? <ErrorBox title="Not saved. Your work is kept in this browser" error={saveError} /> : null}
      <p>Nothing is saved or lost yet. Both sides changed since you opened it:</p>
      <div className="conflict">
        <Side
          title={theirs === null ? 'Theirs: deleted' : 'Theirs'}
          groups={theirs === null ? [] : describe(kinds, saved, theirs)}
          {...(theirs === null ? { none: 'The journey was deleted.' } : {})}
        />
        <Side title="Mine" groups={describe(kinds, saved, mine)} />
      </div>
      {theirs === null ? null : (
        <p role="status">
          {clashes.length === 0
            ? 'The changes do not touch each other: both can be kept.'
            : `Everything else fits together. Both changed ${clashes.length === 1 ? 'this' : `these ${clashes.length} things`}${open > 0 ? ', so choose whose stays:' : ':'}`}
        </p>
      )}
      {theirs !== null && clashes.length > 0 ? (
        <ClashList
          kinds={kinds}
          mine={mine}
          theirs={theirs}
          clashes={clashes}
          answers={answers}
          onAnswer={(clash, side) => setAnswered({ version: current?.version ?? 0, sides: new Map([...answers, [clash, side]]) })}
        />
      ) : null}
    </Dialog>
  );
}
