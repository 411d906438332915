import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { clamp, rememberedSize, rememberSize } from '../../components/index.ts';

const NAME = 'split';
const HALF = 50;
const LEAST = 20;
const MOST = 80;
const STEP = 4;

/** One canvas, or two with a divider that is dragged or moved with the arrow keys; where it stands is remembered. */
export function Panes({ first, second }: { first: ReactNode; second: ReactNode }) {
  const [part, setPart] = useState(() => rememberedSize(NAME, HALF, LEAST, MOST));
  const box = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const resize = (next: number) => {
    const clamped = clamp(next, LEAST, MOST);
    setPart(clamped);
    rememberSize(NAME, clamped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resize(part + (event.key === 'ArrowRight' ? STEP : -STEP));
  };
  if (second === null) return <div className="panes">{first}</div>;
  return (
    <div className="panes" data-split="" ref={box} style={{ '--split': `${part}%` } as CSSProperties}>
      {first}
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget (window splitter), which <hr> is not */}
      <div
        className="panes-edge"
        role="separator"
        tabIndex={0}
        aria-label="Resize the two journeys"
        aria-orientation="vertical"
        aria-valuenow={part}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        aria-valuetext={`${part} percent for the first journey`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragging.current = true;
        }}
        onPointerMove={(event) => {
          const bounds = box.current?.getBoundingClientRect();
          if (dragging.current && bounds && bounds.width > 0) resize(((event.clientX - bounds.left) / bounds.width) * 100);
        }}
        onPointerUp={() => {
          dragging.current = false;
        }}
        onDoubleClick={() => resize(HALF)}
      />
      {second}
    </div>
  );
}
