import {
  addNode,
  addPageChild,
  connect,
  connectionsOf,
  disconnect,
  type JourneyDocument,
  type JsonObject,
  moveNodes,
  movePageChild,
  removeNodes,
  removePageChild,
  renameNode,
  renamePageChild,
  START_NODE_ID,
  setConfig,
  setEntry,
  setOutcomes,
  type Tree,
} from '@tandem/journey';
import { noteIdOf, type Point } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { freshNode, type Kinds, nameOf, outcomeName, outcomesIn, outcomesWith, pageOf, pageOutcomes } from './nodes.ts';
import { moveNotesOf, removeNotesOf } from './noteCommands.ts';

/** Every change the designer makes, as a named command. `kinds` are the realm's custom node types. */

export function connectCommand(kinds: Kinds, document: JourneyDocument, from: string, outcome: string, to: string): Command {
  const target = nameOf(kinds, document, to);
  if (from === START_NODE_ID) return { name: `Start with ${target}`, apply: (current) => withTree(current, setEntry(current.tree, to)) };
  return {
    name: `Connect ${nameOf(kinds, document, from)}, ${outcomeName(kinds, document, from, outcome)} → ${target}`,
    apply: (current) => withTree(current, connect(current.tree, from, outcome, to)),
  };
}

export function disconnectCommand(kinds: Kinds, document: JourneyDocument, from: string, outcome: string): Command {
  return {
    name: `Disconnect ${nameOf(kinds, document, from)}, ${outcomeName(kinds, document, from, outcome)}`,
    apply: (current) => withTree(current, disconnect(current.tree, from, outcome)),
  };
}

interface Move {
  id: string;
  x: number;
  y: number;
}

const noteAt = (id: string, x: number, y: number) => {
  const note = noteIdOf(id);
  return note === null ? [] : [{ id: note, x, y }];
};

/** @param how `small`: one of several little steps of the same nodes, which together are one step of the history; `name`: how it came about */
export function moveCommand(
  kinds: Kinds,
  document: JourneyDocument,
  moves: readonly Move[],
  { small = false, name }: { small?: boolean; name?: string } = {},
): Command {
  const [first] = moves;
  const notes = moves.flatMap(({ id, x, y }) => noteAt(id, x, y));
  const positions = Object.fromEntries(moves.flatMap(({ id, x, y }) => (noteIdOf(id) === null ? [[id, { x, y }] as const] : [])));
  return {
    name: name ?? (moves.length === 1 && first ? `Move ${nameOf(kinds, document, first.id)}` : `Move ${moves.length} nodes`),
    ...(small ? { group: `nudge:${moves.map(({ id }) => id).join()}` } : {}),
    apply(current) {
      const moved = moveNotesOf(current, notes);
      return withTree(moved, moveNodes(moved.tree, positions));
    },
  };
}

/** Places a new node, connected from an outcome when it was asked for there. */
interface AddCommand extends Command {
  id: string;
  /** The same node at another place. */
  moved(to: Point): AddCommand;
}

export function addCommand(kinds: Kinds, type: string, at: Point, from?: { node: string; outcome: string }): AddCommand {
  const node = freshNode(kinds, type);
  const adding = (place: Point): AddCommand => ({
    id: node.id,
    name: `Add ${node.displayName}`,
    moved: adding,
    apply(current) {
      const added = addNode(current, { ...node, x: place.x, y: place.y });
      if (!from) return added;
      const tree = from.node === START_NODE_ID ? setEntry(added.tree, node.id) : connect(added.tree, from.node, from.outcome, node.id);
      return withTree(added, tree);
    },
  });
  return adding(at);
}

const wordFor = (ids: readonly string[]): string => {
  const notes = ids.filter((id) => noteIdOf(id) !== null).length;
  return notes === 0 ? 'nodes' : notes === ids.length ? 'notes' : 'nodes and notes';
};

export function removeCommand(kinds: Kinds, document: JourneyDocument, ids: readonly string[]): Command {
  const [first] = ids;
  return {
    name: ids.length === 1 && first ? `Delete ${nameOf(kinds, document, first)}` : `Delete ${ids.length} ${wordFor(ids)}`,
    apply: (current) =>
      removeNotesOf(
        removeNodes(current, ids).document,
        ids.flatMap((id) => noteIdOf(id) ?? []),
      ),
  };
}

