import { useStore, ViewportPortal } from 'reactflow';
import type { HelperLine } from './helperLines.ts';

const zoomOf = (state: { transform: readonly [number, number, number] }): number => state.transform[2];

/** Lines that a dragged node lies on with others. */
export function HelperLines({ lines }: { lines: readonly HelperLine[] }) {
  const zoom = useStore(zoomOf);
  if (lines.length === 0) return null;
  return (
    <ViewportPortal>
      {lines.map(({ axis, at, from, to }) => (
        <i
          key={axis}
          className="helper-line"
          data-axis={axis}
          style={
            axis === 'x' ? { left: at, top: from, height: to - from, width: 1 / zoom } : { left: from, top: at, width: to - from, height: 1 / zoom }
          }
        />
      ))}
    </ViewportPortal>
  );
}
