import { useCallback } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { rectOf, wayOf } from './useFirstView.ts';
import { fitted } from './viewport.ts';

/** Shows the whole journey with its connections, or these nodes of it, clear of the controls. */
export function useFit(controls: number): (only?: readonly string[]) => void {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const store = useStoreApi();
  return useCallback(
    (only) => {
      const nodes = flow.getNodes().filter((node) => only === undefined || only.includes(node.id));
      const wires = only === undefined ? flow.getEdges().flatMap(wayOf) : [];
      if (nodes.length > 0) void flow.setViewport(fitted([...nodes.map(rectOf), ...wires], store.getState(), controls));
    },
    [flow, store, controls],
  );
}
