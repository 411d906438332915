import { memo, useContext } from 'react';
import { type EdgeProps, useInternalNode } from 'reactflow';
import { CanvasContext, useNodeStatus } from './CanvasContext.ts';
import type { CanvasEdge, EdgeData } from './derive.ts';
import type { Point } from './geometry.ts';
import { pathThrough, route } from './routing.ts';

/** How an edge stands in the run: gone along, being waited at, or not taken. Also a line style, for eyes that do not tell the colours apart. */
function runState(taken: boolean, waiting: boolean): string | undefined {
  if (!taken) return undefined;
  return waiting ? 'active' : 'taken';
}

function pathOf(data: EdgeData, source: Point | undefined, target: Point | undefined): string {
  const first = data.points[0];
  const last = data.points.at(-1);
  if (!source || !target || !first || !last) return pathThrough(data.points);
  const from = { x: source.x + data.leaves.x, y: source.y + data.leaves.y };
  const to = { x: target.x + data.enters.x, y: target.y + data.enters.y };
  const still = first.x === from.x && first.y === from.y && last.x === to.x && last.y === to.y;
  // While a node is dragged its edges follow directly; the way around other nodes is found when it is dropped.
  return pathThrough(still ? data.points : route({ from, to, lane: data.lane }, []));
}

/**
 * A connection. Its ends come from the derivation, not from React Flow's measured handles: cards that are drawn as plain boxes have no port for
 * every outcome.
 */
export const JourneyEdge = memo(function JourneyEdge({ id, source, target, data, selected }: EdgeProps<CanvasEdge>) {
  const { marks } = useContext(CanvasContext);
  const from = useNodeStatus(source);
  const to = useNodeStatus(target);
  const sourcePlace = useInternalNode(source)?.internals.positionAbsolute;
  const targetPlace = useInternalNode(target)?.internals.positionAbsolute;
  if (!data) return null;
  const taken = data.fromStart ? to !== undefined : from?.lastOutcome === data.outcome;
  const path = pathOf(data, sourcePlace, targetPlace);
  const tags = data.fromStart ? { 'data-entry': target } : { 'data-connection': id };
  return (
    <g
      {...tags}
      className="wire"
      data-selected={selected || undefined}
      data-unknown={data.unknownTarget || undefined}
      data-diff={marks.get(id)}
      data-run={runState(taken, to?.state === 'current' || to?.state === 'waiting')}
    >
      <path d={path} className="wire-hit" />
      <path d={path} className="wire-line react-flow__edge-path" />
    </g>
  );
});
