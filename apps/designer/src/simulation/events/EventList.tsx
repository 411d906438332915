import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../components/index.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { FilterBar } from '../timeline/FilterBar.tsx';
import { isFiltering } from '../timeline/filter.ts';
import { TimelineList } from '../timeline/TimelineList.tsx';

/** The log of both journeys, the transaction and the outbox. */
export function EventList() {
  const [closed, setClosed] = useState(false);
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
        <Count />
        {closed ? null : <FilterBar />}
      </header>
      {closed ? null : <TimelineList />}
    </section>
  );
}

function Count() {
  const { timeline } = useSimulation();
  const shown = useStore(timeline, (state) => state.lines.length);
  const total = useStore(timeline, (state) => state.total);
  const filtering = useStore(timeline, (state) => isFiltering(state.filter));
  const isReading = useScene((scene) => scene.unread > 0);
  return (
    <span className="dim numeric">
      {filtering ? `${shown} of ${total}` : shown}
      {isReading ? ', reading the earlier ones' : ''}
    </span>
  );
}
