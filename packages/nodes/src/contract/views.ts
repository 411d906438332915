import type { Identity, Json, JsonObject } from '@tandem/journey';
import type { StateScope } from './definition.ts';

/** What a node sees of its session, its request and its realm's people and objects. */

export interface NodeStateView {
  /** transient, then secure, then shared; undefined when missing. The read is recorded. */
  get(key: string): Json | undefined;
  putShared(key: string, value: Json): void;
  putTransient(key: string, value: Json): void;
  putSecure(key: string, value: Json): void;
  /** Removes the key from every scope. */
  remove(key: string): void;
  /**
   * Like `get`, from one scope alone: nodes that add to an object (`objectAttributes`) must not carry what another scope holds under the same key
   * (a password in transient state) into theirs.
   */
  getIn(scope: StateScope, key: string): Json | undefined;
  /** Everything of one scope, for scripts with inputs ["*"]; counts as reading "*". */
  all(scope: StateScope): JsonObject;
}

export interface RequestView {
  /** Locales of Accept-Language, best first, e.g. ["en-GB", "en"]. */
  locales: readonly string[];
  headers: Readonly<Record<string, string[]>>;
  parameters: Readonly<Record<string, string[]>>;
  cookies: Readonly<Record<string, string>>;
}

export interface IdentityView {
  byId(id: string): Identity | undefined;
  byUserName(userName: string, kind?: Identity['kind']): Identity | undefined;
  /** All users whose attribute equals the value (strings compared as AM's store does, ignoring case). */
  find(attribute: string, value: Json): Identity[];
}

/** Managed objects other than users, by type as in `managed/<type>`. */
export interface ObjectView {
  byId(type: string, id: string): JsonObject | undefined;
  /** All objects whose attribute equals the value, compared as those of users are. */
  find(type: string, attribute: string, value: Json): JsonObject[];
  all(type: string): JsonObject[];
}
