import { memo, useMemo } from 'react';
import { ViewportPortal } from 'reactflow';
import type { CanvasEdge } from './derive.ts';

const pathOf = ({ data }: CanvasEdge): string => `M${(data?.points ?? []).map(({ x, y }) => `${x} ${y}`).join('L')}`;

/** All connections of a large journey as one line, for a view in which few could be told from the next: thousands of elements less. */
export const FarWires = memo(function FarWires({ edges, selected }: { edges: readonly CanvasEdge[]; selected: string | null }) {
  const path = useMemo(() => edges.map(pathOf).join(''), [edges]);
  const chosen = selected === null ? undefined : edges.find(({ id }) => id === selected);
  return (
    <ViewportPortal>
      <svg className="far-wires" aria-hidden="true">
        <path className="wire-line" d={path} />
        {chosen ? (
          <g className="wire" data-selected="true" data-connection={chosen.id}>
            <path className="wire-line" d={pathOf(chosen)} />
          </g>
        ) : null}
      </svg>
    </ViewportPortal>
  );
});
