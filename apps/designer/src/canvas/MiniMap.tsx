import { Map as MapIcon } from 'lucide-react';
import { memo, type PointerEvent, useMemo } from 'react';
import { useReactFlow, useStore } from 'reactflow';
import type { CanvasNode } from './derive.ts';
import { chooseMap, hasMapButton, isBelowMap, isMapShown, MAP, useMapChoice } from './miniMapPlace.ts';
import { rectOf } from './useFirstView.ts';
import { inSight } from './viewport.ts';

const MARGIN = 60;

function boundsOf(nodes: readonly CanvasNode[]) {
  const left = Math.min(...nodes.map((node) => node.position.x)) - MARGIN;
  const top = Math.min(...nodes.map((node) => node.position.y)) - MARGIN;
  const right = Math.max(...nodes.map((node) => node.position.x + (node.width ?? 0))) + MARGIN;
  const bottom = Math.max(...nodes.map((node) => node.position.y + (node.height ?? 0))) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function shapes(nodes: readonly CanvasNode[]): string {
  return nodes.map((node) => `M${node.position.x} ${node.position.y}h${node.width ?? 0}v${node.height ?? 0}h-${node.width ?? 0}z`).join('');
}

/**
 * How much of the journey is out of sight, and the journey in small, while there is something. The map is put away and got again with its button. All nodes are one path: a
 * thousand nodes cost one element.
 */
export const MiniMap = memo(function MiniMap({ nodes }: { nodes: readonly CanvasNode[] }) {
  const flow = useReactFlow();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // Once for each change of the nodes: the view changes with every frame.
  const { shown, bounds, plain, selected } = useMemo(() => {
    const all = nodes.filter((node) => node.type !== 'note');
    const [chosen, others] = [all.filter((node) => node.selected), all.filter((node) => !node.selected)];
    return { shown: all, bounds: boundsOf(all), plain: shapes(others), selected: shapes(chosen) };
  }, [nodes]);
  const choice = useMapChoice((state) => state.choice);
  const [view, size] = [
    { x, y, zoom },
    { width, height },
  ];
  const rects = shown.map(rectOf);
  const hidden = rects.filter((rect) => !inSight([rect], view, size, 0)).length;
  if (hidden === 0 || !hasMapButton(size)) return null;
  const isOpen = isMapShown(choice, size, { all: rects.length, hidden, covers: rects.some((rect) => isBelowMap(rect, view, size)) });
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = Math.max(bounds.width / box.width, bounds.height / box.height);
    const centerX = bounds.x + bounds.width / 2 + (event.clientX - box.x - box.width / 2) * scale;
    const centerY = bounds.y + bounds.height / 2 + (event.clientY - box.y - box.height / 2) * scale;
    void flow.setCenter(centerX, centerY, { zoom });
  };
  return (
    <>
      <button type="button" className="minimap-more numeric" aria-pressed={isOpen} onClick={() => chooseMap(isOpen ? 'closed' : 'open')}>
        <MapIcon size={14} aria-hidden="true" />
        {`${hidden} of ${shown.length} not in sight`}
        <span className="visually-hidden">, map</span>
      </button>
      {isOpen ? (
        <svg
          className="minimap"
          width={MAP.width}
          height={MAP.height}
          style={{ right: MAP.right, bottom: MAP.bottom }}
          viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
          onPointerDown={goTo}
          onPointerMove={goTo}
          aria-hidden="true"
        >
          <path className="minimap-nodes" d={plain} />
          <path className="minimap-selected" d={selected} />
          <rect className="minimap-view" x={-x / zoom} y={-y / zoom} width={width / zoom} height={height / zoom} />
        </svg>
      ) : null}
    </>
  );
});
