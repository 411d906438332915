import { randomUUID } from 'node:crypto';
import type { OrphanNode } from '@tandem/api';
import { configOf, type NodeResource, nodeKeysOf } from '@tandem/journey';
import { definitionOf } from '@tandem/nodes';
import { notFound } from '../../http/problem.ts';
import type { Delete, RealmChange, StoredRealm } from '../../storage/realm-change.ts';

/** Realm keys of the nodes that no journey places and none brought in its file: AM keeps such nodes, and nothing runs them. */
function orphanKeys({ realm }: StoredRealm): string[] {
  const used = new Set(Object.values(realm.journeys).flatMap((journey) => nodeKeysOf(realm, journey)));
  return Object.keys(realm.nodes).filter((key) => !used.has(key));
}

/** Every orphaned node, by type and id. */
export function orphansOf(stored: StoredRealm): OrphanNode[] {
  const { realm } = stored;
  return orphanKeys(stored)
    .sort()
    .map((key) => {
      const node = realm.nodes[key] as NodeResource;
      const definition = definitionOf(node._type._id, { customTypes: realm.nodeTypes, resource: node });
      return {
        key,
        typeName: definition.name,
        summary: definition.summary(configOf(node)),
        modifiedAt: stored.revision('nodes', key)?.modifiedAt ?? '',
        node,
      };
    });
}

/**
 * Deletes orphaned nodes, all or none.
 * @throws ProblemError 404 for the first that is none: a journey may have placed it in between
 */
export function planOrphanRemoval(stored: StoredRealm, keys: readonly string[]): RealmChange {
  const orphans = new Set(orphanKeys(stored));
  const other = keys.find((key) => !orphans.has(key));
  if (other !== undefined)
    throw notFound(`"${other}" is no orphaned node of the realm "${stored.realm.name}".`, { node: other, expected: 'a node that no journey places' });
  const deletes = [...new Set(keys)].map((key): Delete => ({ kind: 'nodes', key }));
  const note = deletes.length === 1 ? '1 orphaned node' : `${deletes.length} orphaned nodes`;
  return { deletes, cause: 'delete', backup: { id: randomUUID(), note } };
}
