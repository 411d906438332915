import { isObject } from '@tandem/journey';
import type { Json, JsonObject } from '../types.ts';
import { HostFailure } from './failure.ts';
import { project } from './managed-object.ts';
import { applyPatch } from './patch.ts';
import { query } from './query.ts';
import type { ScriptHostOptions } from './types.ts';

/** Managed objects of one type as IDM shows them; what is saved is kept for this script. */
export interface Collection {
  /** As errors name it: "managed/alpha_role". */
  name: string;
  get(id: string): JsonObject | undefined;
  all(): JsonObject[];
  /** Whether an object of that id cannot be created. */
  taken(id: string): boolean;
  /** @param before what is there already, when it is no new one */
  save(id: string, content: JsonObject, before: JsonObject | undefined, verb: string): JsonObject;
  delete(id: string): void;
}

export interface Call {
  collection: Collection;
  id: string | undefined;
  args: readonly Json[];
  options: ScriptHostOptions;
}

function existing({ collection, id }: Call): JsonObject & { _id: string } {
  const found = id === undefined ? undefined : collection.get(id);
  if (!found) throw new HostFailure(`Object ${id ?? ''} not found in ${collection.name}`, 404);
  return found as JsonObject & { _id: string };
}

function object(content: Json | undefined): JsonObject {
  if (!isObject(content)) throw new HostFailure('The content must be an object', 400);
  return content;
}

function create({ collection, id, args, options }: Call): JsonObject {
  const newId = typeof args[1] === 'string' && args[1] !== '' ? args[1] : (id ?? options.uuid());
  if (collection.taken(newId)) throw new HostFailure(`Object ${newId} exists already`, 412);
  return project(collection.save(newId, object(args[2]), undefined, 'create'), args[4]);
}

function patch(call: Call, operations: Json | undefined, fields: Json | undefined): JsonObject {
  const before = existing(call);
  return project(call.collection.save(before._id, applyPatch(before, operations), before, 'patch'), fields);
}

/** IDM's REST actions on managed objects: `create` on a type, `patch` on an object. undefined: another one. */
function action(call: Call): Json | undefined {
  const { args, id } = call;
  if (args[1] === 'create' && id === undefined) return create({ ...call, args: ['', null, args[2] ?? null, null, args[4] ?? null] });
  return args[1] === 'patch' && id !== undefined ? patch(call, args[2], args[4]) : undefined;
}

/** CREST's requests on a type of managed object, as `openidm`'s functions make them. */
export const verbs: Record<string, (call: Call) => Json | undefined> = {
  read({ collection, id, args }) {
    const found = id === undefined ? undefined : collection.get(id);
    return found ? project(found, args[2]) : null;
  },
  query({ collection, id, args, options }) {
    if (id !== undefined) throw new HostFailure('A query is made on a collection such as managed/alpha_user', 400);
    return query(collection.all(), args[1], args[2], options.queryFilter);
  },
  create,
  update(call) {
    const before = existing(call);
    return project(call.collection.save(before._id, object(call.args[2]), before, 'update'), call.args[4]);
  },
  patch: (call) => patch(call, call.args[2], call.args[4]),
  delete(call) {
    const before = existing(call);
    call.collection.delete(before._id);
    return project(before, call.args[3]);
  },
  action,
};
