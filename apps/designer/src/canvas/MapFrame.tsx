import { useEffect, useRef } from 'react';
import { useStoreApi } from 'reactflow';
import type { Rect } from './geometry.ts';
import { MAP } from './miniMapPlace.ts';

/** The part of React Flow's store that says what is in sight. */
export interface Seen {
  transform: readonly [number, number, number];
  width: number;
  height: number;
}

/** Of the map's border, on each side. */
const BORDER = 1;
const INSIDE = { width: MAP.width - 2 * BORDER, height: MAP.height - 2 * BORDER };
/** After the last step of a zoom, in ms. */
const AT_REST = 120;

/** What of the journey is in sight, on its map. It is shifted and scaled like a picture while the view moves, and drawn anew at rest. */
export function MapFrame({ bounds }: { bounds: Rect }) {
  const api = useStoreApi();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const frame = element.current;
    if (frame === null) return;
    const scale = Math.max(bounds.width / INSIDE.width, bounds.height / INSIDE.height);
    let due: ReturnType<typeof setTimeout> | undefined;
    let drawn = 1;
    const place = ({ transform: [x, y, zoom] }: Seen) => {
      const left = (-x / zoom - bounds.x - bounds.width / 2) / scale + INSIDE.width / 2;
      const top = (-y / zoom - bounds.y - bounds.height / 2) / scale + INSIDE.height / 2;
      frame.style.transform = `translate(${left}px, ${top}px) scale(${drawn / zoom})`;
    };
    const draw = () => {
      const view = api.getState();
      drawn = view.transform[2];
      frame.style.width = `${view.width / drawn / scale}px`;
      frame.style.height = `${view.height / drawn / scale}px`;
      place(view);
    };
    draw();
    let last: Seen = api.getState();
    const end = api.subscribe((state) => {
      const { transform, width, height } = last;
      last = state;
      if (state.width !== width || state.height !== height) draw();
      if (state.transform === transform) return;
      const [, , zoom] = state.transform;
      clearTimeout(due);
      if (zoom !== drawn) due = setTimeout(draw, AT_REST);
      // Its line would be much too thick or too thin.
      if (drawn / zoom > 1.6 || zoom / drawn > 1.6) draw();
      else place(state);
    });
    return () => {
      end();
      clearTimeout(due);
    };
  }, [api, bounds]);
  return <i ref={element} className="minimap-view" />;
}