/** Deletes a node and leads what came in to where its first outcome that leads elsewhere went. */
export function bridgeCommand(kinds: Kinds, document: JourneyDocument, id: string): Command {
  return {
    name: `Delete ${nameOf(kinds, document, id)} and bridge`,
    apply(current) {
      const connections = current.tree.nodes?.[id]?.connections ?? {};
      // What is stored is in no order that somebody sees; outcomes are. Connections of outcomes that are gone come last.
      const targets = [...outcomesIn(kinds, current, id).map((outcome) => connections[outcome.id]), ...Object.values(connections)];
      const next = targets.find((target) => target !== undefined && target !== id);
      const into = connectionsOf(current.tree).filter((connection) => connection.to === id && connection.from !== id);
      const wasEntry = current.tree.entryNodeId === id;
      const { document: removed } = removeNodes(current, [id]);
      if (next === undefined) return removed;
      const tree = into.reduce((rest, { from, outcome }) => connect(rest, from, outcome, next), removed.tree);
      return withTree(removed, wasEntry ? setEntry(tree, next) : tree);
    },
  };
}

export function renameCommand(kinds: Kinds, document: JourneyDocument, id: string, displayName: string): Command {
  const page = pageOf(document, id);
  return {
    name: `Rename ${nameOf(kinds, document, id)}`,
    group: `rename:${id}`,
    apply: (current) =>
      page === null ? withTree(current, renameNode(current.tree, id, displayName)) : renamePageChild(current, page, id, displayName),
  };
}

/** Sets a node's whole configuration; connections of outcomes that are gone are cut, a page's outcomes follow its child. */
export function configCommand(kinds: Kinds, document: JourneyDocument, id: string, config: JsonObject, what: string, group?: string): Command {
  return {
    name: `Change ${what} of ${nameOf(kinds, document, id)}`,
    ...(group === undefined ? {} : { group }),
    apply(current) {
      const edited = setConfig(current, id, config, outcomesWith(kinds, current, id, config), outcomesIn(kinds, current, id)).document;
      const page = pageOf(edited, id);
      return page === null ? edited : setOutcomes(edited, page, pageOutcomes(kinds, edited, page), outcomesIn(kinds, current, page)).document;
    },
  };
}

export function addChildCommand(kinds: Kinds, document: JourneyDocument, page: string, type: string, index?: number): Command & { id: string } {
  const child = freshNode(kinds, type);
  return {
    id: child.id,
    name: `Add ${child.displayName} to ${nameOf(kinds, document, page)}`,
    apply: (current) => settlePage(kinds, page, addPageChild(current, page, child, outcomesIn(kinds, current, page), index).document),
  };
}

export function removeChildCommand(kinds: Kinds, document: JourneyDocument, page: string, child: string): Command {
  return {
    name: `Remove ${nameOf(kinds, document, child)} from ${nameOf(kinds, document, page)}`,
    apply: (current) => settlePage(kinds, page, removePageChild(current, page, child, outcomesIn(kinds, current, page)).document),
  };
}

export function moveChildCommand(kinds: Kinds, document: JourneyDocument, page: string, child: string, index: number): Command {
  return {
    name: `Move ${nameOf(kinds, document, child)} in ${nameOf(kinds, document, page)}`,
    apply: (current) => settlePage(kinds, page, movePageChild(current, page, child, index, outcomesIn(kinds, current, page)).document),
  };
}

/** After its children changed, a page's outcomes are computed anew. */
function settlePage(kinds: Kinds, page: string, document: JourneyDocument): JourneyDocument {
  return setOutcomes(document, page, pageOutcomes(kinds, document, page)).document;
}

/** Sets a property of the journey; undefined takes it away. */
export function settingCommand<K extends keyof Tree & string>(property: K, value: Tree[K] | undefined, label: string): Command {
  return {
    name: `Change ${label}`,
    ...(typeof value === 'boolean' ? {} : { group: `setting:${property}` }),
    apply(current) {
      if (current.tree[property] === value) return current;
      const { [property]: _, ...rest } = current.tree;
      return { ...current, tree: (value === undefined ? rest : { ...current.tree, [property]: value }) as Tree };
    },
  };
}

function withTree(document: JourneyDocument, tree: Tree): JourneyDocument {
  return tree === document.tree ? document : { ...document, tree };
}
