import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { clamp, rememberedSize, rememberSize } from '../../components/index.ts';
import { useArrangement } from './arrangement.ts';

const NAME = 'split';
const HALF = 50;
const LEAST = 20;
const MOST = 80;
const STEP = 4;

/** One canvas, or two with a divider that is dragged or moved with the arrow keys; where it stands and how they share the window is remembered. */
export function Panes({ first, second }: { first: ReactNode; second: ReactNode }) {
  const [part, setPart] = useState(() => rememberedSize(NAME, HALF, LEAST, MOST));
  const box = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const stacked = useArrangement(({ arrangement }) => arrangement === 'stacked');
  const resize = (next: number) => {
    const clamped = clamp(next, LEAST, MOST);
    setPart(clamped);
    rememberSize(NAME, clamped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = stacked ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key !== less && event.key !== more) return;
    event.preventDefault();
    resize(part + (event.key === more ? STEP : -STEP));
  };
  if (second === null) return <div className="panes">{first}</div>;
  return (
    <div className="panes" data-split={stacked ? 'stacked' : 'beside'} ref={box} style={{ '--split': `${part}%` } as CSSProperties}>
      {first}
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget (window splitter), which <hr> is not */}
      <div
        className="panes-edge"
        role="separator"
        tabIndex={0}
        aria-label="Resize the two journeys"
        aria-orientation={stacked ? 'horizontal' : 'vertical'}
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
          if (!dragging.current || !bounds) return;
          const [at, size] = stacked ? [event.clientY - bounds.top, bounds.height] : [event.clientX - bounds.left, bounds.width];
          if (size > 0) resize((at / size) * 100);
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
