import { isEnd, moveNodes, START_NODE_ID } from '@tandem/journey';
import type { Command } from './history.ts';

/** Puts nodes where a layout wants them, as one step. Nodes that went meanwhile are left out. */
export function tidyCommand(name: string, places: readonly { id: string; x: number; y: number }[]): Command {
  return {
    name,
    apply(current) {
      const { nodes = {} } = current.tree;
      const there = places.filter(({ id }) => Object.hasOwn(nodes, id) || id === START_NODE_ID || isEnd(id));
      const tree = moveNodes(current.tree, Object.fromEntries(there.map(({ id, x, y }) => [id, { x, y }])));
      return tree === current.tree ? current : { ...current, tree };
    },
  };
}
