import { memo, useContext, useMemo } from 'react';
import { ViewportPortal } from 'reactflow';
import { useStore as useZustand } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { CanvasContext } from './CanvasContext.ts';
import type { CanvasEdge } from './derive.ts';
import { useInSight } from './useInSight.ts';
import { Wire } from './Wire.tsx';

const pathOf = ({ data }: CanvasEdge): string => `M${(data?.points ?? []).map(({ x, y }) => `${x} ${y}`).join('L')}`;

/** All connections of a large journey as one line, for a view in which few could be told from the next: thousands of elements less. */
function FarWires({ edges, selected }: { edges: readonly CanvasEdge[]; selected: string | null }) {
  const path = useMemo(() => edges.map(pathOf).join(''), [edges]);
  const chosen = selected === null ? undefined : edges.find(({ id }) => id === selected);
  return (
    <>
      <path className="wire" d={path} />
      {chosen ? <path className="wire" data-selected="true" data-id={chosen.id} data-connection={chosen.id} d={pathOf(chosen)} /> : null}
    </>
  );
}

/** Each a line of its own, of a large journey those near the view. */
function NearWires({ edges, selected, isMany }: Pick<Props, 'edges' | 'selected' | 'isMany'>) {
  const { moved } = useContext(CanvasContext);
  const ids = useZustand(
    moved,
    useShallow(({ places }) => [...places.keys()]),
  );
  const shown = useInSight(edges, isMany, ids);
  return shown.map((edge) => <Wire key={edge.id} edge={edge} selected={edge.id === selected} />);
}

interface Props {
  edges: readonly CanvasEdge[];
  selected: string | null;
  /** Seen from so far that they are one line. */
  isFar: boolean;
  isMany: boolean;
  detail: string;
}

/** The connections of a journey, below its nodes. */
export const Wires = memo(function Wires({ edges, selected, isFar, isMany, detail }: Props) {
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each of its lines has a name of its own */}
      <svg className="wires" data-detail={detail} aria-hidden={isFar || undefined}>
        {isFar ? <FarWires edges={edges} selected={selected} /> : <NearWires edges={edges} selected={selected} isMany={isMany} />}
      </svg>
    </ViewportPortal>
  );
});
