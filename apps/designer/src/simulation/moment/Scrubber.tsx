import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { clockText, type Line } from '../derive/timeline.ts';
import { useNow, useScene, useSimulation } from '../hooks.ts';
import { stepFrom } from './steps.ts';

interface ScrubberProps {
  /** Ends of the axis, epoch ms. */
  from: number;
  to: number;
}

/** How many lines a key goes on, as every slider's keys do. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };

/** Lies over the time axis: dragging along it, or the arrow keys, go from moment to moment. */
export function Scrubber({ from, to }: ScrubberProps) {
  const simulation = useSimulation();
  const then = useNow();
  const seq = useScene((scene) => scene.seq);
  const newest = useScene((scene) => scene.newest);
  const dragged = useRef(false);
  const lines = () => simulation.timeline.getState().lines;

  const seek = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const time = from + ((event.clientX - left) / width) * (to - from);
    // Right of now nothing has happened yet.
    simulation.goTo(time >= simulation.now() ? null : (lastUntil(lines(), time)?.seq ?? 0));
  };
  const step = (direction: 1 | -1, count = 1) => {
    let at = simulation.moment.getState().seq;
    for (let done = 0; done < count; done++) {
      const next = stepFrom(lines(), at, direction, newest);
      if (next === undefined) break;
      at = next;
      if (at === null) break;
    }
    simulation.goTo(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps = STEPS[event.key];
    if (steps !== undefined) step(steps > 0 ? 1 : -1, Math.abs(steps));
    else if (event.key === 'Home') simulation.goTo(0);
    else if (event.key === 'End') simulation.goTo(null);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="sim-scrubber"
      role="slider"
      tabIndex={0}
      aria-label="Moment on the time axis"
      aria-valuemin={0}
      aria-valuemax={newest}
      aria-valuenow={seq ?? newest}
      aria-valuetext={seq === null ? `Now, ${clockText(then)}` : `${clockText(then)}, event ${seq} of ${newest}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = true;
        seek(event);
      }}
      onPointerMove={(event) => {
        if (dragged.current) seek(event);
      }}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onLostPointerCapture={() => {
        dragged.current = false;
      }}
    >
      {seq === null ? null : (
        <i className="sim-then-line" style={{ left: `${Math.min(100, Math.max(0, ((then - from) / (to - from)) * 100))}%` }} aria-hidden="true" />
      )}
    </div>
  );
}

/** The newest line until a time; lines are in order of time. */
function lastUntil(lines: readonly Line[], time: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).at <= time) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
