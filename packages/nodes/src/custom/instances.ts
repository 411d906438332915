import {
  type CustomNodeType,
  configOf,
  customTypeId,
  deepEqual,
  FAILURE_NODE_ID,
  type Json,
  type JsonObject,
  type NodeResource,
  nodeKey,
  nodesOf,
  type Outcome,
  own,
  type Realm,
  SUCCESS_NODE_ID,
  type Tree,
  type Use,
  type UsedNode,
} from '@tandem/journey';
import { outcomesOf } from '../lookup.ts';
import { pageChildren } from '../nodes/page-node/definition.ts';
import { configAfter, type ValueChange } from './values-after.ts';

/** What was called otherwise before: new name -> old name. Names that stay need no entry. */
export interface Renamed {
  outcomes?: Readonly<Record<string, string>> | undefined;
  properties?: Readonly<Record<string, string>> | undefined;
}

/** What changing a type does to one node that a journey places. */
export interface InstanceEffect extends Use {
  /** Connections that are cut: their outcome is gone. */
  cut: { outcome: string; to: string }[];
  /** Connections that go on under the outcome's new name. */
  moved: { from: string; outcome: string }[];
  values: ValueChange[];
  /** Labels of required properties that the node has no value for. */
  needs: string[];
}

export interface Replacement {
  /** Only nodes on which it shows, in the journeys' order. */
  effects: InstanceEffect[];
  /** Node resources that change, by their realm key. */
  nodes: Record<string, NodeResource>;
  /** Journeys whose trees change. */
  trees: Record<string, Tree>;
}

const PROVIDER = 'ConfigProviderNode';
const ownOutcome = (id: string) => id;

/** Nodes of a type, and Configuration Providers that stand in for one of it. */
export function usesOfType(realm: Pick<Realm, 'journeys' | 'nodes'>, type: string): Use[] {
  return Object.entries(realm.journeys).flatMap(([journey, { tree }]) =>
    nodesOf(realm, tree)
      .filter((node) => node.type === type || imitates(node, type))
      .map((node) => ({ ...placeOf(journey, node), ...(node.type === type ? {} : { field: 'nodeType' }) })),
  );
}

const imitates = ({ type, resource }: UsedNode, wanted: string) => type === PROVIDER && resource?.nodeType === wanted;
const placeOf = (journey: string, { id, displayName, page }: UsedNode): Use => ({
  journey,
  node: id,
  displayName,
  ...(page === undefined ? {} : { page }),
});

/**
 * What becomes of the nodes of a type when it changes: each keeps its place, the connections whose outcomes stay (or are called otherwise) and the
 * values that the properties still hold. AM's own node designer leaves the nodes as they are and wants them placed anew.
 */
export function replaceInPlace(realm: Realm, before: CustomNodeType, after: CustomNodeType, renamed: Renamed = {}): Replacement {
  const type = customTypeId(before);
  const next = { ...realm, nodeTypes: { ...realm.nodeTypes, [after._id]: after } };
  const newNames = new Map(Object.entries(renamed.outcomes ?? {}).map(([name, old]) => [old, name]));
  const outcomes = outcomesOf(next, { nodeType: type }, undefined);
  const result: Replacement = { effects: [], nodes: {}, trees: {} };
  for (const [journey, { tree }] of Object.entries(realm.journeys)) {
    const used = nodesOf(realm, tree);
    for (const node of used) {
      const effect: InstanceEffect = { ...placeOf(journey, node), cut: [], moved: [], values: [], needs: [] };
      if (node.type === type && node.resource) {
        const { config, values, needs } = configAfter(before, after, renamed.properties ?? {}, configOf(node.resource));
        Object.assign(effect, { values, needs });
        result.nodes[nodeKey(type, node.id)] = withType(node.resource, config, before, after, outcomes);
      }
      const prefix = prefixOf(realm, tree, node, type);
      if (prefix !== null && node.page === undefined) {
        const place = tree.nodes?.[node.id];
        const connections = place?.connections ?? {};
        if (!place) continue;
        const [old, now] = [outcomesOf(realm, place, node.resource), outcomesOf(next, place, node.resource)];
        const moved = reconnect(connections, old, now, newNames, prefix);
        Object.assign(effect, { cut: moved.cut.map(({ outcome, to }) => ({ outcome, to: nameIn(used, to) })), moved: moved.moved });
        if (moved.cut.length + moved.moved.length > 0) {
          const changed = result.trees[journey] ?? tree;
          result.trees[journey] = { ...changed, nodes: { ...changed.nodes, [node.id]: { ...place, connections: moved.connections } } };
        }
        const key = nodeKey(node.type, node.id);
        const resource = result.nodes[key] ?? node.resource;
        if (resource) result.nodes[key] = withOutcomes(resource, now);
      }
      const { cut, moved, values, needs } = effect;
      if (cut.length + moved.length + values.length + needs.length > 0) result.effects.push(effect);
    }
  }
  for (const [key, resource] of Object.entries(result.nodes)) if (resource === own(realm.nodes, key)) delete result.nodes[key];
  return result;
}

