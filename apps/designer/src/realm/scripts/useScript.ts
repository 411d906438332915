import { type ScriptRecord, scriptConflictSchema } from '@tandem/api';
import { deepEqual, type Script } from '@tandem/journey';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../app/index.ts';
import { toast } from '../../components/index.ts';
import { saveScript } from './queries.ts';

/** The other side of a save that came too late; null: the script was deleted. */
export interface ScriptConflict {
  current: ScriptRecord | null;
}

/** A script as it is edited, and its saving with the version it was read at. */
export function useScript(realm: string, record: ScriptRecord) {
  const queries = useQueryClient();
  const [base, setBase] = useState(record);
  const [script, setScript] = useState<Script>(record.script);
  const [conflict, setConflict] = useState<ScriptConflict | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const isDirty = script !== base.script && !deepEqual(script, base.script);
  // Somebody else's newer version is taken as long as there is nothing to lose.
  if (record.version > base.version && !isDirty && !busy) {
    setBase(record);
    setScript(record.script);
  }
  const save = async (over = base.version) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setConflict(null);
    try {
      const { rewritten, ...saved } = await saveScript(realm, over, script);
      setBase(saved);
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
    change: setScript,
    base,
    isDirty,
    busy,
    failure,
    save,
    conflict,
    decideLater: () => setConflict(null),
    takeTheirs(current: ScriptRecord) {
      setBase(current);
      setScript(current.script);
      setConflict(null);
    },
  };
}
