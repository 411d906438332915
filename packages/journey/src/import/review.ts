import { configOf, textsOf } from '../graph/config.ts';
import { customTypeOfNode, isCustomType, nodesOf, type UsedNode } from '../graph/nodes.ts';
import { connectionsOf, isEnd } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { type NodeKnowledge, PAGE_TYPE } from '../knowledge.ts';
import { INT_MAX, type Issue, type Json, type NodeResource, type Realm, type Tree } from '../model.ts';
import { scriptBody } from '../script/body.ts';
import { esvsOfSource, esvsOfText } from './variables.ts';

/** Something that a journey names and its realm lacks. */
export interface Lack {
  kind: 'journeys' | 'scripts' | 'emailTemplates' | 'nodeTypes' | 'variables' | 'pingOneWorkers';
  id: string;
}
/** A warning; `lacks` when it is about something that is missing. */
export type Finding = Issue & { lacks?: Lack };

type Warn = (node: string | undefined, field: string, message: string, expected?: string, lacks?: Lack) => void;

/**
 * What a journey lacks in its realm, as warnings: AM accepts most of it at import and fails later, at the first run. Each names journey, node
 * and field.
 */
export function reviewJourney(realm: Realm, tree: Tree, knowledge: NodeKnowledge, file?: string): Finding[] {
  const issues: Finding[] = [];
  const warn: Warn = (node, field, message, expected, lacks) => {
    issues.push({
      ...(file === undefined ? {} : { file }),
      journey: tree._id,
      ...(node === undefined ? {} : { node }),
      field,
      message,
      ...(expected === undefined ? {} : { expected }),
      ...(lacks === undefined ? {} : { lacks }),
    });
  };
  reviewShape(tree, warn);
  const nodes = nodesOf(realm, tree);
  const reviewed = new Set<string>();
  const types = nodes.some((node) => node.resource === undefined)
    ? new Map(Object.values(realm.nodes).map((node) => [node._id, node._type._id]))
    : new Map<string, string>();
  for (const node of nodes) {
    reviewType(realm, node, knowledge, warn);
    if (node.resource === undefined) reviewAbsence(tree, node, types.get(node.id), warn);
    else reviewReferences(realm, node, node.resource, knowledge, reviewed, warn);
  }
  return issues;
}

function reviewShape(tree: Tree, warn: Warn): void {
  for (const field of ['treeTimeout', 'maximumSessionTime', 'maximumIdleTime'] as const) {
    const minutes = tree[field];
    if (minutes !== undefined && (!Number.isInteger(minutes) || minutes < 1 || minutes > INT_MAX))
      warn(undefined, field, `The journey's "${field}" is ${minutes}, which AM does not take.`, `A whole number from 1 to ${INT_MAX} (min).`);
  }
  const known = (id: string): boolean => own(tree.nodes, id) !== undefined || isEnd(id);
  if (tree.entryNodeId === undefined)
    warn(undefined, 'entryNodeId', 'The journey has no entry node, so it cannot start.', 'the id of one of its nodes');
  else if (!known(tree.entryNodeId))
    warn(undefined, 'entryNodeId', `The entry node "${tree.entryNodeId}" is not one of the journey's nodes.`, 'the id of one of its nodes');
  for (const { from, outcome, to } of connectionsOf(tree)) {
    if (!known(to))
      warn(
        from,
        `connections.${outcome}`,
        `The outcome "${outcome}" of "${nameOf(tree, from)}" leads to "${to}", which is not one of the journey's nodes.`,
        'a node of the journey, Success or Failure',
      );
  }
}

function nameOf(tree: Tree, id: string): string {
  return own(tree.nodes, id)?.displayName || id;
}

function reviewType(realm: Realm, node: UsedNode, knowledge: NodeKnowledge, warn: Warn): void {
  if (isCustomType(node.type)) {
    const key = customTypeOfNode(realm, node.type) ?? '';
    if (own(realm.nodeTypes, key) === undefined) {
      warn(
        node.id,
        'nodeType',
        `"${node.displayName}" is of the custom node type "${node.type}", which the realm lacks. AIC keeps custom nodes in a file of their own: import that, too.`,
        `the custom node type "${key}"`,
        { kind: 'nodeTypes', id: node.type },
      );
    }
  } else if (!knowledge.nodeTypeKnown(node.type)) {
    warn(
      node.id,
      'nodeType',
      `"${node.displayName}" is of the type "${node.type}", which Tandem does not know. It is kept as it is; in a simulation you choose its outcome.`,
      undefined,
      { kind: 'nodeTypes', id: node.type },
    );
  }
}

