import { isEnd } from '@tandem/journey';
import { noteIdOf, parseConnection } from '../../canvas/index.ts';
import type { PaneTools } from '../useCanvasActions.ts';

/** The node that commands are about, whatever it is. */
export const currentNode = ({ canvas }: PaneTools): string | null => canvas.current?.current() ?? null;

/** The node that commands are about, when it is one that the journey places (not Start, Success or Failure). */
export function placedNode(tools: PaneTools): string | null {
  const node = currentNode(tools);
  return node !== null && tools.store.getState().document.tree.nodes?.[node] ? node : null;
}

/** Nodes to act on: the selected ones, else the focused one; with another one focused, only that. Ends count only where they are selected. */
export function chosenNodes(tools: PaneTools): string[] {
  const node = currentNode(tools);
  const { document, selection } = tools.store.getState();
  const ids = node !== null && !selection.nodes.includes(node) ? [node] : selection.nodes;
  return ids.filter((id) => document.tree.nodes?.[id] !== undefined || isEnd(id) || noteIdOf(id) !== null);
}

/** The connection that is selected. */
export function selectedConnection({ store }: PaneTools): { from: string; outcome: string } | null {
  const { edge } = store.getState().selection;
  if (edge === null) return null;
  const { from, outcome } = parseConnection(edge);
  return { from, outcome };
}
