import { memo, useContext } from 'react';
import { useStore as useZustand } from 'zustand';
import { CanvasContext, useNodeStatus } from './CanvasContext.ts';
import type { CanvasEdge, EdgeData } from './derive.ts';
import type { Point } from './geometry.ts';
import { pathThrough, route } from './routing.ts';

/** How an edge stands in the run: gone along, being waited at, or not taken. Also a line style, for eyes that do not tell the colours apart. */
function runState(taken: boolean, waiting: boolean): string | undefined {
  if (!taken) return undefined;
  return waiting ? 'active' : 'taken';
}

/** While a node is dragged its edges follow directly; the way around other nodes is found when it is dropped. */
function pathOf({ points, leaves, enters, lane }: EdgeData, source: Point | undefined, target: Point | undefined): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || (!source && !target)) return pathThrough(points);
  const from = source ? { x: source.x + leaves.x, y: source.y + leaves.y } : first;
  const to = target ? { x: target.x + enters.x, y: target.y + enters.y } : last;
  return pathThrough(route({ from, to, lane }, []));
}

/** A connection: one element, which takes no pointer. What the pointer is at follows from the ways of connections. */
export const Wire = memo(function Wire({ edge, selected }: { edge: CanvasEdge; selected: boolean }) {
  const { id, source, target, data, ariaLabel } = edge;
  const { marks, moved } = useContext(CanvasContext);
  const from = useNodeStatus(source);
  const to = useNodeStatus(target);
  const sourcePlace = useZustand(moved, ({ places }) => places.get(source));
  const targetPlace = useZustand(moved, ({ places }) => places.get(target));
  if (!data) return null;
  const taken = data.fromStart ? to !== undefined : from?.lastOutcome === data.outcome;
  const tags = data.fromStart ? { 'data-entry': target } : { 'data-connection': id };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a line is no control
    <path
      {...tags}
      d={pathOf(data, sourcePlace, targetPlace)}
      className="wire"
      data-id={id}
      role="img"
      aria-label={ariaLabel}
      data-selected={selected || undefined}
      data-unknown={data.unknownTarget || undefined}
      data-diff={marks.get(id)}
      data-run={runState(taken, to?.state === 'current' || to?.state === 'waiting' || to?.state === 'held')}
    />
  );
});
