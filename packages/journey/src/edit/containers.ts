import { connectionsOf, pageChildren } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import type { NodeResource, Outcome, PageChild, Position } from '../model.ts';
import { EditError, type JourneyDocument } from './document.ts';
import { type Edited, setOutcomes } from './nodes.ts';
import { connect, disconnect, setEntry, withNode } from './tree.ts';

/**
 * Moves a node from the canvas into a page. It keeps its id, name and settings. What led to it leads to the page, but for the page's own
 * connections, which would lead back into it: those are cut, as are the node's own.
 *
 * @param index its place among the children
 * @param outcomesOf the page's outcomes with its children as they are then
 * @throws EditError when `page` is no page of the document, or the journey does not place the node, or brought no settings for it
 */
export function moveIntoPage(
  document: JourneyDocument,
  id: string,
  page: string,
  index: number,
  outcomesOf: (document: JourneyDocument) => readonly Outcome[],
): Edited {
  const { tree } = document;
  const placed = own(tree.nodes, id);
  if (placed === undefined || id === page || own(document.nodes, id) === undefined)
    throw new EditError(`The journey "${tree._id}" has no node "${id}" to move.`);
  const resource = pageIn(document, page);
  const { x: _x, y: _y, connections: _connections, version, ...kept } = placed;
  const entry: PageChild = { ...kept, _id: id, ...(version === undefined ? {} : { nodeVersion: version }) };
  const into = connectionsOf(tree).filter(({ from, to }) => to === id && from !== id);
  const led = into.reduce(
    (rest, { from, outcome }) => (from === page ? disconnect(rest, from, outcome) : connect(rest, from, outcome, page)),
    tree.entryNodeId === id ? setEntry(tree, page) : tree,
  );
  const { [id]: _, ...nodes } = led.nodes ?? {};
  const moved = {
    ...document,
    tree: { ...led, nodes },
    nodes: { ...document.nodes, [page]: { ...resource, nodes: pageChildren(resource).toSpliced(index, 0, entry) } },
  };
  const cut = connectionsOf(tree).filter(({ from, to }) => (from === id && to !== id) || (from === page && to === id));
  const settled = setOutcomes(moved, page, outcomesOf(moved));
  return { document: settled.document, dropped: [...cut, ...settled.dropped] };
}

/**
 * Moves a node out of its page onto the canvas, unconnected. It keeps its id, name and settings.
 *
 * @throws EditError when `page` is no page of the document or the child is not in there
 */
export function moveOutOfPage(
  document: JourneyDocument,
  page: string,
  child: string,
  { x, y }: Required<Pick<Position, 'x' | 'y'>>,
  outcomesOf: (document: JourneyDocument) => readonly Outcome[],
): Edited {
  const resource = pageIn(document, page);
  const children = pageChildren(resource);
  const entry = children.find(({ _id }) => _id === child);
  if (entry === undefined) throw new EditError(`The page "${page}" has no node "${child}".`);
  const { _id, nodeVersion, ...kept } = entry;
  const node = { ...kept, x, y, connections: {}, ...(nodeVersion === undefined ? {} : { version: nodeVersion }) };
  const moved = {
    ...document,
    tree: withNode(document.tree, child, node),
    nodes: { ...document.nodes, [page]: { ...resource, nodes: children.filter((other) => other !== entry) } },
  };
  return setOutcomes(moved, page, outcomesOf(moved));
}

function pageIn(document: JourneyDocument, id: string): NodeResource {
  const resource = own(document.nodes, id);
  if (resource?._type._id !== PAGE_TYPE) throw new EditError(`The journey "${document.tree._id}" has no page "${id}".`);
  return resource;
}
