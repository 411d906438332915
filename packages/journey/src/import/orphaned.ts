import { nodeKeysOf } from '../graph/nodes.ts';
import { own } from '../json/own.ts';
import type { Realm } from '../model.ts';

/**
 * Realm keys of nodes that a journey used before a change and none uses after it. AM keeps such nodes for ever: what it imports is put over
 * what was there, and nobody sees the rest any more.
 */
export function orphanedBetween(before: Realm, after: Realm): string[] {
  const keys = (realm: Realm) => Object.values(realm.journeys).flatMap((journey) => nodeKeysOf(realm, journey));
  const used = new Set(keys(after));
  return [...new Set(keys(before))].filter((key) => !used.has(key) && own(after.nodes, key) !== undefined);
}
