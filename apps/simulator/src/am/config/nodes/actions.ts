import { randomUUID } from 'node:crypto';
import { isObject, type Json, type JsonObject, type NodeResource, nodeKey, nodeResourceSchema, type Realm } from '@tandem/journey';
import { outcomesOf } from '@tandem/nodes';
import { sendJson } from '../../answer.ts';
import { AmFailure } from '../../failure.ts';
import type { ConfigCall } from '../call.ts';
import { type Action, type Collection, notFound, writeItem } from '../collection.ts';
import { attributesOf } from './check.ts';
import { laterTags } from './later.ts';
import { nodes, shown } from './nodes.ts';
import { providerScript } from './provider-script.ts';
import { schemaOf, templateOf } from './schema.ts';
import { allTypes, definitionIn, hasType, typeView } from './types.ts';

const answer =
  (make: (call: ConfigCall, body: JsonObject) => JsonObject | Json[]): Action =>
  (call, body) =>
    sendJson(call.res, 200, make(call, body));

/** Actions on `nodes`: of all types. */
export const allNodes: Collection = {
  list: ({ realm }) => Object.values(realm.nodes).map((node) => shown(realm, node)),
  read: () => undefined,
  actions: {
    getAllTypes: answer(({ stored }) => ({ result: allTypes(stored.realm) })),
    getCreatableTypes: answer(({ stored }) => ({ result: allTypes(stored.realm) })),
    // Without revisions (recorded).
    nextdescendents: answer(({ stored: { realm } }) => ({ result: Object.values(realm.nodes).map((node) => shown(realm, node)) })),
    listLatestTypes: answer(({ stored }) => ({ result: latestTypes(stored.realm) })),
    // All that an editor wants to know of every type, at once (facts 1.3).
    listLatestNodeDefinitions: answer(({ stored: { realm } }) => ({
      result: latestTypes(realm).map((type) => ({ ...type, ...described(realm, String(type._id)) })),
    })),
  },
};

/** Actions on `nodes/{type}` and `nodes/{type}/{version}`. */
export const nodesOfType: Collection = {
  ...nodes,
  actions: {
    getType: answer((call) => {
      const definition = definitionFor(call);
      const { version = typeIn(call) } = call.params;
      return typeView({ ...definition, tags: laterTags[`${definition.type}/${version}`] ?? definition.tags }, version);
    }),
    getLatestType: answer(({ stored: { realm }, params: { type = '' } }) => latest(realm, type)),
    schema: answer((call) => schemaOf(call.stored.realm, definitionFor(call))),
    template: answer((call) => templateOf(definitionFor(call))),
    listOutcomes: answer((call, body) => outcomesFor(call, body)),
    configProviderScript: answer((call) => ({ script: providerScript(definitionFor(call)) })),
    create: async (call, body) => {
      const id = typeof body._id === 'string' && body._id !== '' ? body._id : randomUUID();
      await writeItem(nodes, call, id, body, new AmFailure(409, 'Unable to save config: Node already exists'));
    },
  },
};

const typeIn = ({ params }: ConfigCall): string => params.type ?? '';

function definitionFor(call: ConfigCall) {
  if (!hasType(call.stored.realm, typeIn(call))) throw notFound();
  return definitionIn(call.stored.realm, typeIn(call));
}

function latest(realm: Realm, type: string): JsonObject {
  if (!hasType(realm, type)) throw notFound();
  const definition = definitionIn(realm, type);
  return { ...typeView(definition, type), version: definition.versions.at(-1) ?? '1.0' };
}

const latestTypes = (realm: Realm): JsonObject[] => allTypes(realm).map(({ _id }) => latest(realm, String(_id)));

function described(realm: Realm, type: string): JsonObject {
  const definition = definitionIn(realm, type);
  const template = templateOf(definition);
  return { schema: schemaOf(realm, definition), template, outcomes: outcomesIn(realm, type, template, '1.0') };
}

function outcomesFor(call: ConfigCall, body: JsonObject): Json[] {
  const { type } = definitionFor(call);
  return outcomesIn(call.stored.realm, type, attributesOf(body), call.params.version ?? '1.0');
}

/** Outcomes of a configuration that nobody has saved. The children of a page may come with it, as `_properties` (facts 1.3). */
function outcomesIn(realm: Realm, type: string, config: JsonObject, version: string): Json[] {
  const resource = { _id: 'new', ...config, _type: { _id: type, version } } as NodeResource;
  const children = Array.isArray(config.nodes) ? config.nodes.flatMap(childIn) : [];
  const nodesWith = { ...realm.nodes, ...Object.fromEntries(children.map((child) => [nodeKey(child._type._id, child._id), child])) };
  return outcomesOf({ nodes: nodesWith, nodeTypes: realm.nodeTypes }, { nodeType: type, version }, resource);
}

function childIn(child: Json): NodeResource[] {
  if (!isObject(child) || !isObject(child._properties)) return [];
  const parsed = nodeResourceSchema.safeParse({ ...child._properties, _id: child._id, _type: { _id: child.nodeType } });
  return parsed.success ? [parsed.data] : [];
}
