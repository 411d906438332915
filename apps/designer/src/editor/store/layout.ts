import { isEnd, type JourneyDocument, moveNodes, START_NODE_ID } from '@tandem/journey';
import { noteIdOf } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { moveNotesOf } from './noteCommands.ts';

interface Place {
  id: string;
  x: number;
  y: number;
}

/**
 * Puts nodes where a layout wants them, as one step. Nodes that went meanwhile are left out.
 *
 * @param notesOf where notes go that nodes would lie on then
 */
export function tidyCommand(name: string, places: readonly Place[], notesOf: (tidied: JourneyDocument) => readonly Place[] = () => []): Command {
  return {
    name,
    apply(current) {
      const { nodes = {} } = current.tree;
      const there = places.filter(({ id }) => Object.hasOwn(nodes, id) || id === START_NODE_ID || isEnd(id));
      const tree = moveNodes(current.tree, Object.fromEntries(there.map(({ id, x, y }) => [id, { x, y }])));
      if (tree === current.tree) return current;
      const tidied = { ...current, tree };
      return moveNotesOf(
        tidied,
        notesOf(tidied).flatMap(({ id, ...place }) => {
          const note = noteIdOf(id);
          return note === null ? [] : [{ id: note, ...place }];
        }),
      );
    },
  };
}
