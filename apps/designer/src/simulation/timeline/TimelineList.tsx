import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useScene, useSimulation } from '../hooks.ts';
import { stepFrom } from '../moment/steps.ts';
import { isFiltering, NO_FILTER } from './filter.ts';
import { type Row, rowsReader } from './rows.ts';
import { TimelineRow } from './TimelineRow.tsx';
import { useWindow } from './useWindow.ts';

const PAGE = 10;
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE };
const ID = 'sim-event-';

/** What happened, oldest first; the arrow keys and a click go to the moment of a row. */
export function TimelineList() {
  const simulation = useSimulation();
  const { timeline } = simulation;
  const lines = useStore(timeline, (state) => state.lines);
  const filtering = useStore(timeline, (state) => isFiltering(state.filter));
  const seq = useScene((scene) => scene.seq);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [read] = useState(rowsReader);
  const { all: rows, places } = read(lines);
  const indexOf = (key: string | number) => places.get(key) ?? -1;
  const { list, window: shown, measure, onScroll, reveal } = useWindow(rows.length, indexOf, seq === null);
  const current = useMemo(() => (seq === null ? undefined : lines.findLast((line) => line.seq <= seq)?.seq), [lines, seq]);
  const onToggle = useCallback((of: number) => {
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(of)) next.add(of);
      return next;
    });
  }, []);

  const show = useRef(reveal);
  show.current = reveal;
  const place = useRef(indexOf);
  place.current = indexOf;
  useEffect(() => {
    if (current !== undefined) show.current(place.current(current));
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps = STEPS[event.key];
    const meant = current ?? lines.at(-1)?.seq;
    if (steps !== undefined) step(steps);
    else if (event.key === 'Home') simulation.goTo(lines[0]?.seq ?? 0);
    else if (event.key === 'End') simulation.goTo(null);
    else if (meant !== undefined && (event.key === 'Enter' || event.key === ' ')) onToggle(meant);
    else if (meant !== undefined && event.key === 'ArrowRight' && !open.has(meant)) onToggle(meant);
    else if (meant !== undefined && event.key === 'ArrowLeft' && open.has(meant)) onToggle(meant);
    else return;
    event.preventDefault();
  };
  const step = (count: number) => {
    const newest = simulation.scene.getState().scene?.newest ?? 0;
    let at = seq;
    for (let done = 0; done < Math.abs(count); done++) {
      const next = stepFrom(lines, at, count > 0 ? 1 : -1, newest);
      if (next === undefined) break;
      at = next;
      if (at === null) break;
    }
    simulation.goTo(at);
  };

  if (rows.length === 0) {
    return (
      <p className="dim sim-none">
        {filtering ? (
          <>
            No event is like that.{' '}
            <button type="button" className="sim-plain" onClick={() => timeline.show({ ...NO_FILTER, details: timeline.getState().filter.details })}>
              Show all
            </button>
          </>
        ) : (
          'Nothing has happened yet. Start a run.'
        )}
      </p>
    );
  }
  return (
    <div
      ref={list}
      className="sim-event-scroll"
      role="treegrid"
      tabIndex={0}
      aria-label="List of events"
      aria-rowcount={rows.length}
      aria-activedescendant={current === undefined ? undefined : `${ID}${current}`}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div role="presentation" className="sim-event-all" style={{ height: shown.total }}>
        <div role="presentation" style={{ transform: `translateY(${shown.top}px)` }}>
          {rows.slice(shown.first, shown.end).map((row, index) => (
            <TimelineRow
              key={row.key}
              row={row}
              index={shown.first + index}
              id={`${ID}${row.key}`}
              at={atOf(row, seq, current)}
              isOpen={row.kind === 'line' && open.has(row.line.seq)}
              onGo={simulation.goTo}
              onToggle={onToggle}
              measure={measure}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function atOf(row: Row, seq: number | null, current: number | undefined): 'here' | 'later' | null {
  if (seq === null || row.kind === 'idle') return null;
  return row.line.seq === current ? 'here' : row.line.seq > seq ? 'later' : null;
}
