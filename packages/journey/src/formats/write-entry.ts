import type { Bundle } from '../bundle.ts';
import { configOf } from '../graph/config.ts';
import { customTypeOfNode, nodesOf, placement, type UsedNode } from '../graph/nodes.ts';
import { fingerprint } from '../json/fingerprint.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import { type Journey, type Json, type JsonObject, type NodeResource, nodeKey, type Realm } from '../model.ts';
import { encodeScript, scriptBody, scriptEncoding } from '../script/body.ts';
import { PLAIN_CONTAINERS } from './containers.ts';
import { writeCustomType } from './custom-types.ts';

export type JourneyFormat = 'aic' | 'frodo';

/** What an export may leave out where the importing realm has it; journeys that are named inside others always come along. */
export const OPTIONAL_DEPENDENCIES = [
  'scripts',
  'emailTemplates',
  'themes',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'nodeTypes',
  'variables',
] as const;
export type OptionalDependency = (typeof OPTIONAL_DEPENDENCIES)[number];

/** An entry without some of what its nodes depend on: the containers that every file has stay, and are empty. */
export function withoutDependencies(entry: JsonObject, left: readonly OptionalDependency[]): JsonObject {
  const isLeft = (container: string) => left.some((kind) => container === (kind === 'variables' ? 'variable' : kind));
  const isAlways = (container: string) => container !== 'nodeTypes' && container !== 'variable';
  return Object.fromEntries(
    Object.entries(entry).flatMap(([container, value]): [string, Json][] => {
      if (!isLeft(container)) return [[container, value]];
      return isAlways(container) ? [[container, Array.isArray(value) ? [] : {}]] : [];
    }),
  );
}

/**
 * One journey's entry: what came with its file and is still in the realm, in the file's order, and what its nodes refer to by now. Custom node
 * types are added only in frodo's format (AIC keeps them in a file of their own); what came with the file is given back in both.
 */
export function writeEntry(realm: Realm, journey: Journey, format: JourneyFormat, deps: boolean, knowledge: NodeKnowledge): JsonObject {
  const { tree, bundle } = journey;
  const used = nodesOf(realm, tree);
  const { nodes, innerNodes } = writeNodes(realm, used, bundle);
  const referred = deps ? references(realm, used, bundle, knowledge) : NOTHING;
  const plain = Object.fromEntries(
    PLAIN_CONTAINERS.map((container) => {
      const ids = deps ? [...(bundle?.[container] ?? []), ...(container === 'emailTemplates' ? referred.emailTemplates : [])] : [];
      return [container, pick(realm[container], ids)];
    }),
  );
  const scripts = pick(realm.scripts, deps ? [...(bundle?.scripts ?? []), ...referred.scripts] : [], (script, id) => {
    const written: Record<string, unknown> = { ...script };
    if (format === 'aic' && scriptEncoding(script) !== 'json') written.script = encodeScript(scriptBody(script), 'json');
    const lacks = bundle?.writing?.[`scripts/${id}`]?.lacks;
    if (lacks?.includes('_id')) delete written._id;
    if (lacks?.includes('name') && script.name === id) delete written.name;
    return written;
  });
  const nodeTypes = pick(realm.nodeTypes, deps ? [...(bundle?.nodeTypes ?? []), ...(format === 'frodo' ? referred.nodeTypes : [])] : [], (type, id) =>
    writeCustomType(type, id, bundle?.writing?.[`nodeTypes/${id}`]),
  );
  const variable = pick(realm.variables, deps ? (bundle?.variables ?? []) : []);
  return {
    ...bundle?.unknown,
    tree,
    nodes,
    innerNodes,
    scripts,
    ...plain,
    themes: deps ? (bundle?.themes ?? []).flatMap((id) => own(realm.themes, id) ?? []) : [],
    ...(Object.keys(nodeTypes).length > 0 ? { nodeTypes } : {}),
    ...(Object.keys(variable).length > 0 ? { variable } : {}),
  } as JsonObject;
}

function pick<T>(
  record: Record<string, T>,
  ids: readonly string[],
  write: (value: T, id: string) => unknown = (value) => value,
): Record<string, Json> {
  const picked: Record<string, Json> = {};
  for (const id of ids) {
    const value = own(record, id);
    if (value !== undefined) picked[id] = write(value, id) as Json;
  }
  return picked;
}

function writeNodes(
  realm: Realm,
  used: readonly UsedNode[],
  bundle: Bundle | undefined,
): { nodes: Record<string, Json>; innerNodes: Record<string, Json> } {
  const written = { nodes: {} as Record<string, Json>, innerNodes: {} as Record<string, Json> };
  const placed = placement(used);
  const add = (container: 'nodes' | 'innerNodes', id: string, resource: NodeResource | undefined): void => {
    if (resource === undefined || Object.hasOwn(written.nodes, id) || Object.hasOwn(written.innerNodes, id)) return;
    const node: Record<string, unknown> = { ...resource };
    if (bundle?.writing?.[`nodes/${id}`]?.lacks?.includes('_id')) delete node._id;
    written[container][id] = node as Json;
  };
  for (const container of ['nodes', 'innerNodes'] as const) {
    for (const { type, id, pinned } of bundle?.[container] ?? []) {
      // A node that was moved into or out of a page since then belongs where the journey has it now.
      const key = nodeKey(type, id);
      add(pinned ? container : (placed.get(key) ?? container), id, own(realm.nodes, key));
    }
  }
  for (const node of used) add(node.page === undefined ? 'nodes' : 'innerNodes', node.id, node.resource);
  return written;
}

interface Referred {
  scripts: string[];
  emailTemplates: string[];
  nodeTypes: string[];
}
const NOTHING: Referred = { scripts: [], emailTemplates: [], nodeTypes: [] };

function references(realm: Realm, used: readonly UsedNode[], bundle: Bundle | undefined, knowledge: NodeKnowledge): Referred {
  const referred: Referred = { scripts: [], emailTemplates: [], nodeTypes: [] };
  const left = bundle?.left;
  const edited = (marks: Record<string, string> | undefined, id: string, resource: unknown): boolean =>
    own(marks, id) === undefined || own(marks, id) !== fingerprint(resource);
  for (const { type, resource } of used) {
    const custom = customTypeOfNode(realm, type);
    if (custom !== undefined && !left?.nodeTypes.includes(custom)) referred.nodeTypes.push(custom);
    if (resource === undefined) continue;
    const { scripts, emailTemplates } = knowledge.references(type, configOf(resource));
    referred.scripts.push(...scripts.filter((id) => edited(left?.scripts, id, own(realm.scripts, id))));
    referred.emailTemplates.push(...emailTemplates.filter((id) => edited(left?.emailTemplates, id, own(realm.emailTemplates, id))));
  }
  return referred;
}
