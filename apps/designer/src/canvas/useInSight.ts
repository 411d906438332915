import { useEffect, useMemo, useState } from 'react';
import { useStoreApi } from 'reactflow';
import type { CanvasEdge } from './derive.ts';
import type { Rect } from './geometry.ts';

/** How much more than the view is looked at, as part of its size, on each side: the view can move by that before it is looked at again. */
const MARGIN = 0.4;

interface View {
  transform: readonly [number, number, number];
  width: number;
  height: number;
}

function viewOf({ transform: [x, y, zoom], width, height }: View, margin: number): Rect {
  return {
    x: (-x - width * margin) / zoom,
    y: (-y - height * margin) / zoom,
    width: (width * (1 + 2 * margin)) / zoom,
    height: (height * (1 + 2 * margin)) / zoom,
  };
}

const within = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

function boxOf({ data }: CanvasEdge): Rect {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of data?.points ?? []) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const touch = (a: Rect, b: Rect) => a.x <= b.x + b.width && a.x + a.width >= b.x && a.y <= b.y + b.height && a.y + a.height >= b.y;

/**
 * The connections of a large journey that are in sight, or near it. They are looked for again when the view has left what was looked at, not with each
 * of its steps.
 *
 * @param isMany else all of them
 * @param moved nodes that are shown elsewhere than the journey has them: the ways of their connections say nothing about where these are drawn
 */
export function useInSight(edges: readonly CanvasEdge[], isMany: boolean, moved: readonly string[]): readonly CanvasEdge[] {
  const api = useStoreApi();
  const [area, setArea] = useState<Rect>(() => viewOf(api.getState(), MARGIN));
  useEffect(() => {
    if (!isMany) return;
    let looked = viewOf(api.getState(), MARGIN);
    setArea(looked);
    return api.subscribe((state) => {
      // Also when it has come so near that most of what was looked at is far away.
      const wanted = viewOf(state, MARGIN);
      if (within(viewOf(state, 0), looked) && wanted.width * 2 > looked.width) return;
      looked = wanted;
      setArea(wanted);
    });
  }, [api, isMany]);
  const boxes = useMemo(() => (isMany ? edges.map((edge) => ({ edge, box: boxOf(edge) })) : []), [edges, isMany]);
  return useMemo(() => {
    if (!isMany) return edges;
    const ids = new Set(moved);
    const isShown = ({ source, target }: CanvasEdge, box: Rect) => ids.has(source) || ids.has(target) || touch(box, area);
    return boxes.flatMap(({ edge, box }) => (isShown(edge, box) ? [edge] : []));
  }, [boxes, area, isMany, edges, moved]);
}
