import { type MouseEvent, type RefObject, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { REACH, wireElement } from './dropTarget.ts';
import { nearestEdge } from './nearestEdge.ts';

/**
 * The pointer and connections, which take no pointer themselves: which of them it is at follows from their ways. A thousand lines would be gone
 * through at each of its steps. On the screen they take it in the same width at every zoom.
 */
export function useWires(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, wrapper: RefObject<HTMLElement | null>, edges: readonly CanvasEdge[]) {
  const hovered = useRef<string | null>(null);
  const at = (event: { clientX: number; clientY: number }): CanvasEdge | null =>
    nearestEdge(edges, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), REACH / flow.getZoom());
  const hover = (id: string | null) => {
    const canvas = wrapper.current;
    if (canvas === null || hovered.current === id) return;
    if (hovered.current !== null) wireElement(canvas, hovered.current)?.removeAttribute('data-hover');
    if (id !== null) wireElement(canvas, id)?.setAttribute('data-hover', '');
    hovered.current = id;
    canvas.toggleAttribute('data-wire', id !== null);
  };
  return {
    at,
    /** Shows that a click would take a connection: nodes, which lie above, take it themselves. */
    onMove(event: MouseEvent) {
      if (event.buttons === 0) hover(event.target === event.currentTarget ? (at(event)?.id ?? null) : null);
    },
    onLeave: () => hover(null),
  };
}
