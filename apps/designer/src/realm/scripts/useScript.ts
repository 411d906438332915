import { type ScriptRecord, scriptConflictSchema } from '@tandem/api';
import { deepEqual, type Script } from '@tandem/journey';
import { useQueryClient } from '@tanstack/react-query';
import { type SetStateAction, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../app/index.ts';
import { toast } from '../../components/index.ts';
import { saveScript } from './queries.ts';
import { keepScriptDraft, readScriptDraft, type ScriptDraft } from './scriptDraft.ts';

const TYPING_DELAY_MS = 250;

/** The other side of a save that came too late; null: the script was deleted. */
export interface ScriptConflict {
  current: ScriptRecord | null;
}

/** A script as it is edited, and its saving with the version it was read at. `others`: the other tabs that are open, whose unsaved work stays theirs. */
export function useScript(realm: string, record: ScriptRecord, others: ReadonlySet<string>) {
  const queries = useQueryClient();
  const [draft] = useState(() => readScriptDraft(realm, record.script._id, others));
  const [base, setBase] = useState(draft ? { ...record, version: draft.baseVersion, script: draft.base } : record);
  const [script, setScript] = useState<Script>(draft?.script ?? record.script);
  const [isRestored, setRestored] = useState(draft !== null);
  const [conflict, setConflict] = useState<ScriptConflict | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const isDirty = script !== base.script && !deepEqual(script, base.script);
  // Somebody else's newer version is taken as long as there is nothing to lose.
  if (record.version > base.version && !isDirty && !busy) {
    setBase(record);
    setScript(record.script);
  }
  const giveUp = useKeptDraft(realm, isDirty ? { baseVersion: base.version, base: base.script, script } : null, record.script._id);
  const save = async (over = base.version) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setConflict(null);
    try {
      const { rewritten, ...saved } = await saveScript(realm, over, script);
      setBase(saved);
      setRestored(false);
      const places = [...rewritten.scripts, ...rewritten.nodeTypes.map((name) => `the custom node ${name}`)];
      toast(places.length === 0 ? `Saved ${script.name}` : `Saved ${script.name}, now required by this name in ${places.join(', ')}`);
      await queries.invalidateQueries();
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 409 ? scriptConflictSchema.safeParse(error.body) : null;
      if (stale?.success) setConflict({ current: stale.data.current });
      else setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    script,
    change(next: SetStateAction<Script>) {
      setScript(next);
      // Who goes on working has answered whether the restored work is to be kept.
      setRestored(false);
    },
    base,
    isDirty,
    busy,
    failure,
    save,
    conflict,
    isRestored: isRestored && isDirty,
    keepWorking: () => setRestored(false),
    discard() {
      setBase(record);
      setScript(record.script);
      setRestored(false);
    },
    /** The person leaves the script and knows what is lost with it, or the script is gone. */
    giveUp,
    decideLater: () => setConflict(null),
    takeTheirs(current: ScriptRecord) {
      setBase(current);
      setScript(current.script);
      setConflict(null);
      setRestored(false);
    },
  };
}

/**
 * Keeps what is not saved in the browser, in pauses of typing and when the page is left or fails.
 *
 * @returns gives it up
 */
function useKeptDraft(realm: string, draft: ScriptDraft | null, id: string): () => void {
  const latest = useRef(draft);
  latest.current = draft;
  const isGivenUp = useRef(false);
  const script = draft?.script;
  useEffect(() => {
    const write = () => keepScriptDraft(realm, id, isGivenUp.current ? null : latest.current);
    // What was saved or taken back is forgotten at once.
    const timer = setTimeout(write, script === undefined ? 0 : TYPING_DELAY_MS);
    addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', write);
    };
  }, [realm, id, script]);
  useEffect(() => () => keepScriptDraft(realm, id, isGivenUp.current ? null : latest.current), [realm, id]);
  return () => {
    isGivenUp.current = true;
  };
}
