import type { MouseEvent, RefObject } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { nearestEdge } from './nearestEdge.ts';

/** Half of the 24 pixels that a connection takes the pointer in. */
const REACH = 12;

/** Connections of a large journey seen from afar are one line in the page: which of them the pointer is at follows from their ways. */
export function useFarWires(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  wrapper: RefObject<HTMLElement | null>,
  edges: readonly CanvasEdge[],
  isOn: boolean,
) {
  const at = (event: { clientX: number; clientY: number }): CanvasEdge | null =>
    isOn ? nearestEdge(edges, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), REACH / flow.getZoom()) : null;
  return {
    at,
    /** Shows that a click would take a connection. */
    onMove(event: MouseEvent) {
      const element = wrapper.current;
      element?.toggleAttribute('data-wire', event.buttons === 0 && at(event) !== null);
    },
  };
}
