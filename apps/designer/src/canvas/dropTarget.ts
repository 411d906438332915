import type { CanvasEdge, CanvasNode } from './derive.ts';
import type { Point } from './geometry.ts';
import { nearestEdge } from './nearestEdge.ts';
import type { Onto } from './types.ts';

export interface DropTarget {
  onto: Onto;
  element: Element;
}

/** Half of the 24 pixels that a connection takes the pointer in. */
export const REACH = 12;

/** The element of a node, or of a connection by its key, on a canvas. */
const nodeElement = (canvas: Element, id: string) => canvas.querySelector(`[data-node-id="${CSS.escape(id)}"]`);
export const wireElement = (canvas: Element, id: string) => canvas.querySelector(`.wire[data-id="${CSS.escape(id)}"]`);

const covers = ({ position, width = 0, height = 0 }: CanvasNode, { x, y }: Point) =>
  x >= position.x && x <= position.x + width && y >= position.y && y <= position.y + height;

/** The node on top at a place. Those that were selected lie above the others, and of these the later ones. */
function nodeAt(nodes: readonly CanvasNode[], place: Point, without: string | null): CanvasNode | undefined {
  const there = nodes.filter((node) => (node.type === 'card' || node.type === 'end') && node.id !== without && covers(node, place));
  return there.findLast((node) => node.selected) ?? there.at(-1);
}

function isOn(element: Element, { x, y }: Point): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

interface Journey {
  canvas: Element;
  nodes: readonly CanvasNode[];
  edges: readonly CanvasEdge[];
  /** A connection is as easy to hit from afar. */
  zoom: number;
}

/**
 * What lies at a point and can take something up: the topmost node counts, connections where there is none. Found by where things are drawn, not by
 * asking the browser, which takes longer than a step of a drag should.
 *
 * @param screen the point on the screen
 * @param place the same point of the journey
 * @param without id of the node that is being dragged, which lies above everything
 */
export function dropTargetAt({ canvas, nodes, edges, zoom }: Journey, screen: Point, place: Point, without: string | null = null): DropTarget | null {
  const node = nodeAt(nodes, place, without);
  if (node?.type === 'card' && node.data.isPage) {
    const page = nodeElement(canvas, node.id);
    if (page === null) return null;
    const child = [...page.querySelectorAll('[data-child-id]')].find((each) => isOn(each, screen));
    return { onto: { page: node.id, before: child?.getAttribute('data-child-id') ?? null }, element: child ?? page };
  }
  if (node) return null;
  const edge = nearestEdge(edges, place, REACH / zoom);
  const element = edge && wireElement(canvas, edge.id);
  return element ? { onto: { connection: edge.id }, element } : null;
}

let marked: Element | null = null;

/** Marks what would take up the thing that is being dragged; not by rendering, since pointers move often. */
export function markDropTarget(element: Element | null): void {
  if (marked === element) return;
  marked?.removeAttribute('data-drop');
  element?.setAttribute('data-drop', '');
  marked = element;
}
