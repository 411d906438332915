import { emptyRealm, nodeKey, type Realm } from '@tandem/journey';

/** A journey that goes round through this many nodes which set session properties. */
export function ringRealm(count: number): Realm {
  const realm = emptyRealm('alpha');
  const id = (n: number): string => `n${n % count}`;
  const type = 'SetSessionPropertiesNode';
  const nodes = Array.from({ length: count }, (_, n) => [id(n), { nodeType: type, displayName: id(n), connections: { outcome: id(n + 1) } }]);
  realm.journeys.Ring = { tree: { _id: 'Ring', entryNodeId: id(0), nodes: Object.fromEntries(nodes) } };
  for (let n = 0; n < count; n++) realm.nodes[nodeKey(type, id(n))] = { _id: id(n), _type: { _id: type }, properties: { [`key${n}`]: 'value' } };
  return realm;
}
