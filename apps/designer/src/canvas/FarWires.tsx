import { memo, useMemo } from 'react';
import { ViewportPortal } from 'reactflow';
import type { CanvasEdge } from './derive.ts';

/** All connections of a large journey as one line, for a view in which none could be told from the next: thousands of elements less. */
export const FarWires = memo(function FarWires({ edges }: { edges: readonly CanvasEdge[] }) {
  const path = useMemo(() => edges.map(({ data }) => `M${(data?.points ?? []).map(({ x, y }) => `${x} ${y}`).join('L')}`).join(''), [edges]);
  return (
    <ViewportPortal>
      <svg className="far-wires" aria-hidden="true">
        <path className="wire-line" d={path} />
      </svg>
    </ViewportPortal>
  );
});
