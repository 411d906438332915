import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { NodeChange } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import type { Point, Rect } from './geometry.ts';
import { alignTo, type HelperLine } from './helperLines.ts';
import { toGrid } from './snap.ts';
import type { CanvasActions, CanvasSelection, Onto } from './types.ts';

type Places = ReadonlyMap<string, Point>;
const NOWHERE: Places = new Map();
const NO_LINES: readonly HelperLine[] = [];

/** How a drag is guided: to lines of near nodes that lie within `reach`, to the grid, or not at all. */
type Guide = 'free' | 'grid' | { reach: number };

/** Where the dragged nodes come, all by the same shift, and the lines they lie on then. */
function guided(
  nodes: readonly CanvasNode[],
  moved: readonly (readonly [string, Point])[],
  guide: Guide,
): { places: Places; lines: readonly HelperLine[] } {
  const asTheyAre = { places: new Map(moved), lines: NO_LINES };
  const [first] = moved;
  if (guide === 'free' || !first) return asTheyAre;
  const shifted = (dx: number, dy: number): Places => new Map(moved.map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
  const [, corner] = first;
  if (guide === 'grid') return { places: shifted(toGrid(corner.x) - corner.x, toGrid(corner.y) - corner.y), lines: NO_LINES };
  const rects: Rect[] = [];
  const others: Rect[] = [];
  const dragged = new Map(moved);
  for (const { id, type, position, width = 0, height = 0 } of nodes) {
    const place = dragged.get(id);
    if (place) rects.push({ ...place, width, height });
    else if (type !== 'note') others.push({ ...position, width, height });
  }
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const width = Math.max(...rects.map((rect) => rect.x + rect.width)) - x;
  const height = Math.max(...rects.map((rect) => rect.y + rect.height)) - y;
  const { dx, dy, lines } = alignTo({ x, y, width, height }, others, guide.reach);
  return { places: shifted(dx, dy), lines };
}

/**
 * Places of nodes while they are dragged. The document hears of them once, when they are dropped somewhere else.
 *
 * @param guide asked at every move of the pointer
 */
export function useDragging(
  nodes: readonly CanvasNode[],
  selection: CanvasSelection,
  actions: Pick<CanvasActions, 'move' | 'drop'> | null,
  guide: () => Guide,
) {
  const [{ places, lines }, setDrag] = useState({ places: NOWHERE, lines: NO_LINES });
  const shown = useMemo(() => {
    const selected = new Set(selection.nodes);
    const cache = new Map<string, CanvasNode>();
    for (const node of nodes) if (selected.has(node.id)) cache.set(node.id, { ...node, selected: true });
    return nodes.map((node) => cache.get(node.id) ?? node);
  }, [nodes, selection.nodes]);
  const placed = useMemo(
    () =>
      places.size === 0 ? shown : shown.map((node) => (places.has(node.id) ? { ...node, position: places.get(node.id) ?? node.position } : node)),
    [shown, places],
  );
  const latest = useRef(places);
  const cancelled = useRef(false);
  const put = useCallback((next: Places, onLines = NO_LINES) => {
    latest.current = next;
    setDrag({ places: next, lines: onLines });
  }, []);
  const onPositions = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position && change.dragging ? [[change.id, change.position] as const] : [],
      );
      if (moved.length === 0 || cancelled.current) return;
      const next = guided(nodes, moved, guide());
      // At once: React would render what a pointer moved after the frame that it moved in, and every step would be drawn twice.
      flushSync(() => put(new Map([...latest.current, ...next.places]), next.lines));
    },
    [nodes, guide, put],
  );
  const onDrop = useCallback(
    (onto: Onto | null = null) => {
      cancelled.current = false;
      const moves = nodes.flatMap((node) => {
        const place = latest.current.get(node.id);
        return place && (place.x !== node.position.x || place.y !== node.position.y) ? [{ id: node.id, x: place.x, y: place.y }] : [];
      });
      put(NOWHERE);
      const [moved] = moves;
      if (moved && onto !== null) actions?.drop(moved.id, moved, onto);
      else if (moved) actions?.move(moves);
    },
    [nodes, actions, put],
  );
  /** Escape: the nodes are back where they were; what the pointer still does until it is released counts for nothing. */
  const cancel = useCallback(() => {
    if (latest.current.size === 0) return false;
    cancelled.current = true;
    put(NOWHERE);
    return true;
  }, [put]);
  return { nodes: placed, still: shown, isDragging: places.size > 0, lines, onPositions, onDrop, cancel };
}
