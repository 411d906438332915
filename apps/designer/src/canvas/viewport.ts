import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 2;
export const FIT = { padding: 0.08, maxZoom: 1, minZoom: MIN_ZOOM };
/** Smaller than this a card's words are hard to read: the first view then shows the beginning instead of everything. */
const READABLE = 0.62;

/** The first view: the whole journey when it can be read like that, else its beginning. */
export function showFirst(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, size: { width: number; height: number }): void {
  const nodes = flow.getNodes();
  const bounds = flow.getNodesBounds(nodes);
  const zoom = Math.min(size.width / (bounds.width * 1.1), size.height / (bounds.height * 1.1));
  if (zoom >= READABLE || size.width === 0) {
    void flow.fitView(FIT);
    return;
  }
  const top = bounds.height * READABLE > size.height ? 40 - bounds.y * READABLE : size.height / 2 - (bounds.y + bounds.height / 2) * READABLE;
  void flow.setViewport({ x: 32 - bounds.x * READABLE, y: top, zoom: READABLE });
}
