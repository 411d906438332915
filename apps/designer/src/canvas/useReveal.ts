import { type RefObject, useCallback, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import type { CanvasSelection } from './types.ts';

const EDGE = 40;

/** Moves the view so that a node can be seen, only when it cannot; `reveal` also selects and focuses it. */
export function useReveal(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  wrapper: RefObject<HTMLDivElement | null>,
  onSelect: (selection: CanvasSelection) => void,
) {
  const show = useCallback(
    (id: string) => {
      const node = flow.getNode(id);
      const box = wrapper.current?.getBoundingClientRect();
      if (!node || !box) return;
      const { x, y, zoom } = flow.getViewport();
      const left = node.position.x * zoom + x;
      const top = node.position.y * zoom + y;
      const right = left + (node.width ?? 0) * zoom;
      const bottom = top + (node.height ?? 0) * zoom;
      if (left >= EDGE && top >= EDGE && right <= box.width - EDGE && bottom <= box.height - EDGE) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const centerX = node.position.x + (node.width ?? 0) / 2;
      const centerY = node.position.y + (node.height ?? 0) / 2;
      void flow.setCenter(centerX, centerY, { zoom: Math.max(zoom, 0.5), duration: still ? 0 : 160 });
    },
    [flow, wrapper],
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
      // A node outside of the view is put into the page only once the view has come to it; by then the person may have gone on.
      if (!focus()) setTimeout(() => latest.current === id && focus(), 200);
    },
    [show, onSelect, wrapper],
  );
  return { show, reveal };
}
