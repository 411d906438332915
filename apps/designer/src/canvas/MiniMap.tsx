import { Map as MapIcon } from 'lucide-react';
import { memo, type PointerEvent, useEffect, useMemo, useState } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import type { Rect } from './geometry.ts';
import { MapFrame, type Seen } from './MapFrame.tsx';
import { chooseMap, hasMapButton, isBelowMap, isMapShown, MAP, useMapChoice } from './miniMapPlace.ts';
import { rectOf } from './useFirstView.ts';
import { inSight } from './viewport.ts';

const MARGIN = 60;
/** Between two looks at what is in sight, in ms: words take longer to draw than the view takes to move. */
const LOOK_EVERY = 120;

function boundsOf(nodes: readonly CanvasNode[]): Rect {
  const left = Math.min(...nodes.map((node) => node.position.x)) - MARGIN;
  const top = Math.min(...nodes.map((node) => node.position.y)) - MARGIN;
  const right = Math.max(...nodes.map((node) => node.position.x + (node.width ?? 0))) + MARGIN;
  const bottom = Math.max(...nodes.map((node) => node.position.y + (node.height ?? 0))) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function shapes(nodes: readonly CanvasNode[]): string {
  return nodes.map((node) => `M${node.position.x} ${node.position.y}h${node.width ?? 0}v${node.height ?? 0}h-${node.width ?? 0}z`).join('');
}

interface Facts {
  hidden: number;
  /** Whether the map would lie over nodes. */
  covers: boolean;
  width: number;
  height: number;
}

function factsOf(rects: readonly Rect[], { transform: [x, y, zoom], width, height }: Seen): Facts {
  const [view, size] = [
    { x, y, zoom },
    { width, height },
  ];
  const hidden = rects.filter((rect) => !inSight([rect], view, size, 0)).length;
  return { hidden, covers: hidden > 0 && rects.some((rect) => isBelowMap(rect, view, size)), width, height };
}

const same = (a: Facts, b: Facts) => a.hidden === b.hidden && a.covers === b.covers && a.width === b.width && a.height === b.height;

/** What is in sight: at once when the canvas changes its size or its nodes, a few times a second while the view moves. */
function useFacts(rects: readonly Rect[]): Facts {
  const api = useStoreApi();
  const [, look] = useState<Facts | null>(null);
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    let { width, height, transform } = api.getState();
    const now = () => {
      due = undefined;
      look((before) => {
        const next = factsOf(rects, api.getState());
        return before !== null && same(before, next) ? before : next;
      });
    };
    now();
    const end = api.subscribe((state) => {
      if (width !== state.width || height !== state.height) now();
      else if (transform !== state.transform) due ??= setTimeout(now, LOOK_EVERY);
      ({ width, height, transform } = state);
    });
    return () => {
      end();
      clearTimeout(due);
    };
  }, [api, rects]);
  return factsOf(rects, api.getState());
}

/**
 * How much of the journey is out of sight, and the journey in small, while there is something. The map is put away and got again with its button. All
 * nodes are one path: a thousand nodes cost one element.
 */
export const MiniMap = memo(function MiniMap({ nodes }: { nodes: readonly CanvasNode[] }) {
  const flow = useReactFlow();
  // Once for each change of the nodes: the view changes more often.
  const { rects, bounds, plain, selected } = useMemo(() => {
    const all = nodes.filter((node) => node.type !== 'note');
    const [chosen, others] = [all.filter((node) => node.selected), all.filter((node) => !node.selected)];
    return { rects: all.map(rectOf), bounds: boundsOf(all), plain: shapes(others), selected: shapes(chosen) };
  }, [nodes]);
  const choice = useMapChoice((state) => state.choice);
  const { hidden, covers, ...size } = useFacts(rects);
  if (hidden === 0 || !hasMapButton(size)) return null;
  const isOpen = isMapShown(choice, size, { all: rects.length, hidden, covers });
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = Math.max(bounds.width / box.width, bounds.height / box.height);
    const centerX = bounds.x + bounds.width / 2 + (event.clientX - box.x - box.width / 2) * scale;
    const centerY = bounds.y + bounds.height / 2 + (event.clientY - box.y - box.height / 2) * scale;
    void flow.setCenter(centerX, centerY, { zoom: flow.getZoom() });
  };
  return (
    <>
      <button type="button" className="minimap-more numeric" aria-pressed={isOpen} onClick={() => chooseMap(isOpen ? 'closed' : 'open')}>
        <MapIcon size={14} aria-hidden="true" />
        {`${hidden} of ${rects.length} not in sight`}
        <span className="visually-hidden">, map</span>
      </button>
      {isOpen ? (
        <div className="minimap" style={{ right: MAP.right, bottom: MAP.bottom, width: MAP.width, height: MAP.height }} aria-hidden="true">
          <svg viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`} onPointerDown={goTo} onPointerMove={goTo} aria-hidden="true">
            <path className="minimap-nodes" d={plain} />
            <path className="minimap-selected" d={selected} />
          </svg>
          <MapFrame bounds={bounds} />
        </div>
      ) : null}
    </>
  );
});
