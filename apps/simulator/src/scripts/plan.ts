import { randomUUID } from 'node:crypto';
import type { saveScriptSchema } from '@tandem/api';
import { deepEqual, type Issue, own } from '@tandem/journey';
import type * as z from 'zod';
import { badRequest, notFound, ProblemError } from '../http/problem.ts';
import { knowledgeOf } from '../realms/find.ts';
import { withTouches } from '../realms/touch.ts';
import type { Put, RealmChange, StoredRealm } from '../storage/realm-change.ts';
import { recordOf } from './records.ts';
import { type Requirers, renamedRequirers, requirersOf } from './requirers.ts';

/** What saving a script changes; `requirers` are rewritten, since the library that they require has another name now. */
interface SavePlan {
  change: RealmChange;
  requirers: Requirers;
}

/**
 * What saving a script changes: itself, whatever requires it by another name than its new one, and the versions of the journeys that run it.
 * @throws ProblemError 409 with the script as it is now when somebody saved in between; 400 for one that AM would not take
 */
export function planSave(current: StoredRealm, id: string, { baseVersion, script }: z.output<typeof saveScriptSchema>): SavePlan {
  const stored = own(current.realm.scripts, id);
  const found = current.revision('scripts', id)?.version ?? 0;
  if (found !== baseVersion) {
    // The same script again, after an answer that got lost: it is saved already.
    if (stored && deepEqual(stored, script)) return { change: {}, requirers: { scripts: [], nodeTypes: [] } };
    throw conflict(current, id, script.name);
  }
  if (script._id !== id) throw badRequest({ field: 'script._id', message: `The script holds the id "${script._id}".`, expected: id });
  if (script.name.trim() === '') throw badRequest({ field: 'script.name', message: 'A script needs a name.', expected: 'a text' });
  // AM wants each name once; a file may have brought two.
  const twin = Object.values(current.realm.scripts).find((other) => other._id !== id && other.name === script.name);
  if (twin && stored?.name !== script.name)
    throw badRequest({ field: 'script.name', message: `The realm has a script "${script.name}" already.`, expected: 'another name' });
  const isRenamed = stored !== undefined && stored.name !== script.name;
  const requirers = isRenamed ? requirersOf(current.realm, stored) : { scripts: [], nodeTypes: [] };
  const puts: Put[] = [{ kind: 'scripts', key: id, body: script }, ...renamedRequirers(requirers, stored?.name ?? '', script.name)];
  return { change: withTouches(current.realm, { puts }, knowledgeOf(current)), requirers };
}

/**
 * Deletes a script, with a backup.
 *
 * @param baseVersion the version that was looked at; absent: whatever is there
 * @throws ProblemError 404; 409 with the script as it is now when somebody saved in between, or with everything that uses it
 */
export function planRemoval(current: StoredRealm, id: string, baseVersion?: number): RealmChange {
  const record = recordOf(current, id);
  if (!record) throw missingScript(current.realm.name, id);
  if (baseVersion !== undefined && baseVersion !== record.version) throw conflict(current, id, record.script.name);
  const { script, uses, requiredBy, requiredByNodeTypes } = record;
  const errors: Issue[] = [
    ...uses.map(({ journey, node, field, displayName }) => ({
      journey,
      node,
      ...(field === undefined ? {} : { field }),
      message: `"${displayName}" of the journey "${journey}" runs it.`,
      expected: 'another script',
    })),
    ...requiredBy.map((name) => ({ field: 'script', message: `The script "${name}" requires it.`, expected: 'a script without it' })),
    ...requiredByNodeTypes.map((name) => ({
      field: 'script',
      message: `The custom node "${name}" requires it.`,
      expected: 'a custom node without it',
    })),
  ];
  if (errors.length > 0) {
    const users = errors.length === 1 ? '1 place' : `${errors.length} places`;
    throw new ProblemError(409, `The script "${script.name}" is used in ${users}.`, { title: 'The script is in use', errors });
  }
  return { deletes: [{ kind: 'scripts', key: id }], cause: 'delete', backup: { id: randomUUID(), note: `the script ${script.name}` } };
}

export function missingScript(realm: string, id: string): ProblemError {
  return notFound(`The realm "${realm}" has no script "${id}".`, { field: 'id', expected: "the id of one of the realm's scripts" });
}

function conflict(current: StoredRealm, id: string, name: string): ProblemError {
  const record = recordOf(current, id) ?? null;
  const message = record === null ? `The script "${name}" has been deleted.` : `The script "${record.script.name}" has been saved by somebody else.`;
  return new ProblemError(409, message, {
    title: 'The script has changed in between',
    errors: [{ field: 'baseVersion', message, expected: String(record?.version ?? 0) }],
    extra: { current: record },
  });
}
