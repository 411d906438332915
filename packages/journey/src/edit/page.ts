import { pageChildren } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { PAGE_TYPE } from '../knowledge.ts';
import type { NodeResource, Outcome, PageChild } from '../model.ts';
import { EditError, type JourneyDocument } from './document.ts';
import { type Edited, type NewNode, newResource, setOutcomes } from './nodes.ts';

/**
 * Puts a new node into a page.
 *
 * @param index its place among the children; default the end
 * @param outcomes the page's outcomes afterwards
 * @throws EditError when `page` is no page of the document, or the document has a node of the new id
 */
export function addPageChild(
  document: JourneyDocument,
  page: string,
  child: Omit<NewNode, 'x' | 'y'>,
  outcomes: readonly Outcome[],
  index?: number,
): Edited {
  if (own(document.nodes, child.id) !== undefined) throw new EditError(`The journey "${document.tree._id}" has a node "${child.id}" already.`);
  const children = [...pageChildren(pageOf(document, page))];
  const entry: PageChild = { _id: child.id, nodeType: child.type, nodeVersion: child.version, displayName: child.displayName };
  children.splice(index ?? children.length, 0, entry);
  const grown = { ...document, nodes: { ...document.nodes, [child.id]: newResource(child) } };
  return withChildren(grown, page, children, outcomes);
}

/**
 * Takes a node out of a page and deletes it; nothing happens when it is not in there.
 * @throws EditError when `page` is no page of the document
 */
export function removePageChild(document: JourneyDocument, page: string, child: string, outcomes: readonly Outcome[]): Edited {
  const children = pageChildren(pageOf(document, page));
  if (!children.some((entry) => entry._id === child)) return { document, dropped: [] };
  const { [child]: _, ...nodes } = document.nodes;
  return withChildren(
    { ...document, nodes },
    page,
    children.filter((entry) => entry._id !== child),
    outcomes,
  );
}

/**
 * Moves a node inside its page.
 * @param index its new place, counted without it
 * @throws EditError when `page` is no page of the document or the child is not in there
 */
export function movePageChild(document: JourneyDocument, page: string, child: string, index: number, outcomes: readonly Outcome[]): Edited {
  const children = pageChildren(pageOf(document, page));
  const entry = children.find((candidate) => candidate._id === child);
  if (entry === undefined) throw new EditError(`The page "${page}" has no node "${child}".`);
  const reordered = children.filter((candidate) => candidate !== entry);
  reordered.splice(index, 0, entry);
  if (reordered.every((candidate, place) => candidate === children[place])) return { document, dropped: [] };
  return withChildren(document, page, reordered, outcomes);
}

/**
 * Names a node inside a page.
 * @throws EditError when `page` is no page of the document or the child is not in there
 */
export function renamePageChild(document: JourneyDocument, page: string, child: string, displayName: string): JourneyDocument {
  const resource = pageOf(document, page);
  const children = pageChildren(resource);
  const current = children.find((entry) => entry._id === child);
  if (current === undefined) throw new EditError(`The page "${page}" has no node "${child}".`);
  if (current.displayName === displayName) return document;
  return {
    ...document,
    nodes: { ...document.nodes, [page]: { ...resource, nodes: children.map((entry) => (entry === current ? { ...entry, displayName } : entry)) } },
  };
}

function pageOf(document: JourneyDocument, id: string): NodeResource {
  const resource = own(document.nodes, id);
  if (resource?._type._id !== PAGE_TYPE) throw new EditError(`The journey "${document.tree._id}" has no page "${id}".`);
  return resource;
}

function withChildren(document: JourneyDocument, page: string, children: readonly PageChild[], outcomes: readonly Outcome[]): Edited {
  const resource = pageOf(document, page);
  const nodes = { ...document.nodes, [page]: { ...resource, nodes: [...children] } };
  return setOutcomes({ ...document, nodes }, page, outcomes);
}
