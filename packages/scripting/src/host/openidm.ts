import { isObject } from '@tandem/journey';
import type { Identity, Json, JsonObject } from '../types.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { managedObject, project } from './managed-object.ts';
import type { Overlay } from './overlay.ts';
import { applyPatch } from './patch.ts';
import { query } from './query.ts';
import type { ScriptHostOptions } from './types.ts';

type Verb = (call: { id: string | undefined; args: readonly Json[]; overlay: Overlay; options: ScriptHostOptions }) => Json;

/** Users of this realm: `managed/alpha_user` and `managed/user`, with an id after a slash. */
function userPath(resource: string, realm: string): { id: string | undefined } | undefined {
  const name = realm.split('/').filter(Boolean).at(-1);
  const match = /^\/?managed\/([^/]+)(?:\/([^/]+))?$/.exec(resource);
  return match && (match[1] === 'user' || match[1] === `${name}_user`) ? { id: match[2] } : undefined;
}

function user(overlay: Overlay, id: string | undefined): Identity {
  const found = id === undefined ? undefined : overlay.get(id);
  if (found?.kind !== 'user') throw new HostFailure(`Object ${id ?? ''} not found in managed/user`, 404);
  return found;
}

function check(content: Json | undefined): JsonObject {
  if (!isObject(content)) throw new HostFailure('The content must be an object', 400);
  if (typeof content.userName !== 'string' || content.userName === '') throw new HostFailure('Policy validation failed: userName is required', 403);
  return content;
}

/** Saves a managed object as an identity: a new password is kept to be hashed, an old one stays. */
function save(id: string, content: JsonObject, before: Identity | undefined, overlay: Overlay, options: ScriptHostOptions, verb: string): Identity {
  const { password, kind: _kind, passwordHash: _hash, ...fields } = check(content);
  const name = String(fields.userName).toLowerCase();
  for (const other of overlay.all('user')) {
    if (other._id !== id && other.userName.toLowerCase() === name)
      throw new HostFailure(`Policy validation failed: userName ${fields.userName} is not unique`, 403);
  }
  if (password !== undefined && !options.keepPassword) notSimulated(`openidm.${verb} with a password`);
  const passwordHash = typeof password === 'string' ? options.keepPassword?.(password, id) : before?.passwordHash;
  const identity = { ...fields, _id: id, kind: 'user', ...(passwordHash === undefined ? {} : { passwordHash }) } as Identity;
  overlay.put(identity);
  return identity;
}

const verbs: Record<string, Verb> = {
  read({ id, args, overlay }) {
    const found = id === undefined ? undefined : overlay.get(id);
    return found?.kind === 'user' ? project(managedObject(found), args[2]) : null;
  },
  query({ id, args, overlay, options }) {
    if (id !== undefined) throw new HostFailure('A query is made on a collection such as managed/alpha_user', 400);
    return query([...overlay.all('user')].map(managedObject), args[1], args[2], options.queryFilter);
  },
  create({ id, args, overlay, options }) {
    const newId = typeof args[1] === 'string' && args[1] !== '' ? args[1] : (id ?? options.uuid());
    if (overlay.get(newId)) throw new HostFailure(`Object ${newId} exists already`, 412);
    return project(managedObject(save(newId, check(args[2]), undefined, overlay, options, 'create')), args[4]);
  },
  update({ id, args, overlay, options }) {
    const before = user(overlay, id);
    return project(managedObject(save(before._id, check(args[2]), before, overlay, options, 'update')), args[4]);
  },
  patch({ id, args, overlay, options }) {
    const before = user(overlay, id);
    return project(managedObject(save(before._id, applyPatch(managedObject(before), args[2]), before, overlay, options, 'patch')), args[4]);
  },
  delete({ id, args, overlay }) {
    const before = user(overlay, id);
    overlay.delete(before._id);
    return project(managedObject(before), args[3]);
  },
};

/** One call of `openidm` on the users of the realm. Every other resource and every action is not simulated. */
export function openidm(method: string, args: readonly Json[], overlay: Overlay, options: ScriptHostOptions): Json {
  const resource = String(args[0]);
  const path = userPath(resource, options.realm);
  const verb = Object.hasOwn(verbs, method) ? verbs[method] : undefined;
  if (path === undefined || verb === undefined)
    return notSimulated(`openidm.${method} on ${resource}${method === 'action' ? ` (${String(args[1])})` : ''}`);
  return verb({ id: path.id, args, overlay, options });
}