function reviewAbsence(tree: Tree, node: UsedNode, other: string | undefined, warn: Warn): void {
  const instead = other === undefined ? '' : ` The realm has a node with this id, but of the type "${other}".`;
  if (node.page === undefined) {
    warn(
      node.id,
      'nodes',
      `The journey places "${node.displayName}", but its configuration is missing.${instead}`,
      `a node resource "${node.id}" of the type "${node.type}"`,
    );
    return;
  }
  warn(
    node.page,
    'nodes',
    `The page "${nameOf(tree, node.page)}" contains "${node.displayName}", but the configuration of "${node.id}" is missing.${instead}`,
    `an inner node "${node.id}" of the type "${node.type}"`,
  );
}

function reviewReferences(realm: Realm, node: UsedNode, resource: NodeResource, knowledge: NodeKnowledge, reviewed: Set<string>, warn: Warn): void {
  const config = configOf(resource);
  const references = knowledge.references(node.type, config);
  let fields: Map<string, string> | undefined;
  const at = (name: string): string => {
    // The first field of each text. Made once: a node may name thousands of scripts that are missing.
    fields ??= new Map(
      textsOf(config)
        .reverse()
        .map(({ field, text }) => [text, field]),
    );
    return fields.get(name) ?? 'config';
  };
  for (const name of references.journeys) {
    if (own(realm.journeys, name) === undefined)
      warn(node.id, at(name), `"${node.displayName}" names the journey "${name}", which the realm lacks.`, 'an existing journey', {
        kind: 'journeys',
        id: name,
      });
  }
  for (const name of references.emailTemplates) {
    if (own(realm.emailTemplates, name) === undefined)
      warn(node.id, at(name), `"${node.displayName}" sends the email template "${name}", which the realm lacks.`, 'an existing email template', {
        kind: 'emailTemplates',
        id: name,
      });
  }
  for (const id of references.scripts) {
    const script = own(realm.scripts, id);
    if (script === undefined)
      warn(node.id, at(id), `"${node.displayName}" uses the script "${id}", which the realm lacks.`, 'the id of an existing script', {
        kind: 'scripts',
        id,
      });
    else if (!reviewed.has(`script ${id}`))
      warnOfVariables(realm, node, at(id), `its script "${script.name}"`, esvsOfSource(scriptBody(script)), warn);
    reviewed.add(`script ${id}`);
  }
  const worker = config.pingOneWorker;
  // Tandem keeps no PingOne workers, so one that a node names is never there: AIC refuses to import what names one that its realm lacks.
  if (typeof worker === 'string' && worker !== '')
    warn(node.id, 'pingOneWorker', `"${node.displayName}" uses the PingOne worker "${worker}", which Tandem cannot hold.`, 'a tenant that has it', {
      kind: 'pingOneWorkers',
      id: worker,
    });
  for (const { field, expected } of knowledge.outOfBounds(node.type, config))
    warn(node.id, field, `"${node.displayName}" has ${JSON.stringify(config[field])} as "${field}", which AM does not take.`, expected);
  const custom = own(realm.nodeTypes, customTypeOfNode(realm, node.type) ?? '');
  if (custom !== undefined && !reviewed.has(`type ${custom._id}`)) {
    warnOfVariables(realm, node, 'nodeType', `the source of its type "${custom.displayName}"`, esvsOfSource(custom.script), warn);
    reviewed.add(`type ${custom._id}`);
  }
  // A page's children are reviewed themselves; its own list of them holds no references.
  const texts = textsOf(node.type === PAGE_TYPE ? withoutChildren(config) : config);
  for (const { field, text } of texts) warnOfVariables(realm, node, field, `"${field}"`, esvsOfText(text), warn);
}

function withoutChildren(config: Record<string, Json>): Record<string, Json> {
  const { nodes: _, ...rest } = config;
  return rest;
}

function warnOfVariables(realm: Realm, node: UsedNode, field: string, where: string, names: readonly string[], warn: Warn): void {
  for (const name of names) {
    if (own(realm.variables, name.replaceAll('.', '-')) !== undefined || own(realm.variables, name) !== undefined) continue;
    warn(
      node.id,
      field,
      `"${node.displayName}" uses the environment variable "${name}" in ${where}, which the realm lacks.`,
      `the variable "${name.replaceAll('.', '-')}"`,
      { kind: 'variables', id: name.replaceAll('.', '-') },
    );
  }
}
