import { type RefObject, useMemo, useRef } from 'react';
import type { ReactFlowInstance, Viewport } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';

/** Less is the trembling of a hand that clicks: the click belongs to what is under it. */
const LEAST = 3;

/**
 * Tells the style sheet that the view moves (`data-moving`), and that a gesture needs nothing below the pointer (`data-shielded`): browsers look at
 * each step of a pointer for what lies there, and among a hundred cards that takes as long as drawing them.
 */
export function useMoving(flow: ReactFlowInstance<CanvasNode, CanvasEdge>, wrapper: RefObject<HTMLElement | null>) {
  const from = useRef<Viewport | null>(null);
  const gesture = useRef(false);
  return useMemo(() => {
    const set = (name: 'data-moving' | 'data-shielded', isOn: boolean) => wrapper.current?.toggleAttribute(name, isOn);
    const unshield = () => set('data-shielded', false);
    return {
      /** @param event null when no person moves the view */
      start(event: unknown) {
        from.current = flow.getViewport();
        gesture.current = event !== null;
        set('data-moving', true);
      },
      /** Only the pointer's own gestures, and only once it is more than a click. */
      move(event: unknown, { x, y }: Viewport) {
        const began = from.current;
        if (!(event instanceof MouseEvent) || event instanceof WheelEvent || began === null) return;
        if (Math.abs(x - began.x) + Math.abs(y - began.y) >= LEAST) set('data-shielded', true);
      },
      end() {
        from.current = null;
        gesture.current = false;
        set('data-moving', false);
        unshield();
      },
      shield: () => set('data-shielded', true),
      unshield,
      isGesture: () => gesture.current,
    };
  }, [flow, wrapper]);
}
