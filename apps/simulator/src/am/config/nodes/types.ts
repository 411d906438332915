import type { JsonObject, Realm } from '@tandem/journey';
import { definitionOf, knownNodeType, type NodeDefinition, paletteEntries } from '@tandem/nodes';

/** A node type as AM lists it (`getAllTypes`, `getType`). */
export function typeView(definition: Pick<NodeDefinition, 'name' | 'tags' | 'inPage' | 'help'>, id: string): JsonObject {
  const tags = [...definition.tags];
  return {
    _id: id,
    name: definition.name,
    collection: true,
    tags,
    metadata: { tags, ...(definition.inPage === 'allowed' ? {} : { pageNodeCompatibility: definition.inPage }) },
    help: definition.help,
  };
}

/** Every type of the realm, by id as AM lists them. */
export function allTypes({ nodeTypes }: Realm): JsonObject[] {
  return paletteEntries(nodeTypes)
    .map((entry) => typeView(entry, entry.type))
    .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
}

/** Whether the realm has the type: AM's own, a custom one, or one that nodes of the realm are of (an import brought them). */
export function hasType(realm: Realm, type: string): boolean {
  return knownNodeType(type, realm.nodeTypes) || Object.values(realm.nodes).some((node) => node._type._id === type);
}

export function definitionIn(realm: Pick<Realm, 'nodeTypes'>, type: string): NodeDefinition {
  return definitionOf(type, { customTypes: realm.nodeTypes });
}
