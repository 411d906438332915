import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 2;
export const FIT = { padding: 0.08, maxZoom: 1, minZoom: MIN_ZOOM };
/** Smaller than this a card's words are hard to read: the first view then shows the beginning, at `BEGINNING`, instead of everything. */
const READABLE = 0.5;
const BEGINNING = 0.6;
/** Share of the pane that stays free around a fitted journey. */
const AROUND = 0.015;

/** The first view: the whole journey when it can be read like that, else its beginning. */
export function showFirst(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, size: { width: number; height: number }): void {
  const nodes = flow.getNodes();
  const bounds = flow.getNodesBounds(nodes);
  const free = 1 - 2 * AROUND;
  const zoom = Math.min((size.width * free) / bounds.width, (size.height * free) / bounds.height, FIT.maxZoom);
  if (zoom >= READABLE || size.width === 0) {
    const x = size.width / 2 - (bounds.x + bounds.width / 2) * zoom;
    const y = size.height / 2 - (bounds.y + bounds.height / 2) * zoom;
    void flow.setViewport(size.width === 0 ? { x: 0, y: 0, zoom: 1 } : { x, y, zoom });
    return;
  }
  const left = bounds.x - 32 / BEGINNING;
  const seen = nodes.filter((node) => node.position.x < left + size.width / BEGINNING);
  const band = flow.getNodesBounds(seen.length > 0 ? seen : nodes);
  const start = nodes.find((node) => node.type === 'end' && node.position.x < left + size.width / BEGINNING) ?? nodes[0];
  const tooHigh = band.height * BEGINNING > size.height - 80;
  const middle = tooHigh && start ? start.position.y + (start.height ?? 0) / 2 : band.y + band.height / 2;
  void flow.setViewport({ x: -left * BEGINNING, y: size.height / 2 - middle * BEGINNING, zoom: BEGINNING });
}
