import './dialogs.css';
import { type JourneyDocument, type MergeSide, mergeDocuments } from '@tandem/journey';
import { useMemo, useState } from 'react';
import { navigate } from '../../app/index.ts';
import { ConflictDialog as ConflictFrame, ErrorBox, toast } from '../../components/index.ts';
import { DiffText, describe } from '../../versions/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { documentOf } from '../store/editorStore.ts';
import type { Kinds } from '../store/nodes.ts';
import { save } from '../store/save.ts';
import { closeStore } from '../store/stores.ts';
import { ClashList } from './ClashList.tsx';

const NO_ANSWERS: ReadonlyMap<string, MergeSide> = new Map();

function Changes({ kinds, before, after }: { kinds: Kinds; before: JourneyDocument; after: JourneyDocument }) {
  return <DiffText groups={describe(kinds, before, after)} none="No visible difference." />;
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
    <ConflictFrame
      word="journey"
      isDeleted={theirs === null}
      theirs={theirs === null ? null : <Changes kinds={kinds} before={saved} after={theirs} />}
      mine={<Changes kinds={kinds} before={saved} after={mine} />}
      onLater={close}
      onTake={takeTheirs}
      onKeep={() => void keepMine()}
      merge={merged ? { isDisabled: open > 0, onMerge: () => void takeBoth() } : undefined}
      failure={saveError ? <ErrorBox title="Not saved. Your work is kept in this browser" error={saveError} /> : null}
    >
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
    </ConflictFrame>
  );
}
