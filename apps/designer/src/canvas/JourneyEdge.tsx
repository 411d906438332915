import { memo } from 'react';
import type { EdgeProps } from 'reactflow';
import { useNodeStatus } from './CanvasContext.ts';
import type { CanvasEdge } from './derive.ts';
import { pathThrough, route } from './routing.ts';

/** How an edge stands in the run: gone along, being waited at, or not taken. Also a line style, for eyes that do not tell the colours apart. */
function runState(taken: boolean, waiting: boolean): string | undefined {
  if (!taken) return undefined;
  return waiting ? 'active' : 'taken';
}

export const JourneyEdge = memo(function JourneyEdge({ id, source, target, sourceHandleId, sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<CanvasEdge>) {
  const from = useNodeStatus(source);
  const to = useNodeStatus(target);
  const taken = data?.fromStart ? to !== undefined : from?.lastOutcome === sourceHandleId;
  const points = data?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  const still = first?.x === sourceX && first.y === sourceY && last?.x === targetX && last.y === targetY;
  // While a node is dragged its edges follow directly; the way around other nodes is found when it is dropped.
  const path = pathThrough(still ? points : route({ from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY }, lane: data?.lane ?? 0 }, []));
  const tags = data?.fromStart ? { 'data-entry': target } : { 'data-connection': id };
  return (
    <g
      {...tags}
      className="wire"
      data-selected={selected || undefined}
      data-unknown={data?.unknownTarget || undefined}
      data-run={runState(taken, to?.state === 'current' || to?.state === 'waiting')}
    >
      <path d={path} className="wire-hit" />
      <path d={path} className="wire-line react-flow__edge-path" />
    </g>
  );
});
