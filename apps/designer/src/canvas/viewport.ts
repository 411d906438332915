import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 2;
export const FIT = { padding: 0.08, maxZoom: 1, minZoom: MIN_ZOOM };
/** Smaller than this a card's words are hard to read: the first view then shows the beginning instead of everything. */
const READABLE = 0.72;

/** The first view: the whole journey when it can be read like that, else its beginning. */
export function showFirst(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, size: { width: number; height: number }): void {
  const nodes = flow.getNodes();
  const bounds = flow.getNodesBounds(nodes);
  const zoom = Math.min(size.width / (bounds.width * 1.1), size.height / (bounds.height * 1.1));
  if (zoom >= READABLE || size.width === 0) {
    void flow.fitView(FIT);
    return;
  }
  const left = bounds.x - 32 / READABLE;
  const seen = nodes.filter((node) => node.position.x < left + size.width / READABLE);
  const band = flow.getNodesBounds(seen.length > 0 ? seen : nodes);
  const tooHigh = band.height * READABLE > size.height - 80;
  const y = tooHigh ? 40 - band.y * READABLE : size.height / 2 - (band.y + band.height / 2) * READABLE;
  void flow.setViewport({ x: -left * READABLE, y, zoom: READABLE });
}
