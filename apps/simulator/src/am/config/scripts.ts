import { randomUUID } from 'node:crypto';
import { encodeScript, type JsonObject, own, type Realm, type Script, scriptBody, scriptSchema, withScriptBody } from '@tandem/journey';
import { ProblemError } from '../../http/problem.ts';
import { planRemoval } from '../../scripts/plan.ts';
import type { RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { AmFailure } from '../failure.ts';
import { type Collection, writeItem } from './collection.ts';

/** Whom AM names as the author of what amadmin saved. */
const ADMIN = 'id=amadmin,ou=user,ou=am-config';

/** `scripts`: by id. Over REST their source is base64, whatever form a file had; they have no revision (recorded). */
export const scripts: Collection = {
  version: '1.1',
  plain: true,
  list: ({ realm }) => Object.values(realm.scripts).map(shown),
  read({ realm }, id) {
    const script = own(realm.scripts, id);
    return script && shown(script);
  },
  write: (stored, id, body) => ({ puts: [{ kind: 'scripts', key: id, body: scriptOf(stored, id, body) }] }),
  // What somebody writes is none of AM's own scripts any more (recorded).
  written: (_before, item) => ({ ...item, default: false }),
  remove,
  removed: ({ _id = '' }) => ({ _id }),
  missing: (id) => new AmFailure(404, `Script with UUID ${id} could not be found in realm`),
  actions: {
    create: (call, body) => {
      const id = typeof body._id === 'string' && body._id !== '' ? body._id : randomUUID();
      return writeItem(scripts, call, id, body, new AmFailure(409, `Script with UUID ${id} exists already`));
    },
    validate: async ({ res }) => void res.json({ success: true }),
  },
};

function shown(script: Script): JsonObject {
  return {
    description: null,
    default: false,
    language: 'JAVASCRIPT',
    createdBy: 'null',
    creationDate: 0,
    lastModifiedBy: 'null',
    lastModifiedDate: 0,
    evaluatorVersion: '1.0',
    ...(script as JsonObject),
    script: encodeScript(scriptBody(script), 'base64') as string,
  };
}

/** @throws AmFailure 400 for one that AM would not take, 409 for a name that another script has */
function scriptOf({ realm }: StoredRealm, id: string, { _rev, ...body }: JsonObject): Script {
  if (typeof body.name !== 'string' || body.name.trim() === '') throw new AmFailure(400, 'Script name must be specified');
  if (typeof body.script !== 'string') throw new AmFailure(400, 'Script must be specified');
  const parsed = scriptSchema.safeParse({ ...body, _id: id });
  if (!parsed.success) throw new AmFailure(400, `Invalid value of ${parsed.error.issues[0]?.path.join('.') ?? 'the script'}`);
  checkName(realm, id, body.name);
  const before = own(realm.scripts, id);
  const source = sourceOf(body.script);
  // As it was written before, else as exports write it.
  const script = before ? withScriptBody(before, source).script : (encodeScript(source, 'json') as string);
  const next: Script = { evaluatorVersion: '1.0', ...parsed.data, script, ...authorsOf(before) };
  if (before && isSame(before, next)) return before;
  return { ...next, lastModifiedBy: ADMIN, lastModifiedDate: Date.now() };
}

function authorsOf(before: Script | undefined): JsonObject {
  const { createdBy = ADMIN, creationDate = Date.now() } = (before ?? {}) as JsonObject;
  return { createdBy, creationDate };
}

/** Whether nothing differs but who saved it and when. */
function isSame(a: Script, b: Script): boolean {
  const content = (script: Script): JsonObject => {
    const { lastModifiedBy, lastModifiedDate, createdBy, creationDate, ...rest } = shown(script);
    return rest;
  };
  const [left, right] = [content(a), content(b)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => JSON.stringify(left[name]) === JSON.stringify(right[name]));
}

function checkName(realm: Realm, id: string, name: string): void {
  const twin = Object.values(realm.scripts).find((script) => script._id !== id && script.name === name);
  // A file may have brought two of one name: each may be saved as it is.
  if (twin && own(realm.scripts, id)?.name !== name) throw new AmFailure(409, `Script with name ${name} already exist in realm /${realm.name}`);
}

/** @throws AmFailure 400 for what is no base64 of UTF-8 */
function sourceOf(script: string): string {
  const bytes = Buffer.from(script, 'base64');
  const isBase64 = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(script);
  const source = bytes.toString('utf8');
  if (!isBase64 || !Buffer.from(source, 'utf8').equals(bytes)) throw new AmFailure(400, 'Script must be a base64 encoded string in UTF-8');
  return source;
}

/** @throws AmFailure 409 while something uses it */
function remove(stored: StoredRealm, id: string): RealmChange {
  try {
    return planRemoval(stored, id);
  } catch (error) {
    if (error instanceof ProblemError) throw new AmFailure(error.status, error.message);
    throw error;
  }
}
