import type { Bundle } from '../bundle.ts';
import { freeName } from '../edit/free-name.ts';
import { idAnew, newIdsFor, resourceAnew, treeAnew } from '../edit/node-ids.ts';
import type { ParsedExport, ParsedJourney } from '../formats/parsed.ts';
import { configOf } from '../graph/config.ts';
import { namingScript, renameInSource } from '../graph/journey-uses.ts';
import { withReference } from '../graph/references.ts';
import { pageChildren } from '../graph/tree.ts';
import { isObject, own } from '../json/own.ts';
import { type NodeKnowledge, type NodeReferences, PAGE_TYPE } from '../knowledge.ts';
import { type CustomNodeType, customTypeId, type Json, type NodeResource, type Realm } from '../model.ts';
import { scriptBody, withScriptBody } from '../script/body.ts';

/** A thing of a file that is to come under another name, beside the realm's. */
export interface Rename {
  kind: 'journeys' | 'scripts' | 'emailTemplates' | 'nodeTypes';
  /** As in the file. */
  id: string;
  /** New name of a journey or template, of a script, display name of a custom node type. */
  as: string;
}

/**
 * The files with things under other names. What refers to them within the files follows: Inner Tree Evaluator, Initialize and the scripts of
 * Configuration Providers to journeys, nodes to scripts, templates and types. A renamed journey gets nodes of its own (they are resources of the
 * realm, which AM knows by id), a script and a custom node type an id of its own; so does a script that has to follow and that the realm has too,
 * since the realm's journeys mean the journey of the old name.
 *
 * @param realm what is there beside the files
 * @param freshId makes UUIDs
 */
export function renameIncoming(
  parsed: ParsedExport,
  renames: readonly Rename[],
  realm: Pick<Realm, 'scripts'>,
  knowledge: NodeKnowledge,
  freshId: () => string,
): ParsedExport {
  const renamed = (files: ParsedExport, rename: Rename): ParsedExport => {
    switch (rename.kind) {
      case 'journeys':
        return renameInScripts(renameJourney(files, rename, knowledge, freshId), rename, realm, knowledge, freshId);
      case 'scripts':
        return renameScript(files, rename, freshId(), knowledge);
      case 'emailTemplates':
        return renameTemplate(files, rename, knowledge);
      case 'nodeTypes':
        return renameType(files, rename, freshId().replaceAll('-', ''));
    }
  };
  // Journeys last: a script that comes under another name is no longer the realm's.
  const inOrder = [...renames].sort((a, b) => Number(a.kind === 'journeys') - Number(b.kind === 'journeys'));
  return inOrder.reduce(renamed, parsed);
}

const each = (parsed: ParsedExport, change: (journey: ParsedJourney) => ParsedJourney): ParsedExport => ({
  ...parsed,
  journeys: parsed.journeys.map(change),
});

/** The record with one key and its value replaced, at the same place. */
function rekeyed<T>(record: Readonly<Record<string, T>>, key: string, to: string, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => (name === key ? [to, change(value)] : [name, value])));
}

const swapped = (ids: readonly string[], from: string, to: string): string[] => ids.map((id) => (id === from ? to : id));
const writingOf = (bundle: Bundle, from: string, to: string): Pick<Bundle, 'writing'> =>
  bundle.writing === undefined ? {} : { writing: rekeyed(bundle.writing, from, to, (value) => value) };

function withNodes(journey: ParsedJourney, change: (node: NodeResource) => NodeResource): ParsedJourney {
  const changed = (nodes: ParsedJourney['nodes']) =>
    Object.fromEntries(
      Object.values(nodes)
        .map((node) => change(node))
        .map((node) => [node._id, node]),
    );
  return { ...journey, nodes: changed(journey.nodes), innerNodes: changed(journey.innerNodes) };
}

/** Every node of the files names the new one. */
function referring(parsed: ParsedExport, kind: keyof NodeReferences, from: string, to: string, knowledge: NodeKnowledge): ParsedExport {
  return each(parsed, (journey) =>
    withNodes(journey, (node) => {
      const config = configOf(node);
      const next = withReference(node._type._id, config, kind, from, to, knowledge);
      return next === config ? node : { ...node, ...next };
    }),
  );
}

function renameJourney(parsed: ParsedExport, { id, as }: Rename, knowledge: NodeKnowledge, freshId: () => string): ParsedExport {
  const renamed = each(parsed, (journey) => (journey.name === id ? { ...withFreshNodes(journey, freshId), name: as } : journey));
  const named = each(renamed, (journey) =>
    journey.name === as && journey.tree._id === id ? { ...journey, tree: { ...journey.tree, _id: as } } : journey,
  );
  return referring(named, 'journeys', id, as, knowledge);
}

