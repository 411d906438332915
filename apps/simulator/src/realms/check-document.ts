import type { SaveJourney } from '@tandem/api';
import { connectionsOf, deepEqual, type Issue, isEnd, type JourneyDocument, nodeKey, type Realm } from '@tandem/journey';
import { checkValues } from './check-values.ts';
import { type Placed, placedIn, usersOfNodes } from './placement.ts';

/**
 * What makes a document impossible to keep: parts that contradict each other, or that belong to somebody else. Whatever the stored journey has
 * already (an import may bring loose ends) may stay as it is.
 * @param id the journey's name in the address
 * @param stored the journey as it is kept; undefined for a new one
 * @returns every problem found, each with journey, node and field
 */
export function checkDocument(realm: Realm, id: string, save: SaveJourney, stored: JourneyDocument | undefined): Issue[] {
  const placed = placedIn(save.tree, save.nodes);
  const issues = [
    ...checkNames(id, save),
    ...checkPlaces(save, stored, placed),
    ...checkConnections(save, stored),
    ...checkOwners(realm, id, placed, stored),
    ...Object.values(save.nodes).flatMap((node) => checkValues(realm, node, stored?.nodes[node._id])),
  ];
  return issues.map((issue) => ({ journey: id, ...issue }));
}

function checkNames(id: string, { tree, nodes, scripts }: SaveJourney): Issue[] {
  const issues: Issue[] = [];
  if (tree._id !== id) issues.push({ field: 'tree._id', message: `The tree is called "${tree._id}", the address says "${id}".`, expected: id });
  for (const [key, node] of Object.entries(nodes)) {
    if (node._id !== key) issues.push({ node: key, field: '_id', message: `The node "${key}" holds the id "${node._id}".`, expected: key });
  }
  for (const [key, script] of Object.entries(scripts)) {
    if (script._id !== key) issues.push({ field: `scripts.${key}._id`, message: `The script "${key}" holds the id "${script._id}".`, expected: key });
  }
  return issues;
}

function checkPlaces({ nodes }: SaveJourney, stored: JourneyDocument | undefined, placed: readonly Placed[]): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const before = new Set(stored ? placedIn(stored.tree, stored.nodes).map(({ id }) => id) : []);
  for (const { id, type, page } of placed) {
    const field = page === undefined ? 'nodeType' : 'nodes';
    const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (seen.has(id)) issues.push({ node: page ?? id, field, message: `The node "${id}" is placed twice.`, expected: 'each node once' });
    seen.add(id);
    if (node === undefined) {
      const wasMissing = before.has(id) && stored?.nodes[id] === undefined;
      if (!wasMissing)
        issues.push({
          node: id,
          field,
          message: `The journey places the node "${id}", but the document does not hold it.`,
          expected: `nodes["${id}"] of the type ${type}`,
        });
    } else if (node._type._id !== type) {
      issues.push({
        node: id,
        field,
        message: `The node "${id}" is placed as ${type}, but is of the type ${node._type._id}.`,
        expected: node._type._id,
      });
    }
  }
  for (const id of Object.keys(nodes)) {
    if (!seen.has(id))
      issues.push({
        node: id,
        field: 'nodes',
        message: `The document holds the node "${id}", but the journey does not place it.`,
        expected: 'only nodes that the tree or one of its pages places',
      });
  }
  return issues;
}

function checkConnections({ tree }: SaveJourney, stored: JourneyDocument | undefined): Issue[] {
  const known = (id: string): boolean => isEnd(id) || Object.hasOwn(tree.nodes ?? {}, id);
  const issues = connectionsOf(tree)
    .filter(({ from, outcome, to }) => !known(to) && stored?.tree.nodes?.[from]?.connections?.[outcome] !== to)
    .map(
      ({ from, outcome, to }): Issue => ({
        node: from,
        field: `connections.${outcome}`,
        message: `The outcome "${outcome}" leads to "${to}", which the journey does not have.`,
        expected: 'a node of the journey, Success or Failure',
      }),
    );
  const { entryNodeId } = tree;
  if (entryNodeId !== undefined && entryNodeId !== '' && !known(entryNodeId) && !deepEqual(entryNodeId, stored?.tree.entryNodeId)) {
    issues.push({
      field: 'tree.entryNodeId',
      message: `The journey starts at "${entryNodeId}", which it does not have.`,
      expected: 'a node of the journey',
    });
  }
  return issues;
}

/** Ids that are new in this journey must be new in the realm: AM keeps nodes by type and id, and would let two journeys share one. */
function checkOwners(realm: Realm, id: string, placed: readonly Placed[], stored: JourneyDocument | undefined): Issue[] {
  const before = new Set(stored ? placedIn(stored.tree, stored.nodes).map((node) => nodeKey(node.type, node.id)) : []);
  const fresh = placed.filter((node) => !before.has(nodeKey(node.type, node.id)));
  if (fresh.length === 0) return [];
  const users = usersOfNodes(realm, id);
  const types = new Map(Object.values(realm.nodes).map((node) => [node._id, node._type._id]));
  return fresh.flatMap((node): Issue[] => {
    const user = users.get(nodeKey(node.type, node.id));
    const type = types.get(node.id);
    if (user !== undefined)
      return [
        {
          node: node.id,
          field: '_id',
          message: `The node id "${node.id}" is used by the journey "${user}".`,
          expected: 'an id that no other node has',
        },
      ];
    if (type === undefined || type === node.type) return [];
    return [
      {
        node: node.id,
        field: '_id',
        message: `The node id "${node.id}" is that of a node of the type ${type}.`,
        expected: 'an id that no other node has',
      },
    ];
  });
}
