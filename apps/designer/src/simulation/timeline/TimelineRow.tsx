import { ChevronDown, ChevronRight } from 'lucide-react';
import { lazy, type MouseEvent, memo, Suspense, useLayoutEffect, useRef } from 'react';
import { EventLine } from '../events/EventLine.tsx';
import { type Row, spanText } from './rows.ts';

const EventDetails = lazy(() => import('./EventDetails.tsx'));

/** Rows of a table that is drawn in part cannot be elements of a table. The list has the focus and takes the keys, as one of a grid does. */
const rowRole = (index: number) => ({ role: 'row', 'aria-rowindex': index + 1 }) as const;
const CELL = { role: 'gridcell' } as const;

interface TimelineRowProps {
  row: Row;
  index: number;
  id: string;
  /** How it stands to the moment on screen. */
  at: 'here' | 'later' | null;
  isOpen: boolean;
  onGo(seq: number): void;
  onToggle(seq: number): void;
  measure(key: string | number, element: HTMLElement): () => void;
}

/** One row of the timeline: an event, which opens in place, or a while in which nothing happened. */
export const TimelineRow = memo(function TimelineRow({ row, index, id, at, isOpen, onGo, onToggle, measure }: TimelineRowProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (element.current ? measure(row.key, element.current) : undefined), [measure, row.key]);
  if (row.kind === 'idle') {
    return (
      <div ref={element} className="sim-idle" {...rowRole(index)}>
        <span {...CELL}>{spanText(row.ms)} nothing</span>
      </div>
    );
  }
  const { line } = row;
  return (
    <div
      ref={element}
      id={id}
      className="sim-event-row"
      {...{ ...rowRole(index), 'aria-level': 1, 'aria-expanded': isOpen, 'aria-selected': at === 'here' }}
      {...{ onClick: onLine(() => onGo(line.seq)), onDoubleClick: onLine(() => onToggle(line.seq)) }}
    >
      <div {...CELL} className="sim-event" data-hue={line.hue} data-level={line.level?.toLowerCase()} data-at={at ?? undefined}>
        <button type="button" tabIndex={-1} className="sim-event-open" aria-label={isOpen ? 'Close' : 'Open'} onClick={() => onToggle(line.seq)}>
          {isOpen ? <ChevronDown size={13} aria-hidden="true" /> : <ChevronRight size={13} aria-hidden="true" />}
        </button>
        <EventLine line={line} />
        {isOpen ? (
          <Suspense fallback={null}>
            <EventDetails seq={line.seq} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
});

/** What is read, marked or pressed in an open event is no wish to go there. */
const onLine = (act: () => void) => (event: MouseEvent) => {
  if (event.target instanceof Element && !event.target.closest('.sim-details, button, a')) act();
};
