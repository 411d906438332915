import type { CanvasEdge } from './derive.ts';

/** The connection after (or before) the selected one of those that lead on from a node, by its ports; around at the ends. With what is said of it. */
export function nextEdge(edges: readonly CanvasEdge[], from: string, selected: string | null, step: 1 | -1): { edge: string | null; said: string } {
  const own = edges.filter(({ source }) => source === from);
  const at = own.findIndex(({ id }) => id === selected);
  const index = at < 0 ? (step === 1 ? 0 : own.length - 1) : (at + step + own.length) % own.length;
  const edge = own[index];
  return edge
    ? { edge: edge.id, said: `Connection ${index + 1} of ${own.length}: ${edge.ariaLabel ?? edge.id}` }
    : { edge: null, said: 'Nothing leads on from here' };
}
