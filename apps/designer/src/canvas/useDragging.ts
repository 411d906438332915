import { useCallback, useMemo, useRef } from 'react';
import type { NodeChange } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import { markDropTarget } from './dropTarget.ts';
import type { Rect } from './geometry.ts';
import { type Aligner, createAligner, type HelperLine } from './helperLines.ts';
import { type MovedStore, NO_LINES, type Places } from './moved.ts';
import { toGrid } from './snap.ts';
import type { CanvasActions, CanvasSelection, Onto } from './types.ts';
import { useShown } from './useShown.ts';

/** How a drag is guided: to lines of near nodes that lie within `reach`, to the grid, or not at all. */
type Guide = 'free' | 'grid' | { reach: number };

/** The nodes that are dragged, as one box is, and the lines of all others: made once for a drag. */
interface Dragged {
  of: readonly CanvasNode[];
  ids: readonly string[];
  sizes: ReadonlyMap<string, { width: number; height: number }>;
  align: Aligner;
}

function draggedAmong(nodes: readonly CanvasNode[], ids: readonly string[]): Dragged {
  const sizes = new Map<string, { width: number; height: number }>();
  const others: Rect[] = [];
  const isDragged = new Set(ids);
  for (const { id, type, position, width = 0, height = 0 } of nodes) {
    if (isDragged.has(id)) sizes.set(id, { width, height });
    else if (type !== 'note') others.push({ ...position, width, height });
  }
  return { of: nodes, ids, sizes, align: createAligner(others) };
}

/** Where the dragged nodes come, all by the same shift, and the lines they lie on then. */
function guided({ sizes, align }: Dragged, moved: Places, guide: Guide): { places: Places; lines: readonly HelperLine[] } {
  if (guide === 'free') return { places: moved, lines: NO_LINES };
  const shifted = (dx: number, dy: number): Places => new Map([...moved].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
  if (guide === 'grid') {
    const [corner = { x: 0, y: 0 }] = moved.values();
    return { places: shifted(toGrid(corner.x) - corner.x, toGrid(corner.y) - corner.y), lines: NO_LINES };
  }
  const rects = [...moved].map(([id, place]) => ({ ...place, ...(sizes.get(id) ?? { width: 0, height: 0 }) }));
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const width = Math.max(...rects.map((rect) => rect.x + rect.width)) - x;
  const height = Math.max(...rects.map((rect) => rect.y + rect.height)) - y;
  const { dx, dy, lines } = align({ x, y, width, height }, guide.reach);
  return { places: shifted(dx, dy), lines };
}

/**
 * Places of nodes while they are dragged. The document hears of them once, when they are dropped somewhere else.
 *
 * @param guide asked at every move of the pointer
 * @returns the nodes with their selection, and what happens to them
 */
export function useDragging(
  nodes: readonly CanvasNode[],
  selection: CanvasSelection,
  actions: Pick<CanvasActions, 'move' | 'drop'> | null,
  guide: () => Guide,
  moved: MovedStore,
) {
  const marked = useMemo(() => {
    const selected = new Set(selection.nodes);
    return nodes.map((node) => (selected.has(node.id) ? { ...node, selected: true } : node));
  }, [nodes, selection.nodes]);
  const shown = useShown(marked, moved);
  const cancelled = useRef(false);
  const dragged = useRef<Dragged | null>(null);
  const end = useCallback(() => {
    cancelled.current = false;
    dragged.current = null;
    markDropTarget(null);
    shown.release();
  }, [shown]);
  const onPositions = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      // A drag that React Flow gives up (its node was deleted, a second finger came) ends without a drop.
      if (changes.some((change) => change.type === 'position' && change.dragging === false)) queueMicrotask(end);
      const places: Places = new Map(
        changes.flatMap((change) => (change.type === 'position' && change.position && change.dragging ? [[change.id, change.position]] : [])),
      );
      if (places.size === 0 || cancelled.current) return;
      const ids = [...places.keys()];
      const same = dragged.current?.of === nodes && dragged.current.ids.length === ids.length && dragged.current.ids.every((id) => places.has(id));
      if (!same || dragged.current === null) dragged.current = draggedAmong(nodes, ids);
      const next = guided(dragged.current, places, guide());
      shown.hold(new Map([...shown.held(), ...next.places]), next.lines);
    },
    [nodes, guide, shown, end],
  );
  const onDrop = useCallback(
    (onto: Onto | null = null) => {
      const places = shown.held();
      const moves = nodes.flatMap((node) => {
        const place = places.get(node.id);
        return place && (place.x !== node.position.x || place.y !== node.position.y) ? [{ id: node.id, x: place.x, y: place.y }] : [];
      });
      end();
      const [first] = moves;
      if (first && onto !== null) actions?.drop(first.id, first, onto);
      else if (first) actions?.move(moves);
    },
    [nodes, actions, shown, end],
  );
  /** Escape: the nodes are back where they were; what the pointer still does until it is released counts for nothing. */
  const cancel = useCallback(() => {
    if (shown.held().size === 0) return false;
    cancelled.current = true;
    markDropTarget(null);
    shown.release();
    return true;
  }, [shown]);
  const isCancelled = useCallback(() => cancelled.current, []);
  return { nodes: marked, onPositions, onDrop, cancel, isCancelled };
}
