import { Search, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton, Select, Switch, TextField } from '../../components/index.ts';
import { nodeNamesReader } from '../derive/nodeNames.ts';
import { numbered } from '../derive/numbered.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { type Filter, isFiltering, KIND_GROUPS, type KindGroup, NO_FILTER, type Side } from './filter.ts';

const SIDES: readonly { value: Side; label: string }[] = [
  { value: 'all', label: 'Both journeys' },
  { value: 'main', label: 'Main journey' },
  { value: 'backchannel', label: 'Backchannel journey' },
  { value: 'transaction', label: 'Transaction' },
];
const ONLY: readonly { value: Filter['only']; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'assumed', label: 'Only assumed' },
  { value: 'failures', label: 'Only failures' },
];
const EVERY_NODE = '';

/** What of the log is listed. Steps go over the same lines. */
export function FilterBar() {
  const { timeline } = useSimulation();
  const filter = useStore(timeline, (state) => state.filter);
  const filtering = isFiltering(filter);
  return (
    <search className="sim-filter">
      <TextField
        label="Search the events"
        hideLabel
        placeholder="Search"
        type="search"
        before={<Search size={13} aria-hidden="true" />}
        value={filter.text}
        onChange={(text) => timeline.show({ text })}
      />
      <Select label="Journey" hideLabel options={SIDES} value={filter.side} onChange={(side) => timeline.show({ side: side as Side })} />
      <Select label="Kind" hideLabel options={KIND_GROUPS} value={filter.kind} onChange={(kind) => timeline.show({ kind: kind as KindGroup })} />
      <Nodes node={filter.node} />
      <Select label="Which" hideLabel options={ONLY} value={filter.only} onChange={(only) => timeline.show({ only: only as Filter['only'] })} />
      {filtering ? (
        <IconButton
          size="small"
          label="Show all events"
          placement="top"
          icon={<X size={14} aria-hidden="true" />}
          onPress={() => timeline.show({ ...NO_FILTER, details: filter.details })}
        />
      ) : null}
      <span className="sim-events-more">
        <Switch label="Every step" isSelected={filter.details} onChange={(details) => timeline.show({ details })} />
      </span>
    </search>
  );
}

function Nodes({ node }: { node: string | null }) {
  const { timeline } = useSimulation();
  const [read] = useState(nodeNamesReader);
  const names = useScene((scene) => read(scene.events));
  const options = useMemo(
    () => [{ value: EVERY_NODE, label: 'Every node' }, ...numbered(names.map(({ id, name }) => ({ value: id, label: name })))],
    [names],
  );
  return (
    <Select
      label="Node"
      hideLabel
      options={options}
      value={node ?? EVERY_NODE}
      onChange={(value) => timeline.show({ node: value === EVERY_NODE ? null : value })}
    />
  );
}
