import {
  isCustomType,
  type Json,
  type JsonObject,
  type NodeResource,
  nodeKey,
  nodeResourceSchema,
  own,
  PAGE_TYPE,
  type Realm,
} from '@tandem/journey';
import { nativeDefinition, outcomesOf } from '@tandem/nodes';
import type { StoredRealm } from '../../../storage/realm-change.ts';
import { AmFailure } from '../../failure.ts';
import { type Collection, notFound } from '../collection.ts';
import { attributesOf, checkNode } from './check.ts';
import { laterAttributes } from './later.ts';
import { definitionIn, hasType } from './types.ts';

type Params = Readonly<Record<string, string>>;

/**
 * `nodes/{type}` and, from AM 8.1 on, `nodes/{type}/{version}`: the realm's nodes of a type, by id. A node is the realm's own, whether or not a
 * journey places it.
 */
export const nodes: Collection = {
  list: ({ realm }, { type = '', version }) =>
    Object.values(realm.nodes)
      .filter((node) => node._type._id === type && isOf(node, version))
      .map((node) => shown(realm, node)),
  read({ realm }, id, { type = '', version }) {
    const node = own(realm.nodes, nodeKey(type, id));
    return node && isOf(node, version) ? shown(realm, node) : undefined;
  },
  write(stored, id, body, params) {
    const node = nodeOf(stored, id, body, params);
    return { puts: [{ kind: 'nodes', key: nodeKey(node._type._id, id), body: node }] };
  },
  written,
  remove: (_stored, id, { type = '' }) => ({ deletes: [{ kind: 'nodes', key: nodeKey(type, id) }] }),
};

/** A node without a version is of the first. */
function isOf(node: NodeResource, version: string | undefined): boolean {
  return version === undefined || (node._type.version ?? '1.0') === version;
}

/** As AM tells a node: the outcomes are those of its configuration. */
export function shown(realm: Realm, { _rev, ...node }: NodeResource): JsonObject {
  return { ...node, _outcomes: outcomesIn(realm, node as NodeResource) } as JsonObject;
}

function outcomesIn(realm: Realm, node: NodeResource): Json {
  const { _id: type, version } = node._type;
  const isComputed = nativeDefinition(type) !== undefined || isCustomType(type);
  if (!isComputed) return (node._outcomes ?? []) as Json;
  const outcomes = outcomesOf(realm, { nodeType: type, ...(version === undefined ? {} : { version }) }, node);
  return (outcomes.length > 0 ? outcomes : (node._outcomes ?? [])) as Json;
}

/**
 * The node that a PUT makes. What came without a version or an attribute is kept without it: an import and an export give back the file.
 * @throws AmFailure 404 for a type that the realm lacks; 400 for what AM would not take
 */
function nodeOf({ realm }: StoredRealm, id: string, body: JsonObject, { type = '', version }: Params): NodeResource {
  if (!hasType(realm, type)) throw notFound();
  const definition = definitionIn(realm, type);
  const config = attributesOf(body);
  checkNode(realm, definition, config);
  const before = own(realm.nodes, nodeKey(type, id));
  const sent = nodeResourceSchema.safeParse({ ...body, _id: id, _type: isRecord(body._type) ? { ...body._type, _id: type } : { _id: type } });
  if (!sent.success) throw new AmFailure(400, `Invalid value of ${sent.error.issues[0]?.path.join('.') ?? 'the body'}.`);
  const ofVersion = version ?? sent.data._type.version ?? before?._type.version;
  const name = sent.data._type.name ?? definition.name;
  const node: NodeResource = {
    _id: id,
    ...config,
    _type: { _id: type, name, collection: true, ...(ofVersion === undefined ? {} : { version: ofVersion }) },
    ...(sent.data._outcomes ? { _outcomes: sent.data._outcomes } : {}),
  };
  return { ...node, _outcomes: outcomesIn(realm, node) as NodeResource['_outcomes'] };
}

const isRecord = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answer to a PUT tells what AM fills in (recorded): flags that were not sent, and versions where the client or the realm speaks of them. */
function written({ realm }: StoredRealm, item: JsonObject, { type = '', version }: Params): JsonObject {
  const { fields, name } = definitionIn(realm, type);
  const flags = Object.entries(fields).flatMap(([name, field]) => (field.kind === 'boolean' && field.default === false ? [[name, false]] : []));
  const others = Object.values(realm.nodes).some((node) => node._type._id === type && node._type.version !== undefined);
  // A type may have been called otherwise when the file was written.
  const itemType: JsonObject = { ...(item._type as JsonObject), ...(name === type ? {} : { name }) };
  return {
    ...Object.fromEntries(flags),
    ...laterAttributes[type],
    ...item,
    _type: others ? { ...itemType, version: itemType.version ?? '1.0' } : itemType,
    ...(version !== undefined && type === PAGE_TYPE ? { nodes: withVersions(item.nodes) } : {}),
  };
}

function withVersions(children: Json | undefined): Json {
  if (!Array.isArray(children)) return [];
  return children.map((child) => (isRecord(child) ? { nodeVersion: '1.0', ...child } : child));
}
