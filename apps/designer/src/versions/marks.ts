import { type JourneyDiff, START_NODE_ID } from '@tandem/journey';
import { connectionKey, type DiffMarks } from '../canvas/index.ts';

/** What to mark on the canvas of one side of a comparison: what it alone has, and what is another on both. */
export function marksOf({ nodes, connections }: JourneyDiff, side: 'before' | 'after'): DiffMarks {
  const marks = new Map<string, 'added' | 'removed' | 'changed'>();
  for (const node of nodes) {
    const place = node[side];
    if (place === undefined) continue;
    // A page shows its nodes inside: it is what stands on the canvas.
    if (place.page === undefined) marks.set(node.id, node.state);
    else if (!marks.has(place.page)) marks.set(place.page, 'changed');
  }
  for (const { from, outcome, before, after } of connections) {
    const to = side === 'before' ? before : after;
    if (to === undefined) continue;
    const state = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    marks.set(connectionKey(from, from === START_NODE_ID ? 'start' : outcome, to), state);
  }
  return marks;
}
