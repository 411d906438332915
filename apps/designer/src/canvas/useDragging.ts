import { useCallback, useMemo, useRef, useState } from 'react';
import type { NodeChange } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import type { Point } from './geometry.ts';
import type { CanvasSelection } from './types.ts';

type Places = ReadonlyMap<string, Point>;
const NOWHERE: Places = new Map();

/** Places of nodes while they are dragged. The document hears of them once, when they are dropped somewhere else. */
export function useDragging(nodes: readonly CanvasNode[], selection: CanvasSelection, move: (moves: { id: string; x: number; y: number }[]) => void) {
  const [places, setPlaces] = useState<Places>(NOWHERE);
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
  const put = useCallback((next: Places) => {
    latest.current = next;
    setPlaces(next);
  }, []);
  const onPositions = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position && change.dragging ? [[change.id, change.position] as const] : [],
      );
      if (moved.length > 0 && !cancelled.current) put(new Map([...latest.current, ...moved]));
    },
    [put],
  );
  const onDrop = useCallback(() => {
    cancelled.current = false;
    const moves = nodes.flatMap((node) => {
      const place = latest.current.get(node.id);
      return place && (place.x !== node.position.x || place.y !== node.position.y) ? [{ id: node.id, x: place.x, y: place.y }] : [];
    });
    put(NOWHERE);
    if (moves.length > 0) move(moves);
  }, [nodes, move, put]);
  /** Escape: the nodes are back where they were; what the pointer still does until it is released counts for nothing. */
  const cancel = useCallback(() => {
    if (latest.current.size === 0) return false;
    cancelled.current = true;
    put(NOWHERE);
    return true;
  }, [put]);
  return { nodes: placed, isDragging: places.size > 0, onPositions, onDrop, cancel };
}
