import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton, Switch } from '../../components/index.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { EventLine } from './EventLine.tsx';

/** More than these are not drawn at once; the log has them all. */
const SHOWN = 400;

/** What happened, oldest first; it stays at the newest line until one scrolls up. */
export function EventList() {
  const { timeline } = useSimulation();
  const all = useStore(timeline, (state) => state.lines);
  const details = useStore(timeline, (state) => state.filter.details);
  const seq = useScene((scene) => scene.seq);
  const lines = all.slice(-SHOWN);
  const current = seq === null ? undefined : lines.findLast((line) => line.seq <= seq)?.seq;
  const [closed, setClosed] = useState(false);
  const list = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what it reacts to
  useEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [all, closed]);
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
          <Switch label="Every step" isSelected={details} onChange={(wanted) => timeline.show({ details: wanted })} />
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
              <EventLine key={line.seq} line={line} at={seq === null ? null : line.seq === current ? 'here' : line.seq > seq ? 'later' : null} />
            ))}
          </ol>
        )}
      </section>
    </section>
  );
}
