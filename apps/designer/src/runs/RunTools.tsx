import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Segmented, Select, TextField } from '../components/index.ts';
import type { RunFilter } from './filter.ts';

/** Typing goes on for so long before the server is asked. */
const PAUSE_MS = 200;

const OUTCOMES = [
  { value: '', label: 'Any outcome' },
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'failed', label: 'Failed' },
  { value: 'running', label: 'Not ended' },
];
const TIMES = [
  { value: '', label: 'Any time' },
  { value: 'today', label: 'Today' },
  { value: 'week', label: 'Last 7 days' },
  { value: 'month', label: 'Last 30 days' },
  { value: 'older', label: 'Older than 30 days' },
];
const KEPT = [
  { value: 'all', label: 'All' },
  { value: 'kept', label: 'Kept' },
] as const;

interface RunToolsProps {
  filter: RunFilter;
  journeys: readonly string[];
  onChange(change: Partial<RunFilter>): void;
}

/** Search and filters of the list of simulations. */
export function RunTools({ filter, journeys, onChange }: RunToolsProps) {
  const [text, setText] = useState(filter.search);
  const sent = useRef(filter.search);
  // The address was changed by something else, such as "Show all".
  if (filter.search !== sent.current) {
    sent.current = filter.search;
    setText(filter.search);
  }
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange({ search: text });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const known = filter.journey === '' || journeys.includes(filter.journey) ? journeys : [filter.journey, ...journeys];
  return (
    <search className="runs-tools">
      <TextField
        label="Search simulations"
        hideLabel
        placeholder="Search by name, journey or user"
        type="search"
        value={text}
        onChange={setText}
        before={<Search size={15} aria-hidden="true" />}
      />
      <Select
        label="Journey"
        hideLabel
        options={[{ value: '', label: 'Any journey' }, ...known.map((id) => ({ value: id, label: id }))]}
        value={filter.journey}
        onChange={(journey) => onChange({ journey })}
      />
      <Select
        label="Outcome"
        hideLabel
        options={OUTCOMES}
        value={filter.outcome}
        onChange={(outcome) => onChange({ outcome: outcome as RunFilter['outcome'] })}
      />
      <Select label="Created" hideLabel options={TIMES} value={filter.time} onChange={(time) => onChange({ time: time as RunFilter['time'] })} />
      <Segmented
        label="Which simulations"
        hideLabel
        options={KEPT}
        value={filter.kept ? 'kept' : 'all'}
        onChange={(value) => onChange({ kept: value === 'kept' })}
      />
    </search>
  );
}
