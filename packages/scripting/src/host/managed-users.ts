import type { Identity, JsonObject } from '../types.ts';
import type { Collection } from './collection.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { managedObject } from './managed-object.ts';
import type { Overlay } from './overlay.ts';
import type { ScriptHostOptions } from './types.ts';

/** The realm's users as managed objects: they are identities, which know passwords. */
export function managedUsers(overlay: Overlay, options: ScriptHostOptions): Collection {
  const user = (id: string): Identity | undefined => {
    const found = overlay.get(id);
    return found?.kind === 'user' ? found : undefined;
  };
  return {
    name: 'managed/user',
    get(id) {
      const found = user(id);
      return found && managedObject(found);
    },
    all: () => [...overlay.all('user')].map(managedObject),
    taken: (id) => overlay.get(id) !== undefined,
    save(id, content, _before, verb) {
      const identity = saved(id, content, user(id), overlay, options, verb);
      overlay.put(identity);
      return managedObject(identity);
    },
    delete: (id) => overlay.delete(id),
  };
}

/** A managed object as an identity: a new password is kept to be hashed, an old one stays. */
function saved(id: string, content: JsonObject, before: Identity | undefined, overlay: Overlay, options: ScriptHostOptions, verb: string): Identity {
  if (typeof content.userName !== 'string' || content.userName === '') throw new HostFailure('Policy validation failed: userName is required', 403);
  const { password, kind: _kind, passwordHash: _hash, ...fields } = content;
  const name = content.userName.toLowerCase();
  for (const other of overlay.all('user')) {
    if (other._id !== id && other.userName.toLowerCase() === name)
      throw new HostFailure(`Policy validation failed: userName ${content.userName} is not unique`, 403);
  }
  if (password !== undefined && !options.keepPassword) notSimulated(`openidm.${verb} with a password`);
  const passwordHash = typeof password === 'string' ? options.keepPassword?.(password, id) : before?.passwordHash;
  return { ...fields, _id: id, kind: 'user', ...(passwordHash === undefined ? {} : { passwordHash }) } as Identity;
}