/** Scripts that name the journey for a Configuration Provider, as renaming it in the realm changes them. */
function renameInScripts(
  parsed: ParsedExport,
  { id, as }: Rename,
  realm: Pick<Realm, 'scripts'>,
  knowledge: NodeKnowledge,
  freshId: () => string,
): ParsedExport {
  const nodes = parsed.journeys.flatMap((journey) => [...Object.values(journey.nodes), ...Object.values(journey.innerNodes)]);
  const naming = new Set(nodes.map((node) => namingScript(node._type._id, configOf(node), knowledge)));
  const scripts = new Map(parsed.journeys.flatMap((journey) => Object.entries(journey.scripts)));
  const names = new Set([...scripts.values(), ...Object.values(realm.scripts)].map(({ name }) => name));
  let changed = parsed;
  for (const [script, content] of scripts) {
    if (!naming.has(script) || renameInSource(scriptBody(content), id, as) === scriptBody(content)) continue;
    let key = script;
    if (own(realm.scripts, script) !== undefined) {
      const name = freeName(`${content.name} ${as}`, (taken) => names.has(taken));
      names.add(name);
      key = freshId();
      changed = renameScript(changed, { kind: 'scripts', id: script, as: name }, key, knowledge);
    }
    changed = each(changed, (journey) => ({
      ...journey,
      scripts: rekeyed(journey.scripts, key, key, (value) => withScriptBody(value, renameInSource(scriptBody(value), id, as))),
    }));
  }
  return changed;
}

function withFreshNodes(journey: ParsedJourney, freshId: () => string): ParsedJourney {
  const { tree, bundle } = journey;
  const ids = newIdsFor([...Object.keys(tree.nodes ?? {}), ...Object.keys(journey.nodes), ...Object.keys(journey.innerNodes)], freshId);
  const refs = (list: Bundle['nodes']) => list.map((entry) => ({ ...entry, id: idAnew(entry.id, ids) }));
  const writing = bundle.writing && {
    writing: Object.fromEntries(
      Object.entries(bundle.writing).map(([key, value]) => [
        key.startsWith('nodes/') ? `nodes/${idAnew(key.slice('nodes/'.length), ids)}` : key,
        value,
      ]),
    ),
  };
  return {
    ...withNodes(journey, (node) => resourceAnew(node, ids)),
    tree: treeAnew(tree, ids),
    bundle: { ...bundle, nodes: refs(bundle.nodes), innerNodes: refs(bundle.innerNodes), ...writing },
  };
}

function renameScript(parsed: ParsedExport, { id, as }: Rename, freshId: string, knowledge: NodeKnowledge): ParsedExport {
  const renamed = each(parsed, (journey) => ({
    ...journey,
    scripts: rekeyed(journey.scripts, id, freshId, (script) => ({ ...script, _id: freshId, name: as })),
    bundle: {
      ...journey.bundle,
      scripts: swapped(journey.bundle.scripts, id, freshId),
      ...writingOf(journey.bundle, `scripts/${id}`, `scripts/${freshId}`),
    },
  }));
  return referring(renamed, 'scripts', id, freshId, knowledge);
}

function renameTemplate(parsed: ParsedExport, { id, as }: Rename, knowledge: NodeKnowledge): ParsedExport {
  const template = (value: Json): Json => (isObject(value) && value._id === `emailTemplate/${id}` ? { ...value, _id: `emailTemplate/${as}` } : value);
  const renamed = each(parsed, (journey) => ({
    ...journey,
    emailTemplates: rekeyed(journey.emailTemplates, id, as, template),
    bundle: { ...journey.bundle, emailTemplates: swapped(journey.bundle.emailTemplates, id, as) },
  }));
  return referring(renamed, 'emailTemplates', id, as, knowledge);
}

/** A type's id in AIC is its service name and a version, `<serviceName>-1`. */
function renameType(parsed: ParsedExport, { id, as }: Rename, serviceName: string): ParsedExport {
  const found = own(parsed.nodeTypes, id) ?? parsed.journeys.map(({ nodeTypes }) => own(nodeTypes, id)).find((type) => type !== undefined);
  if (found === undefined) return parsed;
  const [from, to] = [customTypeId(found), customTypeId({ serviceName })];
  const freshId = `${serviceName}-1`;
  const renamedType = (type: CustomNodeType): CustomNodeType => ({ ...type, _id: freshId, serviceName, displayName: as });
  const typed = (type: string): string => (type === from ? to : type);
  const resource = (node: NodeResource): NodeResource => ({
    ...node,
    _type: node._type._id === from ? { ...node._type, _id: to, ...(node._type.name === undefined ? {} : { name: as }) } : node._type,
    ...(node._type._id === PAGE_TYPE ? { nodes: pageChildren(node).map((child) => ({ ...child, nodeType: typed(child.nodeType) })) } : {}),
  });
  const refs = (list: Bundle['nodes']) => list.map((entry) => ({ ...entry, type: typed(entry.type) }));
  const renamed = each(parsed, (journey) => {
    const { tree, bundle } = journey;
    const nodes =
      tree.nodes && Object.fromEntries(Object.entries(tree.nodes).map(([node, place]) => [node, { ...place, nodeType: typed(place.nodeType) }]));
    return {
      ...withNodes(journey, resource),
      tree: { ...tree, ...(nodes === undefined ? {} : { nodes }) },
      nodeTypes: rekeyed(journey.nodeTypes, id, freshId, renamedType),
      bundle: {
        ...bundle,
        nodes: refs(bundle.nodes),
        innerNodes: refs(bundle.innerNodes),
        nodeTypes: swapped(bundle.nodeTypes, id, freshId),
        ...writingOf(bundle, `nodeTypes/${id}`, `nodeTypes/${freshId}`),
      },
    };
  });
  return { ...renamed, nodeTypes: rekeyed(renamed.nodeTypes, id, freshId, renamedType) };
}