const idsOf = (outcomes: readonly { id: string }[]) => outcomes.map(({ id }) => id);

/** How a placed node calls the type's outcomes; null when it does not have them. A page has those of its last node, from version 2.0 on with its id. */
function prefixOf(realm: Realm, tree: Tree, node: UsedNode, type: string): ((outcome: string) => string) | null {
  if (node.type === type || imitates(node, type)) return ownOutcome;
  const last = node.type === 'PageNode' && node.resource ? pageChildren(configOf(node.resource)).at(-1) : undefined;
  if (!last) return null;
  const inner = own(realm.nodes, nodeKey(last.nodeType, last._id));
  const isOfType = last.nodeType === type || (last.nodeType === PROVIDER && inner?.nodeType === type);
  if (!isOfType) return null;
  const version = tree.nodes?.[node.id]?.version ?? node.resource?._type.version ?? '1.0';
  return version === '2.0' ? (outcome) => `${last._id}-${outcome}` : ownOutcome;
}

function reconnect(
  connections: Readonly<Record<string, string>>,
  old: readonly Outcome[],
  now: readonly Outcome[],
  newNames: ReadonlyMap<string, string>,
  prefix: (outcome: string) => string,
) {
  const [had, has] = [new Set(idsOf(old)), new Set(idsOf(now))];
  const names = new Map([...newNames].map(([from, to]) => [prefix(from), prefix(to)]));
  const result = { connections: {} as Record<string, string>, cut: [] as { outcome: string; to: string }[], moved: [] as InstanceEffect['moved'] };
  for (const [outcome, to] of Object.entries(connections)) {
    const name = names.get(outcome);
    if (name !== undefined && has.has(name)) {
      result.connections[name] = to;
      result.moved.push({ from: outcome, outcome: name });
    } else if (had.has(outcome) && !has.has(outcome)) result.cut.push({ outcome, to });
    // One that led from no outcome before is none of this change's business.
    else result.connections[outcome] ??= to;
  }
  return result;
}

const ENDS: Readonly<Record<string, string>> = { [SUCCESS_NODE_ID]: 'Success', [FAILURE_NODE_ID]: 'Failure' };

function nameIn(used: readonly UsedNode[], id: string): string {
  return ENDS[id] ?? used.find((node) => node.id === id)?.displayName ?? id;
}

/** AM's own list of a node's outcomes, where a file brought one. */
function withOutcomes(resource: NodeResource, outcomes: Outcome[]): NodeResource {
  const { _outcomes } = resource;
  return _outcomes === undefined || deepEqual(idsOf(_outcomes), idsOf(outcomes)) ? resource : { ...resource, _outcomes: outcomes };
}

/** The resource with another configuration and, where AM wrote it down, the type's new name. Unchanged: the same object. */
function withType(resource: NodeResource, config: JsonObject, before: CustomNodeType, after: CustomNodeType, outcomes: Outcome[]): NodeResource {
  const { _id, _rev, _type, _outcomes } = resource;
  const name = _type.name === before.displayName ? after.displayName : _type.name;
  if (deepEqual(config, configOf(resource)) && name === _type.name) return withOutcomes(resource, outcomes);
  const next = {
    _id,
    ...(_rev === undefined ? {} : { _rev }),
    ...(config as Record<string, Json>),
    _type: { ..._type, ...(name === undefined ? {} : { name }) },
    ...(_outcomes === undefined ? {} : { _outcomes }),
  };
  return withOutcomes(next, outcomes);
}
