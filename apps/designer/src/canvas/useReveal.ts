import { type RefObject, useCallback, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import type { CanvasSelection } from './types.ts';
import { rectOf } from './useFirstView.ts';
import { inSight } from './viewport.ts';

const EDGE = 12;
/** Where somebody writes, who must not lose a word to the canvas. */
const WRITABLE = 'input, textarea, [contenteditable="true"]';

/** Moves the view so that a node can be seen, only when it cannot; `reveal` also selects and focuses it. */
export function useReveal(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  wrapper: RefObject<HTMLDivElement | null>,
  onSelect: (selection: CanvasSelection) => void,
  controls: number,
) {
  const show = useCallback(
    (id: string) => {
      const node = flow.getNode(id);
      const box = wrapper.current?.getBoundingClientRect();
      if (!node || !box) return;
      const rect = rectOf(node);
      const view = flow.getViewport();
      const { zoom } = view;
      const wide = {
        x: rect.x - EDGE / zoom,
        y: rect.y - EDGE / zoom,
        width: rect.width + (2 * EDGE) / zoom,
        height: rect.height + (2 * EDGE) / zoom,
      };
      if (inSight([wide], view, box, controls)) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const centerX = rect.x + rect.width / 2;
      const centerY = rect.y + rect.height / 2;
      void flow.setCenter(centerX, centerY, { zoom: Math.max(zoom, 0.5), duration: still ? 0 : 160 });
    },
    [flow, wrapper, controls],
  );
  /** The node revealed last. */
  const latest = useRef<string | null>(null);
  const reveal = useCallback(
    (id: string) => {
      show(id);
      onSelect({ nodes: [id], edge: null });
      latest.current = id;
      const focus = (): boolean => {
        const element = wrapper.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
        element?.focus({ preventScroll: true });
        return element !== null && element !== undefined;
      };
      if (focus()) return;
      // A node outside of the view is put into the page only once the view has come to it; by then the person may have gone on.
      const before = document.activeElement;
      const goneOn = () => latest.current !== id || (document.activeElement !== before && document.activeElement?.matches(WRITABLE));
      setTimeout(() => goneOn() || focus(), 200);
    },
    [show, onSelect, wrapper],
  );
  return { show, reveal };
}
