import { isUserType } from '@tandem/journey';
import type { Json, ScriptMail } from '../types.ts';
import { type Collection, verbs } from './collection.ts';
import { email } from './email.ts';
import { notSimulated } from './failure.ts';
import type { ManagedTypes } from './managed-types.ts';
import { managedUsers } from './managed-users.ts';
import type { Overlay } from './overlay.ts';
import { policy } from './policy.ts';
import { idmOverRest, type Stubbed } from './rest.ts';
import type { ScriptHostOptions } from './types.ts';

/** What one script run sees and leaves of IDM. */
export interface IdmWorld {
  overlay: Overlay;
  types: ManagedTypes;
  mails: ScriptMail[];
  stubbed: Stubbed;
  options: ScriptHostOptions;
}

const OBJECT = /^managed\/([A-Za-z][A-Za-z0-9_-]{0,79})(?:\/([^/]+))?$/;

/** Users of this realm: `alpha_user` on AIC, `user` everywhere. */
function isRealmUser(type: string, realm: string): boolean {
  return type === 'user' || type === `${realm.split('/').filter(Boolean).at(-1)}_user`;
}

function collectionOf(type: string, { overlay, types, options }: IdmWorld): Collection | undefined {
  if (isRealmUser(type, options.realm)) return managedUsers(overlay, options);
  // The users of another realm are not in this one.
  return isUserType(type) ? undefined : types.collection(type);
}

/** One call of `openidm`: managed objects, mails and policies as IDM handles them, anything else as its REST request is stubbed. */
export function openidm(method: string, args: readonly Json[], world: IdmWorld): Json {
  const { options, mails, stubbed } = world;
  const resource = String(args[0]).replace(/^\//, '');
  const [, type, id] = OBJECT.exec(resource) ?? [];
  const verb = Object.hasOwn(verbs, method) ? verbs[method] : undefined;
  if (!verb) return notSimulated(`openidm.${method}`);
  const collection = type === undefined ? undefined : collectionOf(type, world);
  const known = collection ? verb({ collection, id, args, options }) : method === 'action' ? service(resource, args, options, mails) : undefined;
  return known === undefined ? idmOverRest(options.origin ?? 'https://localhost', method, args, stubbed) : known;
}

/** Actions of IDM's own services. */
function service(resource: string, args: readonly Json[], options: ScriptHostOptions, mails: ScriptMail[]): Json | undefined {
  if (resource === 'external/email') return email(args[1], args[2], mails);
  const [, type = ''] = /^policy\/managed\/([^/]+)(?:\/[^/]*)?$/.exec(resource) ?? [];
  return isRealmUser(type, options.realm) ? policy(args[1], args[2], options) : undefined;
}
