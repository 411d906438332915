import { saveScriptSchema } from '@tandem/api';
import { deepEqual, type Script } from '@tandem/journey';
import { readTabDraft } from '../../app/tabDrafts.ts';
import { keepDraft } from '../work/keepDraft.ts';

const place = (realm: string, id: string) => `tandem.script.${realm}/${id}`;
const draftSchema = saveScriptSchema.extend({ base: saveScriptSchema.shape.script });

/** Work on a script that was not saved, with what it was based on. */
export interface ScriptDraft {
  baseVersion: number;
  base: Script;
  script: Script;
}

export function readScriptDraft(realm: string, id: string, others: ReadonlySet<string>): ScriptDraft | null {
  const { baseVersion, base, script } = readTabDraft(place(realm, id), (value) => draftSchema.parse(value), others) ?? {};
  return baseVersion === undefined || !base || !script || deepEqual(base, script) ? null : { baseVersion, base, script };
}

/** @returns false when the browser has no room for it */
export const keepScriptDraft = (realm: string, id: string, draft: ScriptDraft | null): boolean => keepDraft(place(realm, id), draft);
