import type { CustomNodeRecord } from '@tandem/api';
import { customTypeId, own } from '@tandem/journey';
import { usesOfType } from '@tandem/nodes';
import type { StoredRealm } from '../storage/realm-change.ts';

/** A custom node type with its version and the nodes of it; undefined when there is none. */
export function recordOf(stored: StoredRealm, id: string): CustomNodeRecord | undefined {
  const nodeType = own(stored.realm.nodeTypes, id);
  const revision = stored.revision('nodeTypes', id);
  return nodeType && revision && { nodeType, ...revision, uses: usesOfType(stored.realm, customTypeId(nodeType)) };
}

/** By name, as the palette lists them. */
export function recordsOf(stored: StoredRealm): CustomNodeRecord[] {
  const records = Object.keys(stored.realm.nodeTypes).flatMap((id) => recordOf(stored, id) ?? []);
  return records.sort((a, b) => a.nodeType.displayName.localeCompare(b.nodeType.displayName));
}
