import { type Identity, isObject, type JsonObject } from '@tandem/journey';
import { type NodeContext, NodeProcessError } from '../contract.ts';
import { collectedAttribute, identifyingAttribute, onlyUser } from './attributes.ts';
import { readable } from './readable.ts';
import { text } from './values.ts';

/** The user whom a node's `identityAttribute` finds, as AM asks IDM for it. */

/** What nodes assume whose source has the collected attribute alone. */
export const USERNAME_STANDS_IN = 'The user name may also come from username, where the basic nodes keep it.';

/** Node state keys that tell who the user is. */
export const identifyingKeys: readonly string[] = ['objectAttributes', 'username'];

export function identityAttributeOf(config: JsonObject): string {
  return text(config, 'identityAttribute') || 'userName';
}

/**
 * The text that names the user.
 *
 * @param orUsername whether the node takes `username` when the attribute was not collected, as AM's source has it for this node
 * @throws NodeProcessError in AM's words when node state holds neither
 */
export function identifyingValue(context: NodeContext, orUsername: boolean): string {
  const attribute = identityAttributeOf(context.config);
  const value = identifyingAttribute(context, attribute, orUsername || attribute === 'userName');
  if (!orUsername && collectedAttribute(context, attribute) !== value) context.because(USERNAME_STANDS_IN, 'inferred');
  if (value === undefined) throw new NodeProcessError(`${attribute} not present in state`);
  return value;
}

/** The one user whom node state names; AM ends the journey with this message when there is none, or more than one. */
export function existingUser(context: NodeContext, orUsername: boolean, missing: string): Identity {
  const value = identifyingValue(context, orUsername);
  const user = onlyUser(context, identityAttributeOf(context.config), value);
  if (!user) throw new NodeProcessError(missing);
  return user;
}

/** A user as IDM shows it: without what Tandem keeps beside it, and without secrets. */
export function managedObject(user: Identity): JsonObject {
  return { accountStatus: 'active', ...readable(user) };
}

/** IDM's metadata of a user: when it was created, its logins, its accepted terms. */
export function metadataOf(user: Identity): JsonObject {
  const meta = user._meta as JsonObject[string] | undefined;
  return isObject(meta) ? meta : {};
}

/** How often the user has logged in; undefined when nothing was ever counted. */
export function loginCountOf(user: Identity): number | undefined {
  const { loginCount } = metadataOf(user);
  return typeof loginCount === 'number' ? loginCount : undefined;
}
