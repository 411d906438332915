import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useStoreApi } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import { movedFrom, onTheWay } from './glide.ts';
import type { HelperLine } from './helperLines.ts';
import { type MovedStore, NO_LINES, NOWHERE, type Places } from './moved.ts';

/** What a drag does with the places of nodes. */
export interface Shown {
  /** Shows nodes elsewhere, until `release` or other nodes come. */
  hold(places: Places, lines: readonly HelperLine[]): void;
  held(): Places;
  /** Nodes that the document did not move meanwhile go back. */
  release(): void;
}

/**
 * Where nodes are shown: where the document has them, save for those that are dragged, and those that a change moved, which glide to their places. All
 * of that goes past React to React Flow's store: a canvas of a thousand nodes takes longer to render than to draw.
 */
export function useShown(nodes: CanvasNode[], moved: MovedStore): Shown {
  const api = useStoreApi<CanvasNode>();
  const latest = useRef(nodes);
  const isHeld = useRef(false);
  const glide = useRef<{ from: Places; begin: number; frame: number } | null>(null);
  const show = useCallback(
    (places: Places, lines: readonly HelperLine[] = NO_LINES) => {
      moved.setState({ places, lines });
      api.getState().setNodes(
        places.size === 0
          ? latest.current
          : latest.current.map((node) => {
              const position = places.get(node.id);
              return position === undefined ? node : { ...node, position };
            }),
      );
    },
    [api, moved],
  );
  useLayoutEffect(() => {
    const before = latest.current;
    if (before === nodes) return;
    latest.current = nodes;
    if (glide.current !== null) cancelAnimationFrame(glide.current.frame);
    glide.current = null;
    if (isHeld.current) return;
    const from = movedFrom(nodes, before, moved.getState().places);
    if (from.size > 0) glide.current = { from, begin: performance.now(), frame: 0 };
    // Connections are drawn at once, nodes after React Flow took them over.
    moved.setState({ places: from, lines: NO_LINES });
  }, [nodes, moved]);
  useEffect(() => {
    if (isHeld.current) {
      const { places, lines } = moved.getState();
      show(places, lines);
    }
    const under = glide.current;
    if (under === null) return;
    const step = () => {
      const places = onTheWay(nodes, under.from, performance.now() - under.begin);
      if (places.size === 0) glide.current = null;
      else under.frame = requestAnimationFrame(step);
      show(places);
    };
    step();
    return () => cancelAnimationFrame(under.frame);
  }, [nodes, moved, show]);
  const hold = useCallback(
    (places: Places, lines: readonly HelperLine[]) => {
      isHeld.current = true;
      // A node may be taken while it is on its way.
      if (glide.current !== null) cancelAnimationFrame(glide.current.frame);
      glide.current = null;
      show(places, lines);
    },
    [show],
  );
  const release = useCallback(() => {
    isHeld.current = false;
    requestAnimationFrame(() => {
      if (!isHeld.current && glide.current === null && moved.getState().places.size > 0) show(NOWHERE);
    });
  }, [moved, show]);
  const held = useCallback(() => (isHeld.current ? moved.getState().places : NOWHERE), [moved]);
  return useMemo(() => ({ hold, held, release }), [hold, held, release]);
}
