import { addNode, insertOnConnection, type JourneyDocument, moveNodes, replaceNode, START_NODE_ID } from '@tandem/journey';
import { heightOf, type Point, roomBelow } from '../../canvas/index.ts';
import { moveCommand } from './commands.ts';
import type { Command } from './history.ts';
import { definitionFor, freshNode, type Kinds, nameOf, outcomeName, outcomesIn } from './nodes.ts';

/** An outcome that leads somewhere; from Start the outcome is `start`. */
export interface ConnectionStart {
  from: string;
  outcome: string;
}

interface ReplaceCommand extends Command {
  id: string;
  /** Connections that the new type has no outcome for: "Email_Sent → Success". */
  lost: string[];
}

/** A node of another type in the same place, with room made below where it is higher. A name that somebody gave it stays. */
export function replaceCommand(kinds: Kinds, document: JourneyDocument, id: string, type: string): ReplaceCommand {
  const fresh = freshNode(kinds, type);
  const old = nameOf(kinds, document, id);
  const isNamed = old !== definitionFor(kinds, document, id)?.name;
  const node = isNamed ? { ...fresh, displayName: old } : fresh;
  const outcomes = outcomesIn(kinds, document, id);
  const { dropped } = replaceNode(document, id, node, outcomes);
  return {
    id: node.id,
    lost: dropped.map(({ outcome, to }) => `${outcomeName(kinds, document, id, outcome)} → ${nameOf(kinds, document, to)}`),
    name: `Replace ${old} by ${fresh.displayName}`,
    apply(current) {
      const replaced = replaceNode(current, id, node, outcomes).document;
      const room = roomBelow(replaced, kinds, node.id, heightOf(current, kinds, id));
      return { ...replaced, tree: moveNodes(replaced.tree, Object.fromEntries(room.map(({ id, x, y }) => [id, { x, y }]))) };
    },
  };
}

const wordsFor = (kinds: Kinds, document: JourneyDocument, { from, outcome }: ConnectionStart) =>
  from === START_NODE_ID ? 'after Start' : `after ${nameOf(kinds, document, from)}, ${outcomeName(kinds, document, from, outcome)}`;

interface InsertCommand extends Command {
  id: string;
  /** The same node at another place. */
  moved(to: Point): InsertCommand;
}

/** A new node between the two ends of a connection; its first outcome goes on. */
export function insertCommand(kinds: Kinds, document: JourneyDocument, start: ConnectionStart, type: string, at: Point): InsertCommand {
  const node = freshNode(kinds, type);
  const inserting = (place: Point): InsertCommand => ({
    id: node.id,
    name: `Insert ${node.displayName} ${wordsFor(kinds, document, start)}`,
    moved: inserting,
    apply(current) {
      const added = addNode(current, { ...node, x: place.x, y: place.y });
      return insertOnConnection(added, start.from, start.outcome, node.id, node.outcomes[0]?.id);
    },
  });
  return inserting(at);
}

/** A node that stands alone, dropped on a connection. */
export function insertPlacedCommand(kinds: Kinds, document: JourneyDocument, start: ConnectionStart, id: string, at: Point): Command {
  const onward = outcomesIn(kinds, document, id)[0]?.id;
  return {
    name: `Insert ${nameOf(kinds, document, id)} ${wordsFor(kinds, document, start)}`,
    apply: (current) => insertOnConnection(moveCommand(kinds, current, [{ id, ...at }]).apply(current), start.from, start.outcome, id, onward),
  };
}
