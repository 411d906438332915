import { type Connection, connectionsOf } from '../graph/tree.ts';
import { own } from '../json/own.ts';
import { type Outcome, START_NODE_ID } from '../model.ts';
import { EditError, type JourneyDocument } from './document.ts';
import { addNode, type Edited, type NewNode, removeNodes } from './nodes.ts';
import { connect, setEntry } from './tree.ts';

/** Names are compared as people read them: "Email_Sent" and "email sent" are one. */
const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Which outcome of another type stands for which old one: the one of the same id, else the one of the same name, else the only one for the only
 * one. Outcomes that none stands for are missing in the answer.
 */
export function matchOutcomes(before: readonly Outcome[], after: readonly Outcome[]): Map<string, string> {
  const match = new Map<string, string>();
  const free = new Set(after.map(({ id }) => id));
  const take = (old: string, id: string | undefined) => {
    if (id === undefined || !free.delete(id)) return;
    match.set(old, id);
  };
  for (const { id } of before) take(id, free.has(id) ? id : undefined);
  for (const { id, displayName } of before) {
    if (match.has(id)) continue;
    take(id, after.find((other) => free.has(other.id) && (plain(other.displayName) === plain(displayName) || plain(other.id) === plain(id)))?.id);
  }
  const [old] = before;
  const [only] = after;
  if (before.length === 1 && after.length === 1 && old && only && !match.has(old.id)) take(old.id, only.id);
  return match;
}

/**
 * Puts a new node in the place of another one: what led to that one leads to it, and its connections go on from the outcomes that stand for
 * theirs. What is inside of a page goes with the page.
 *
 * @param node the new node, with an id of its own: AM knows a node by type and id
 * @param outcomes those of the old node
 * @returns `dropped`: connections of outcomes that no new one stands for
 * @throws EditError when the journey does not place the old node
 */
export function replaceNode(document: JourneyDocument, id: string, node: Omit<NewNode, 'x' | 'y'>, outcomes: readonly Outcome[]): Edited {
  const old = own(document.tree.nodes, id);
  if (old === undefined) throw new EditError(`The journey "${document.tree._id}" has no node "${id}".`);
  const { x = 0, y = 0, connections = {} } = old;
  const into = connectionsOf(document.tree).filter(({ from, to }) => to === id && from !== id);
  const isEntry = document.tree.entryNodeId === id;
  const match = matchOutcomes(withConnected(outcomes, connections), node.outcomes);
  const added = addNode(removeNodes(document, [id]).document, { ...node, x, y });
  let { tree } = added;
  for (const { from, outcome } of into) tree = connect(tree, from, outcome, node.id);
  const dropped: Connection[] = [];
  for (const [outcome, to] of Object.entries(connections)) {
    const next = match.get(outcome);
    if (next === undefined) dropped.push({ from: id, outcome, to });
    else tree = connect(tree, node.id, next, to === id ? node.id : to);
  }
  return { document: { ...added, tree: isEntry ? setEntry(tree, node.id) : tree }, dropped };
}

/** A node may have connections of outcomes that it no longer has. */
function withConnected(outcomes: readonly Outcome[], connections: Readonly<Record<string, string>>): Outcome[] {
  const known = new Set(outcomes.map(({ id }) => id));
  const others = Object.keys(connections).filter((id) => !known.has(id));
  return [...outcomes, ...others.map((id) => ({ id, displayName: id }))];
}

/**
 * Puts a node between the two ends of a connection.
 *
 * @param from a node, or `START_NODE_ID`
 * @param node it stands on the canvas; what it was connected to by that outcome it leaves
 * @param onward its outcome that goes on to where the connection went; undefined when it has none
 * @throws EditError when there is no such connection, or no such node
 */
export function insertOnConnection(
  document: JourneyDocument,
  from: string,
  outcome: string,
  node: string,
  onward: string | undefined,
): JourneyDocument {
  const { tree } = document;
  const to = from === START_NODE_ID ? tree.entryNodeId : own(own(tree.nodes, from)?.connections, outcome);
  if (to === undefined) throw new EditError(`The journey "${tree._id}" has no connection from "${from}", ${outcome}.`);
  if (own(tree.nodes, node) === undefined) throw new EditError(`The journey "${tree._id}" has no node "${node}".`);
  const led = from === START_NODE_ID ? setEntry(tree, node) : connect(tree, from, outcome, node);
  const next = onward === undefined || to === node ? led : connect(led, node, onward, to);
  return next === tree ? document : { ...document, tree: next };
}

/** Whether a node stands alone: nothing leads to it and it leads nowhere. */
export function isLoose(document: JourneyDocument, id: string): boolean {
  const node = own(document.tree.nodes, id);
  if (node === undefined || document.tree.entryNodeId === id) return false;
  return Object.keys(node.connections ?? {}).length === 0 && !connectionsOf(document.tree).some(({ to }) => to === id);
}
