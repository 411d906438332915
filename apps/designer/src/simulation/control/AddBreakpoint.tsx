import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { outcomesOf } from '@tandem/nodes';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { journeysQuery, resourcesQuery } from '../../app/index.ts';
import { lookupOf, orderOf } from '../../canvas/index.ts';
import { Button, ComboBox, Select, TextField } from '../../components/index.ts';
import { simulatedJourneyQuery } from '../api.ts';
import { shortKey } from '../derive/nodeState.ts';
import { numbered } from '../derive/numbered.ts';
import { useLive, useSimulation } from '../hooks.ts';
import type { BreakpointKind } from './breakpoints.ts';
import { blankDraft, breakpointOf, type Draft, type Missing } from './draft.ts';

const KINDS: readonly { value: BreakpointKind; label: string; detail: string }[] = [
  { value: 'node', label: 'A node', detail: 'before it is visited' },
  { value: 'outcome', label: 'An outcome', detail: 'after a node chose it' },
  { value: 'key', label: 'A key of node state', detail: 'after it was written' },
  { value: 'transaction', label: 'The transaction', detail: 'when it comes into a state' },
  { value: 'time', label: 'A time', detail: 'where a virtual clock stops' },
];
const STATES = [
  { value: 'CREATED', label: 'Created' },
  { value: 'IN_PROGRESS', label: 'In progress' },
  { value: 'COMPLETED', label: 'Completed' },
];
const RESULTS = [
  { value: 'any', label: 'Approved or denied' },
  { value: 'APPROVED', label: 'Approved' },
  { value: 'DENIED', label: 'Denied' },
];

/** A form for a breakpoint of any kind. */
export function AddBreakpoint({ journey, onDone }: { journey: string | null; onDone(): void }) {
  const simulation = useSimulation();
  const [draft, setDraft] = useState<Draft>(() => blankDraft(journey));
  const [missing, setMissing] = useState<Missing>({});
  const set = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setMissing({});
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const made = breakpointOf(draft, crypto.randomUUID(), simulation.now());
    if ('missing' in made) return setMissing(made.missing);
    void simulation.control.add(made.breakpoint);
    onDone();
  };
  return (
    <form className="sim-control-form" aria-label="New breakpoint" onSubmit={onSubmit}>
      <Select label="Hold at" options={KINDS} value={draft.on} onChange={(on) => set({ on: on as BreakpointKind, node: null, outcome: null })} />
      {draft.on === 'node' || draft.on === 'outcome' ? <NodeFields draft={draft} missing={missing} set={set} /> : null}
      {draft.on === 'key' ? <KeyField value={draft.key} error={missing.key} onChange={(key) => set({ key })} /> : null}
      {draft.on === 'transaction' ? (
        <>
          <Select label="State" options={STATES} value={draft.state} onChange={(state) => set({ state: state as Draft['state'] })} />
          {draft.state === 'COMPLETED' ? (
            <Select
              label="Result"
              options={RESULTS}
              value={draft.result ?? 'any'}
              onChange={(result) => set({ result: result === 'any' ? null : (result as Draft['result']) })}
            />
          ) : null}
        </>
      ) : null}
      {draft.on === 'time' ? (
        <TextField
          label="From now"
          placeholder="30 s"
          value={draft.after}
          onChange={(after) => set({ after })}
          help="On the simulation's clock. Real time does not stop."
          error={missing.after}
        />
      ) : null}
      <div className="sim-control-buttons">
        <Button type="submit" size="small" kind="primary">
          Add
        </Button>
        <Button size="small" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  draft: Draft;
  missing: Missing;
  set(patch: Partial<Draft>): void;
}

function NodeFields({ draft, missing, set }: FieldsProps) {
  const id = useLive((state) => state.id);
  const realm = useLive((state) => state.realm);
  const journeys = useQuery({ ...journeysQuery(realm), enabled: realm !== '' });
  const types = useQuery(resourcesQuery(realm)).data?.nodeTypes ?? [];
  const { data, error } = useQuery({ ...simulatedJourneyQuery(id, draft.journey ?? ''), enabled: draft.journey !== null });
  const names = [...new Set([...(draft.journey === null ? [] : [draft.journey]), ...(journeys.data?.journeys.map((one) => one.id) ?? [])])];
  const place = draft.node === null ? undefined : data?.tree.nodes?.[draft.node];
  const nodes = data
    ? numbered(
        orderOf(data, types).map((node) => {
          const label = data.tree.nodes?.[node]?.displayName ?? node;
          const type = data.nodes[node]?._type.name ?? data.tree.nodes?.[node]?.nodeType;
          return { value: node, label, detail: type === label ? undefined : type };
        }),
      )
    : [];
  const ends = [
    { value: SUCCESS_NODE_ID, label: 'Success' },
    { value: FAILURE_NODE_ID, label: 'Failure' },
  ];
  const outcomes = data && place && draft.node !== null ? outcomesOf(lookupOf(data, types), place, data.nodes[draft.node]) : [];
  return (
    <>
      <Select
        label="Journey"
        options={names.map((value) => ({ value, label: value }))}
        value={draft.journey}
        error={error ? 'This simulation does not have it.' : undefined}
        onChange={(journey) => set({ journey, node: null, outcome: null })}
      />
      <Select
        label="Node"
        options={draft.on === 'node' ? [...nodes, ...ends] : nodes}
        value={draft.node}
        error={missing.node}
        isDisabled={!data}
        onChange={(node) => set({ node, outcome: null })}
      />
      {draft.on === 'outcome' ? (
        <Select
          label="Outcome"
          options={outcomes.map(({ id: value, displayName }) => ({ value, label: displayName }))}
          value={draft.outcome}
          error={missing.outcome}
          isDisabled={outcomes.length === 0}
          onChange={(outcome) => set({ outcome })}
        />
      ) : null}
    </>
  );
}

/** Keys that were written so far are offered; any other can be typed. */
function KeyField({ value, error, onChange }: { value: string; error: string | undefined; onChange(key: string): void }) {
  const sessions = useLive(({ view }) => view?.state.sessions) ?? {};
  const keys = [
    ...new Set(Object.values(sessions).flatMap(({ shared, transient, secure }) => Object.keys({ ...shared, ...transient, ...secure }))),
  ].sort();
  return (
    <ComboBox
      label="Key"
      allowsCustom
      mono
      options={keys.map((key) => ({ value: key, label: key, detail: shortKey(key) === key ? undefined : shortKey(key) }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
