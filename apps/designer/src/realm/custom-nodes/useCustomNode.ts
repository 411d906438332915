import { type CustomNodeRecord, customNodeConflictSchema, type InstanceEffectAnswer } from '@tandem/api';
import { type CustomNodeType, deepEqual } from '@tandem/journey';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { NEW_CUSTOM_NODE } from '../../app/index.ts';
import { toast } from '../../components/index.ts';
import { apply, closeGroup, type History, noHistory, redo, undo } from '../../editor/store/history.ts';
import { useKeptDraft } from '../work/useKeptDraft.ts';
import { type Conflict, useSaving } from '../work/useSaving.ts';
import { effectsOf, saveCustomNode } from './api.ts';
import { draftOf, rebased, renamedIn, type TypeCommand, type TypeDraft } from './draft.ts';
import { keep, readKept } from './keptDraft.ts';

interface Base {
  version: number;
  /** null: it is not saved yet. */
  type: CustomNodeType | null;
}
interface Work {
  draft: TypeDraft;
  history: History<TypeDraft>;
}

export type TypeConflict = Conflict<CustomNodeRecord>;

/** Whether journeys can tell the difference: a script or a text alone changes nothing on their nodes. */
function showsOnNodes(before: CustomNodeType, after: CustomNodeType): boolean {
  const parts = ({ outcomes, errorOutcome = false, properties = {} }: CustomNodeType) => ({ outcomes, errorOutcome, properties });
  return !deepEqual(parts(before), parts(after));
}

/**
 * A custom node type as it is edited: its history, what the browser keeps of it, and its saving with the version it was read at.
 *
 * @param item address part: its id, or the word for a new one
 * @param record as the server has it; null for a new one
 * @param fresh what a new one starts with
 * @param others the other tabs that are open, whose unsaved work stays theirs
 */
export function useCustomNode(realm: string, item: string, record: CustomNodeRecord | null, fresh: CustomNodeType, others: ReadonlySet<string>) {
  const queries = useQueryClient();
  const [kept] = useState(() => readKept(realm, item, others));
  const [base, setBase] = useState<Base>(() => {
    if (kept && kept.baseVersion !== (record?.version ?? 0)) return { version: kept.baseVersion, type: kept.base };
    return { version: record?.version ?? 0, type: record?.nodeType ?? null };
  });
  const [work, setWork] = useState<Work>(() => ({ draft: kept?.draft ?? draftOf(record?.nodeType ?? fresh), history: noHistory }));
  // A copy starts as unsaved work; nobody has to be told.
  const [restored, setRestored] = useState(kept !== null && (record !== null || item === NEW_CUSTOM_NODE));
  /** What saving would do to nodes, while a person looks at it. */
  const [effects, setEffects] = useState<{ list: readonly InstanceEffectAnswer[]; over: number } | null>(null);
  const { busy, failure, conflict, decideLater, forget: forgetAnswer, attempt: ask } = useSaving(customNodeConflictSchema);
  const [saved, setSaved] = useState<CustomNodeRecord | null>(null);
  const [isGone, setGone] = useState(false);
  const { draft, history } = work;
  const { type } = draft;
  const isDirty = !isGone && saved === null && !deepEqual(type, base.type ?? fresh);
  const latest = useRef(work);
  latest.current = work;

  // Somebody else's newer version is taken as long as there is nothing to lose.
  if (record !== null && record.version > base.version && !isDirty && !busy) {
    setBase({ version: record.version, type: record.nodeType });
    setWork({ draft: draftOf(record.nodeType), history: noHistory });
  }
  const unsaved = useMemo(() => (isDirty ? { baseVersion: base.version, base: base.type, draft } : null), [isDirty, base, draft]);
  const { giveUp, isUnkept } = useKeptDraft(unsaved, (work) => keep(realm, item, work));

  const put = (next: Work) => {
    latest.current = next;
    setWork(next);
  };
  const step = (move: typeof undo, side: 'before' | 'after') => {
    const found = move(latest.current.history);
    if (found) put({ draft: found.step[side], history: found.history });
    return found?.step.name ?? null;
  };
  const adopt = (next: CustomNodeRecord) => {
    setBase({ version: next.version, type: next.nodeType });
    setWork({ draft: draftOf(next.nodeType), history: noHistory });
    forgetAnswer();
    setRestored(false);
  };
  const attempt = async (action: () => Promise<void>) => {
    if (!(await ask(action))) setEffects(null);
  };
  const write = (instances: 'replace' | 'leave', over = base.version) =>
    attempt(async () => {
      const sent = latest.current.draft;
      const answer = await saveCustomNode(realm, { baseVersion: over, nodeType: sent.type, renamed: renamedIn(sent), instances });
      setBase({ version: answer.record.version, type: answer.record.nodeType });
      // What was written meanwhile stays; from now on names count from what was saved.
      const from = (state: TypeDraft) => rebased(state, sent);
      const moved = (steps: Work['history']['past']) => steps.map((step) => ({ ...step, before: from(step.before), after: from(step.after) }));
      setWork(({ draft: now, history: { past, future } }) => ({ draft: from(now), history: { past: moved(past), future: moved(future) } }));
      setEffects(null);
      setRestored(false);
      if (base.type === null) setSaved(answer.record);
      const nodes = answer.effects.length;
      toast(nodes > 0 ? `Saved ${sent.type.displayName} and changed ${nodes === 1 ? '1 node' : `${nodes} nodes`}` : `Saved ${sent.type.displayName}`);
      await queries.invalidateQueries();
    });
  return {
    draft,
    type,
    base,
    isNew: base.type === null,
    isDirty,
    busy,
    failure,
    restored,
    keepWorking: () => setRestored(false),
    run(command: TypeCommand) {
      const next = apply(latest.current.draft, latest.current.history, command);
      if (next.document === latest.current.draft) return;
      put({ draft: next.document, history: next.history });
      // Who goes on working has answered whether the restored work is to be kept.
      setRestored(false);
    },
    endGroup: () => put({ ...latest.current, history: closeGroup(latest.current.history) }),
    undo: () => step(undo, 'before'),
    redo: () => step(redo, 'after'),
    undoName: history.past.at(-1)?.name,
    redoName: history.future[0]?.name,
    /** Saves at once, or shows first what becomes of the nodes of the type. */
    save: (over = base.version) => {
      const before = base.type;
      if (before === null || !showsOnNodes(before, type)) return write('replace', over);
      return attempt(async () => {
        const found = await effectsOf(realm, { nodeType: type, renamed: renamedIn(draft) });
        if (found.length > 0) return setEffects({ list: found, over });
        await write('replace', over);
      });
    },
    write,
    effects,
    closeEffects: () => setEffects(null),
    conflict,
    isUnkept,
    decideLater,
    adopt,
    /** Goes back to what is saved. */
    discard() {
      if (record) return adopt(record);
      setWork({ draft: draftOf(fresh), history: noHistory });
      setRestored(false);
    },
    /** Gives the work up: the person leaves it, or the type was deleted. */
    forget() {
      giveUp();
      setGone(true);
    },
    isGone,
    /** The record of a new one after its first save. */
    saved,
  };
}
