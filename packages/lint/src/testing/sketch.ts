import {
  emptyRealm,
  FAILURE_NODE_ID,
  type JourneyDocument,
  journeyDocument,
  type NodeResource,
  nodeKey,
  type Realm,
  START_NODE_ID,
  SUCCESS_NODE_ID,
  type Tree,
} from '@tandem/journey';
import { definitionOf, nodeKnowledge } from '@tandem/nodes';
import type { Example, JourneySketch, NodeSketch } from '../rule.ts';

const ENDS: Readonly<Record<string, string>> = { success: SUCCESS_NODE_ID, failure: FAILURE_NODE_ID };

/** The realm and the document of a rule's example. Nodes are named after their ids. */
export function exampleOf(example: Example): { realm: Realm; document: JourneyDocument } {
  const realm: Realm = { ...emptyRealm('alpha'), ...example.realm };
  for (const [id, { source, context, evaluatorVersion }] of Object.entries(example.scripts ?? {}))
    realm.scripts[id] = {
      _id: id,
      name: id,
      script: JSON.stringify(source),
      context: context ?? 'AUTHENTICATION_TREE_DECISION_NODE',
      evaluatorVersion: evaluatorVersion ?? '2.0',
      language: 'JAVASCRIPT',
    };
  for (const [name, journey] of Object.entries({ ...example.others, Example: example.journey })) addJourney(realm, name, journey, example.placed);
  const document = journeyDocument(realm, 'Example', nodeKnowledge(realm));
  if (!document) throw new Error('The example is in its realm.');
  return { realm, document };
}

function addJourney(realm: Realm, name: string, { nodes, tree }: JourneySketch, placed: Example['placed']): void {
  const entryNodeId = Object.keys(nodes)[0];
  realm.journeys[name] = {
    tree: {
      _id: name,
      ...(entryNodeId === undefined ? {} : { entryNodeId }),
      enabled: true,
      identityResource: 'managed/alpha_user',
      nodes: Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, { ...place(realm, id, node), ...placed?.[id] }])),
      staticNodes: { [START_NODE_ID]: {}, [SUCCESS_NODE_ID]: {}, [FAILURE_NODE_ID]: {} },
      ...tree,
    } as Tree,
  };
}

function place(realm: Realm, id: string, [type, config = {}, to = {}, children = {}]: NodeSketch) {
  const entries = Object.entries(children).map(([child, sketch]) => {
    place(realm, child, sketch);
    return { _id: child, nodeType: sketch[0], displayName: child };
  });
  const resource: NodeResource = {
    _id: id,
    ...config,
    ...(type === 'PageNode' && config.nodes === undefined ? { nodes: entries } : {}),
    _type: { _id: type, name: definitionOf(type, { customTypes: realm.nodeTypes }).name, collection: true },
  };
  if (config.$missing !== true) realm.nodes[nodeKey(type, id)] = resource;
  return {
    nodeType: type,
    displayName: id,
    connections: Object.fromEntries(Object.entries(to).map(([outcome, end]) => [outcome, ENDS[end] ?? end])),
  };
}
