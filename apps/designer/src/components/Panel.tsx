import './panel.css';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { clamp, rememberedSize, rememberSize } from './panelSize.ts';
import { useKeptFocus } from './useKeptFocus.ts';

export interface PanelProps {
  /** Accessible name of the region. */
  label: string;
  /** Edge of the screen it lies on; it is resized at the opposite edge. */
  side: 'left' | 'right' | 'bottom';
  /** Its size is remembered under this name. */
  name: string;
  defaultSize: number;
  min?: number;
  max?: number;
  /** As small as what is in it, and not resized. */
  isFolded?: boolean;
  children: ReactNode;
}

const STEP = 16;

/** A resizable side of the screen: drag its edge, or use the arrow keys on it. */
export function Panel({ label, side, name, defaultSize, min = 200, max = 560, isFolded = false, children }: PanelProps) {
  const [size, setSize] = useState(() => rememberedSize(name, defaultSize, min, max));
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  const drag = useRef<{ at: number; size: number } | null>(null);
  const vertical = side === 'bottom';
  const direction = side === 'left' ? 1 : -1;
  const resize = (next: number) => {
    const clamped = clamp(next, min, max);
    setSize(clamped);
    rememberSize(name, clamped);
  };
  const along = (event: PointerEvent) => (vertical ? event.clientY : event.clientX);
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = side === 'left' ? 'ArrowRight' : side === 'right' ? 'ArrowLeft' : 'ArrowUp';
    const shrink = side === 'left' ? 'ArrowLeft' : side === 'right' ? 'ArrowRight' : 'ArrowDown';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    resize(size + (event.key === grow ? STEP : -STEP));
  };
  return (
    <section
      ref={root}
      className="panel"
      data-side={side}
      aria-label={label}
      tabIndex={-1}
      style={isFolded ? undefined : vertical ? { height: size } : { width: size }}
    >
      {isFolded ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget (window splitter), which <hr> is not
        <div
          className="panel-edge"
          role="separator"
          tabIndex={0}
          aria-label={`Resize ${label}`}
          aria-orientation={vertical ? 'horizontal' : 'vertical'}
          aria-valuenow={size}
          aria-valuemin={min}
          aria-valuemax={max}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { at: along(event), size };
          }}
          onPointerMove={(event) => {
            if (drag.current) resize(drag.current.size + direction * (along(event) - drag.current.at));
          }}
          onPointerUp={() => {
            drag.current = null;
          }}
          onDoubleClick={() => resize(defaultSize)}
        />
      )}
      {children}
    </section>
  );
}
