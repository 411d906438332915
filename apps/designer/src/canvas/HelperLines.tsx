import { useContext } from 'react';
import { useReactFlow, ViewportPortal } from 'reactflow';
import { useStore as useZustand } from 'zustand';
import { CanvasContext } from './CanvasContext.ts';

/** Lines that a dragged node lies on with others. */
export function HelperLines() {
  const { moved } = useContext(CanvasContext);
  const lines = useZustand(moved, (state) => state.lines);
  const flow = useReactFlow();
  if (lines.length === 0) return null;
  const thin = 1 / flow.getZoom();
  return (
    <ViewportPortal>
      {lines.map(({ axis, at, from, to }) => (
        <i
          key={axis}
          className="helper-line"
          data-axis={axis}
          style={axis === 'x' ? { left: at, top: from, height: to - from, width: thin } : { left: from, top: at, width: to - from, height: thin }}
        />
      ))}
    </ViewportPortal>
  );
}
