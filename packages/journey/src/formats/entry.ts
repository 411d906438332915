import * as z from 'zod';
import type { Bundle, Writing } from '../bundle.ts';
import { nodesOf, placement } from '../graph/nodes.ts';
import { isObject } from '../json/own.ts';
import { type Issue, type Json, jsonObjectSchema, type NodeResource, nodeKey, type Tree, treeSchema } from '../model.ts';
import { KNOWN_ENTRY_KEYS, PLAIN_CONTAINERS } from './containers.ts';
import { readCustomTypes } from './custom-types.ts';
import { readNodes } from './nodes.ts';
import type { ParsedJourney } from './parsed.ts';
import type { Place, Problems } from './problems.ts';
import { readScripts } from './scripts.ts';

const themeSchema = z.looseObject({ _id: z.string().min(1) }).or(z.looseObject({ name: z.string().min(1) }));

/**
 * Reads one journey's entry (`trees.<name>` or the whole of a flat file).
 *
 * @param entry the entry as it stands in the file
 * @param listedAs its key in `trees`; undefined in a flat file
 * @param ignored keys of the entry that belong to the file (`meta` of a flat file)
 * @returns undefined when the entry has no usable tree; all that is wrong is in `problems`
 */
export function readEntry(
  entry: unknown,
  listedAs: string | undefined,
  ignored: ReadonlySet<string>,
  file: string | undefined,
  problems: Problems,
  warnings: Issue[],
): ParsedJourney | undefined {
  const at: Place = { file, journey: listedAs };
  if (!isObject(entry)) {
    problems.add(at, listedAs === undefined ? '' : `trees.${listedAs}`, 'The journey is not an object.', 'an object with "tree" and "nodes"');
    return undefined;
  }
  const tree = readTree(entry.tree, listedAs, at, problems);
  const place: Place = { file, journey: tree?._id ?? listedAs };
  const nodes = readNodes(entry.nodes, 'nodes', place, problems);
  const inner = readNodes(innerNodesOf(entry, place, problems), 'innerNodes', place, problems);
  for (const id of Object.keys(inner.nodes)) {
    if (Object.hasOwn(nodes.nodes, id))
      problems.add({ ...place, node: id }, `innerNodes.${id}`, `The node "${id}" is given twice, in "nodes" and in "innerNodes".`, 'one of the two');
  }
  const scripts = readScripts(entry.scripts, place, problems);
  warnings.push(...scripts.warnings);
  const custom = readCustomTypes(entry.nodeTypes, place, problems);
  const plain = Object.fromEntries(PLAIN_CONTAINERS.map((name) => [name, readPlain(entry[name], name, place, problems)])) as Record<
    (typeof PLAIN_CONTAINERS)[number],
    Record<string, Json>
  >;
  const themes = readThemes(entry.themes, place, problems);
  const variables = readPlain(entry.variable, 'variable', place, problems);
  if (tree === undefined) return undefined;

  const writing: Record<string, Writing> = {
    ...prefixed('nodes', { ...nodes.writing, ...inner.writing }),
    ...prefixed('scripts', scripts.writing),
    ...prefixed('nodeTypes', custom.writing),
  };
  const bundle: Bundle = {
    ...bundledNodes(tree, nodes.nodes, inner.nodes),
    scripts: Object.keys(scripts.scripts),
    emailTemplates: Object.keys(plain.emailTemplates),
    themes: themes.map((theme) => theme.key),
    socialIdentityProviders: Object.keys(plain.socialIdentityProviders),
    saml2Entities: Object.keys(plain.saml2Entities),
    circlesOfTrust: Object.keys(plain.circlesOfTrust),
    nodeTypes: Object.keys(custom.types),
    variables: Object.keys(variables),
    unknown: Object.fromEntries(Object.entries(entry).filter(([key]) => !KNOWN_ENTRY_KEYS.has(key) && !ignored.has(key))) as Record<string, Json>,
    ...(Object.keys(writing).length > 0 ? { writing } : {}),
  };
  return {
    name: tree._id,
    tree,
    nodes: nodes.nodes,
    innerNodes: inner.nodes,
    scripts: scripts.scripts,
    ...plain,
    themes: themes.map((theme) => theme.theme),
    nodeTypes: custom.types,
    variables,
    bundle,
  };
}

function readTree(value: unknown, listedAs: string | undefined, place: Place, problems: Problems): Tree | undefined {
  if (!isObject(value)) {
    problems.add(place, 'tree', '"tree" is missing or not an object.', 'the journey: an object with an _id');
    return undefined;
  }
  if (value._id === undefined || value._id === '') {
    problems.add(place, 'tree._id', 'The journey has no tree._id, so it has no name.', "the journey's name");
    return undefined;
  }
  if (listedAs !== undefined && value._id !== listedAs) {
    problems.add(place, 'tree._id', `The journey is listed as "${listedAs}" but its tree._id is ${JSON.stringify(value._id)}.`, listedAs);
    return undefined;
  }
  return problems.check(treeSchema, value, { ...place, journey: typeof value._id === 'string' ? value._id : place.journey }, 'tree');
}

function innerNodesOf(entry: Record<string, unknown>, place: Place, problems: Problems): Record<string, unknown> {
  const current = problems.object(entry.innerNodes, place, 'innerNodes');
  const old = problems.object(entry.innernodes, place, 'innernodes');
  for (const id of Object.keys(old)) {
    if (Object.hasOwn(current, id))
      problems.add(
        { ...place, node: id },
        `innernodes.${id}`,
        `The node "${id}" is given twice, in "innerNodes" and in "innernodes".`,
        'one of the two',
      );
  }
  return { ...old, ...current };
}

function readPlain(value: unknown, container: string, place: Place, problems: Problems): Record<string, Json> {
  const entries = problems.object(value, place, container);
  for (const [id, entry] of Object.entries(entries)) {
    if (!isObject(entry)) problems.check(jsonObjectSchema, entry, place, `${container}.${id}`);
  }
  return entries as Record<string, Json>;
}

function readThemes(value: unknown, place: Place, problems: Problems): { key: string; theme: Json }[] {
  if (value === undefined) return [];
  const themes = problems.check(z.array(themeSchema), value, place, 'themes') ?? [];
  return themes.map((theme) => ({ key: String(theme._id ?? theme.name), theme: theme as Json }));
}

function prefixed(container: string, writing: Record<string, Writing>): Record<string, Writing> {
  return Object.fromEntries(Object.entries(writing).map(([id, entry]) => [`${container}/${id}`, entry]));
}

/** A node whose container contradicts the journey's own references is pinned there, so that an unedited file comes back as it was. */
function bundledNodes(
  tree: Tree,
  nodes: Record<string, NodeResource>,
  innerNodes: Record<string, NodeResource>,
): Pick<Bundle, 'nodes' | 'innerNodes'> {
  const all = [...Object.values(nodes), ...Object.values(innerNodes)];
  const byKey = Object.fromEntries(all.map((node) => [nodeKey(node._type._id, node._id), node]));
  const containers = placement(nodesOf({ nodes: byKey }, tree));
  const entries = (container: 'nodes' | 'innerNodes', resources: Record<string, NodeResource>): Bundle['nodes'] =>
    Object.values(resources).map(({ _type: { _id: type }, _id: id }) => {
      const pinned = (containers.get(nodeKey(type, id)) ?? container) !== container;
      return { type, id, ...(pinned ? { pinned } : {}) };
    });
  return { nodes: entries('nodes', nodes), innerNodes: entries('innerNodes', innerNodes) };
}
