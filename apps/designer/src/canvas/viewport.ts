import type { Viewport } from 'reactflow';
import type { Rect } from './geometry.ts';

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 2;
/** Smaller than this the names on far cards are hard to read: the first view then shows the beginning, at `BEGINNING`, instead of everything. */
const READABLE = 0.3;
const BEGINNING = 0.6;
/** Bounds of the zoom at which a run is followed. */
const FOLLOW = { least: 0.56, most: 0.8 };
/** A run is read while it moves: what a glance has to be enough for is larger. */
const READABLE_IN_RUN = 0.36;
const MARGIN = 12;

export interface Size {
  width: number;
  height: number;
}
/** Height at the pane's bottom that the controls take: no node is put below them. */
export const CONTROLS = { edit: 60, run: 38 } as const;

function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

function room(size: Size, controls: number): Size {
  return { width: Math.max(1, size.width - 2 * MARGIN), height: Math.max(1, size.height - MARGIN - controls) };
}

function fitZoom(bounds: Rect, { width, height }: Size): number {
  return Math.max(MIN_ZOOM, Math.min(width / bounds.width, height / bounds.height, 1));
}

function centred(bounds: Rect, size: Size, controls: number, zoom: number): Viewport {
  const { width, height } = room(size, controls);
  return {
    x: MARGIN + width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: MARGIN + height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}

/** Everything, beside and above the controls. */
export function fitted(rects: readonly Rect[], size: Size, controls: number): Viewport {
  if (rects.length === 0 || size.width === 0) return { x: 0, y: 0, zoom: 1 };
  const bounds = boundsOf(rects);
  return centred(bounds, size, controls, fitZoom(bounds, room(size, controls)));
}

/**
 * The first view: the whole journey when its names can be read like that, else its beginning.
 *
 * @param start where the journey begins
 * @param wires corners of its connections: all of it is them, too
 */
export function firstView(rects: readonly Rect[], start: Rect | undefined, size: Size, controls: number, wires: readonly Rect[] = []): Viewport {
  const all = fitted([...rects, ...wires], size, controls);
  if (all.zoom >= READABLE || rects.length === 0) return all;
  const left = boundsOf(rects).x - 2 * MARGIN;
  const seen = rects.filter((rect) => rect.x < left + size.width / BEGINNING);
  const band = boundsOf(seen.length > 0 ? seen : rects);
  const tooHigh = band.height * BEGINNING > room(size, controls).height;
  const { y } = centred(tooHigh && start ? start : band, size, controls, BEGINNING);
  return { x: -left * BEGINNING, y, zoom: BEGINNING };
}

/** Whether all of these are in sight. */
export function inSight(rects: readonly Rect[], { x, y, zoom }: Viewport, size: Size, controls: number): boolean {
  return rects.every((rect) => {
    const left = rect.x * zoom + x;
    const top = rect.y * zoom + y;
    const right = left + rect.width * zoom;
    const bottom = top + rect.height * zoom;
    return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height - controls;
  });
}

/** Whether of what could be seen in a pane, less than half is left in sight now that it is smaller. */
export function losesMost(rects: readonly Rect[], view: Viewport, before: Size, now: Size): boolean {
  const seen = rects.filter((rect) => inSight([rect], view, before, 0));
  return seen.filter((rect) => inSight([rect], view, now, 0)).length * 2 < seen.length;
}

/**
 * How to show where a run stands: the node with as much as can be read together of where it came from and where it may go, the nearest first, and
 * no more emptiness around the journey than has to be. Null when the present view shows that already: a view that stays is easier to read than one
 * that jumps.
 *
 * @param all the journey's nodes
 */
export function followView(
  node: Rect,
  neighbours: readonly Rect[],
  all: readonly Rect[],
  now: Viewport,
  size: Size,
  controls: number,
): Viewport | null {
  const near = nearest(node, neighbours, room(size, controls));
  if (now.zoom >= READABLE_IN_RUN && inSight([node, ...near], now, size, controls)) return null;
  const bounds = boundsOf([node, ...near]);
  const fits = fitZoom(bounds, room(size, controls));
  // A page that is higher than the pane is shown smaller, as far as it can be read.
  const zoom = Math.min(Math.max(fits, near.length === 0 ? READABLE_IN_RUN : FOLLOW.least), FOLLOW.most);
  return within(boundsOf([node, ...all]), centred(bounds, size, controls, zoom), size, controls);
}

/** Those that can be read together with the node. */
function nearest(node: Rect, neighbours: readonly Rect[], space: Size): Rect[] {
  const way = (other: Rect) => Math.hypot(other.x - node.x, other.y - node.y);
  const taken: Rect[] = [];
  for (const other of neighbours.toSorted((a, b) => way(a) - way(b)))
    if (fitZoom(boundsOf([node, ...taken, other]), space) >= FOLLOW.least) taken.push(other);
  return taken;
}

/** The view moved so that beyond the journey's edges nothing is shown while there is journey elsewhere; what is smaller than the pane is centred. */
function within(bounds: Rect, view: Viewport, size: Size, controls: number): Viewport {
  const space = room(size, controls);
  const { zoom } = view;
  const moved = (offset: number, from: number, length: number, pane: number) =>
    length * zoom <= pane
      ? MARGIN + (pane - length * zoom) / 2 - from * zoom
      : Math.max(Math.min(offset, MARGIN - from * zoom), MARGIN + pane - (from + length) * zoom);
  return {
    x: moved(view.x, bounds.x, bounds.width, space.width),
    y: moved(view.y, bounds.y, bounds.height, space.height),
    zoom,
  };
}
