import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import type { Rect } from './geometry.ts';
import { firstView, losesMost, type Size } from './viewport.ts';

export const rectOf = ({ position, width = 0, height = 0 }: CanvasNode): Rect => ({ ...position, width, height });

/** The corners of a connection's way, which may lead around all nodes. */
export const wayOf = ({ data }: CanvasEdge): Rect[] => (data?.points ?? []).map((point) => ({ ...point, width: 0, height: 0 }));

/**
 * The first view of a journey, also after its pane changed its size (a second journey opened beside it), until somebody moves the view; and then too,
 * when a narrower pane takes most of what was to be seen out of sight. What is selected stays in sight whenever the pane changes its size.
 */
export function useFirstView(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  wrapper: RefObject<HTMLDivElement | null>,
  controls: number,
  derived: { nodes: readonly CanvasNode[]; edges: readonly CanvasEdge[] },
  keepInSight: () => void,
) {
  const moved = useRef(false);
  const latest = useRef(derived);
  latest.current = derived;
  const adjust = useCallback(
    (before?: Size) => {
      const box = wrapper.current?.getBoundingClientRect();
      if (!box) return;
      const { nodes, edges } = latest.current;
      const start = nodes.find((node) => node.type === 'end');
      const rects = nodes.filter(({ type }) => type !== 'note').map(rectOf);
      if (!moved.current || (before && losesMost(rects, flow.getViewport(), before, box))) {
        void flow.setViewport(firstView(nodes.map(rectOf), start && rectOf(start), box, controls, edges.flatMap(wayOf)));
      }
    },
    [flow, wrapper, controls],
  );
  const afterwards = useRef(keepInSight);
  afterwards.current = keepInSight;
  useEffect(() => {
    const element = wrapper.current;
    if (!element) return;
    // Before the nodes are drawn, whose sizes are known: they would be drawn twice, the first time as if they were seen from nearby.
    adjust();
    let size = { width: element.clientWidth, height: element.clientHeight };
    // Only its width: the strip of problems takes height while somebody works, and nothing should move then.
    const observer = new ResizeObserver(() => {
      const before = size;
      size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === before.width) return;
      adjust(before);
      afterwards.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [adjust, wrapper]);
  const keep = useCallback(() => {
    moved.current = true;
  }, []);
  const start = useCallback(() => adjust(), [adjust]);
  return { start, keep };
}
