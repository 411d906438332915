import { useCallback, useRef } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { rectOf, wayOf } from './useFirstView.ts';
import { fitted } from './viewport.ts';

const FIT_MS = 150;

/**
 * Shows the whole journey with its connections, or these nodes of it, clear of the controls.
 *
 * @param drawn nodes and edges where they belong; on their way there they may be elsewhere
 */
export function useFit(controls: number, drawn: { nodes: readonly CanvasNode[]; edges: readonly CanvasEdge[] }): (only?: readonly string[]) => void {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const store = useStoreApi();
  const latest = useRef(drawn);
  latest.current = drawn;
  return useCallback(
    (only) => {
      const nodes = latest.current.nodes.filter((node) => only === undefined || only.includes(node.id));
      const wires = only === undefined ? latest.current.edges.flatMap(wayOf) : [];
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const view = fitted([...nodes.map(rectOf), ...wires], store.getState(), controls);
      if (nodes.length > 0) void flow.setViewport(view, { duration: still ? 0 : FIT_MS });
    },
    [flow, store, controls],
  );
}
