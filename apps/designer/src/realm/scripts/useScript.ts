import { type ScriptRecord, scriptConflictSchema } from '@tandem/api';
import { deepEqual, type Script } from '@tandem/journey';
import { useQueryClient } from '@tanstack/react-query';
import { type SetStateAction, useMemo, useState } from 'react';
import { toast } from '../../components/index.ts';
import { useKeptDraft } from '../work/useKeptDraft.ts';
import { type Conflict, useSaving } from '../work/useSaving.ts';
import { saveScript } from './queries.ts';
import { keepScriptDraft, readScriptDraft } from './scriptDraft.ts';

export type ScriptConflict = Conflict<ScriptRecord>;

/** A script as it is edited, and its saving with the version it was read at. `others`: the other tabs that are open, whose unsaved work stays theirs. */
export function useScript(realm: string, record: ScriptRecord, others: ReadonlySet<string>) {
  const queries = useQueryClient();
  const [draft] = useState(() => readScriptDraft(realm, record.script._id, others));
  const [base, setBase] = useState(draft ? { ...record, version: draft.baseVersion, script: draft.base } : record);
  const [script, setScript] = useState<Script>(draft?.script ?? record.script);
  const [isRestored, setRestored] = useState(draft !== null);
  const { busy, failure, conflict, decideLater, forget, attempt } = useSaving(scriptConflictSchema);
  const isDirty = script !== base.script && !deepEqual(script, base.script);
  // Somebody else's newer version is taken as long as there is nothing to lose.
  if (record.version > base.version && !isDirty && !busy) {
    setBase(record);
    setScript(record.script);
  }
  const unsaved = useMemo(
    () => (isDirty ? { baseVersion: base.version, base: base.script, script } : null),
    [isDirty, base.version, base.script, script],
  );
  const { giveUp, isUnkept } = useKeptDraft(unsaved, (kept) => keepScriptDraft(realm, record.script._id, kept));
  const save = (over = base.version) =>
    attempt(async () => {
      const { rewritten, ...saved } = await saveScript(realm, over, script);
      setBase(saved);
      setRestored(false);
      const places = [...rewritten.scripts, ...rewritten.nodeTypes.map((name) => `the custom node ${name}`)];
      toast(places.length === 0 ? `Saved ${script.name}` : `Saved ${script.name}, now required by this name in ${places.join(', ')}`);
      await queries.invalidateQueries();
    });
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
    isUnkept,
    decideLater,
    takeTheirs(current: ScriptRecord) {
      setBase(current);
      setScript(current.script);
      forget();
      setRestored(false);
    },
  };
}
