import { emptyRealm, FAILURE_NODE_ID, type Journey, type NodeResource, nodeKey, type Realm, type Script, SUCCESS_NODE_ID } from '@tandem/journey';

/** A journey of one Message node that leads to both ends. */
export function oneNodeJourney(name: string, nodeId: string): { journey: Journey; node: NodeResource } {
  return {
    journey: {
      tree: {
        _id: name,
        entryNodeId: nodeId,
        nodes: {
          [nodeId]: {
            nodeType: 'MessageNode',
            displayName: 'Message',
            connections: { true: SUCCESS_NODE_ID, false: FAILURE_NODE_ID },
            x: 100,
            y: 100,
          },
        },
      },
    },
    node: { _id: nodeId, _type: { _id: 'MessageNode', name: 'Message Node', collection: true }, message: { en: 'Hello' } },
  };
}

export function script(id: string, name: string, body = 'outcome = "true";'): Script {
  return { _id: id, name, script: JSON.stringify(body), context: 'SCRIPTED_DECISION_NODE', language: 'JAVASCRIPT', evaluatorVersion: '2.0' };
}

/** A realm with the journeys named, each with a node `node-<journey>`. */
export function realmWith(name: string, journeys: readonly string[]): Realm {
  const realm = emptyRealm(name);
  for (const id of journeys) {
    const { journey, node } = oneNodeJourney(id, `node-${id}`);
    realm.journeys[id] = journey;
    realm.nodes[nodeKey(node._type._id, node._id)] = node;
  }
  return realm;
}
