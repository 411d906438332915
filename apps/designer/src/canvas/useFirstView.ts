import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { showFirst } from './viewport.ts';

/** The first view of a journey, also after its pane changed its size (a second journey opened beside it), until somebody moves the view. */
export function useFirstView(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, wrapper: RefObject<HTMLDivElement | null>) {
  const ready = useRef(false);
  const moved = useRef(false);
  const adjust = useCallback(() => {
    const box = wrapper.current?.getBoundingClientRect();
    if (box && ready.current && !moved.current) showFirst(flow, box);
  }, [flow, wrapper]);
  useEffect(() => {
    const element = wrapper.current;
    if (!element) return;
    let width = element.clientWidth;
    // Only its width: the strip of problems takes height while somebody works, and nothing should move then.
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      adjust();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [adjust, wrapper]);
  const start = useCallback(() => {
    ready.current = true;
    adjust();
  }, [adjust]);
  const keep = useCallback(() => {
    moved.current = true;
  }, []);
  return { start, keep };
}
