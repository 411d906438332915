import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject, nodeKey, own, type Tree, type TreeNode, treeSchema } from '@tandem/journey';
import type { RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { AmFailure } from '../failure.ts';
import type { Collection } from './collection.ts';

/** What AM names as valid attributes of a tree: those of a recorded tenant, and those that later releases added (facts 1.1). */
const ATTRIBUTES = ['description', 'enabled', 'entryNodeId', 'identityResource', 'innerTreeOnly', 'nodes', 'staticNodes', 'uiConfig'];
const LATER = ['maximumIdleTime', 'maximumSessionTime', 'mustRun', 'noSession', 'transactionalOnly', 'treeTimeout'];
/** What a tree is told with beside its attributes: clients send it back (recorded: `_id` is taken). */
const TOLD = ['_id', '_rev'];
/** Flags that AM sets in what it answers to a PUT without them (recorded). */
const FLAGS = ['innerTreeOnly', 'mustRun', 'noSession'] as const;

/** `realm-config/authentication/authenticationtrees/trees`: journeys, by name. */
export const trees: Collection = {
  list: ({ realm }) => Object.values(realm.journeys).map(({ tree }) => shown(tree)),
  read: ({ realm }, id) => {
    const journey = own(realm.journeys, id);
    return journey && shown(journey.tree);
  },
  write(stored, id, body) {
    const before = own(stored.realm.journeys, id);
    const tree = treeOf(id, body);
    return { puts: [{ kind: 'journeys', key: id, body: before?.bundle ? { tree, bundle: before.bundle } : { tree } }] };
  },
  // What came without them is kept without them: an import and an export give back the file.
  written: (before, item) => ({ ...item, ...flagsOf(before, item), ...versionsOf(before, item) }),
  remove: ({ realm }, id) => removal(realm.services, id),
};

/** As AM tells a tree. The revision that a file brought is that of another realm. */
function shown({ _rev, ...tree }: Tree): JsonObject {
  return tree as JsonObject;
}

/**
 * A PUT is taken as far as AM takes it: nodes that the realm lacks, connections to nowhere and outcomes that no node has are kept.
 * @throws AmFailure 400
 */
function treeOf(id: string, body: JsonObject): Tree {
  const unknown = Object.keys(body).filter((name) => ![...ATTRIBUTES, ...LATER, ...TOLD].includes(name));
  if (unknown.length > 0) {
    // frodo drops what is not named and tries again: it must not drop what a later release knows.
    const validAttributes = [...ATTRIBUTES, ...LATER.filter((name) => Object.hasOwn(body, name))].sort();
    throw new AmFailure(400, 'Invalid attribute specified.', { validAttributes });
  }
  if (typeof body.entryNodeId !== 'string' || body.entryNodeId === '') throw new AmFailure(400, 'Node with ID entryNodeId must exist in the tree.');
  const { _rev, ...attributes } = body;
  const parsed = treeSchema.safeParse({ ...attributes, _id: id });
  if (!parsed.success) {
    const [attribute = ''] = parsed.error.issues[0]?.path ?? [];
    throw new AmFailure(400, `Data validation failed for the attribute, ${labelOf(String(attribute))}`);
  }
  return parsed.data;
}

/** AM tells a placed node with the version of its resource (recorded). */
function versionsOf({ realm }: StoredRealm, { nodes }: JsonObject): JsonObject {
  if (!isObject(nodes)) return {};
  const entries = Object.entries(nodes).map(([id, node]) => {
    const { nodeType, version = own(realm.nodes, nodeKey(String(nodeType), id))?._type.version } = node as TreeNode;
    return [id, version === undefined ? node : { ...(node as TreeNode), version }] as const;
  });
  return { nodes: Object.fromEntries(entries) as JsonObject };
}

/** The flags that this release of AM knows: what the realm's other journeys tell, all of them where there are none. */
function flagsOf({ realm }: StoredRealm, item: JsonObject): JsonObject {
  const others = Object.values(realm.journeys).filter(({ tree }) => tree._id !== item._id);
  const known = FLAGS.filter((flag) => others.length === 0 || flag === 'innerTreeOnly' || others.some(({ tree }) => tree[flag] !== undefined));
  return Object.fromEntries(known.filter((flag) => item[flag] === undefined).map((flag) => [flag, false]));
}

/** "entryNodeId" as AM's sentences name it: "Entry Node Id". */
function labelOf(attribute: string): string {
  const words = attribute.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** AM deletes the tree alone; its nodes stay until somebody deletes them, as frodo does. */
function removal({ defaultJourney, ...services }: StoredRealm['realm']['services'], id: string): RealmChange {
  return {
    cause: 'delete',
    backup: { id: randomUUID(), note: id },
    deletes: [{ kind: 'journeys', key: id }],
    ...(defaultJourney === id ? { services } : {}),
  };
}
