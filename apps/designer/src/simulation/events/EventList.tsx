import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { IconButton, Switch } from '../../components/index.ts';
import { isDetail, type Line, lineOf } from '../derive/timeline.ts';
import { EventLine } from './EventLine.tsx';

/** More than these are not drawn at once; the log has them all. */
const SHOWN = 400;

/** What happened, oldest first; it stays at the newest line until one scrolls up. */
export function EventList({ events, sessions }: { events: readonly SimEvent[]; sessions: SimulationState['sessions'] }) {
  const [details, setDetails] = useState(false);
  const [closed, setClosed] = useState(false);
  const list = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const lines = useMemo(() => {
    const newest: Line[] = [];
    for (let index = events.length - 1; index >= 0 && newest.length < SHOWN; index -= 1) {
      const event = events[index];
      if (event && (details || !isDetail(event))) newest.push(lineOf(event, sessions));
    }
    return newest.reverse();
  }, [events, sessions, details]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what it reacts to
  useEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [lines, closed]);
  return (
    <section className="sim-events" aria-label="Events" data-closed={closed || undefined}>
      <header>
        <IconButton
          size="small"
          label={closed ? 'Show the events' : 'Hide the events'}
          placement="top"
          icon={closed ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
          onPress={() => setClosed(!closed)}
        />
        <h2 className="caps">Events</h2>
        <span className="dim numeric">{lines.length === SHOWN ? `the last ${SHOWN}` : lines.length}</span>
        <span className="sim-events-more">
          <Switch label="Every step" isSelected={details} onChange={setDetails} />
        </span>
      </header>
      <section
        ref={list}
        className="sim-event-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus (WCAG 2.1.1)
        tabIndex={0}
        aria-label="List of events"
        hidden={closed}
        onScroll={(event) => {
          const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
          atEnd.current = scrollTop + clientHeight > scrollHeight - 24;
        }}
      >
        {lines.length === 0 ? (
          <p className="dim sim-none">Nothing has happened yet. Start a run.</p>
        ) : (
          <ol>
            {lines.map((line) => (
              <EventLine key={line.seq} line={line} />
            ))}
          </ol>
        )}
      </section>
    </section>
  );
}
