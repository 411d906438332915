import type { SimulationState } from '@tandem/engine/view';
import { LatencyField } from '../panels/LatencyField.tsx';
import { latencyOf } from '../panels/latencyOf.ts';
import type { Draft } from './drafts.ts';
import { NodeChoice, useNodes } from './NodeChoice.tsx';

interface LatencyPartProps {
  draft: Extract<Draft, { kind: 'latency' }>;
  state: SimulationState;
  journeys: readonly string[];
  onChange(draft: Draft): void;
}

/** How long a visit of one node takes in the fork. */
export function LatencyPart({ draft, state, journeys, onChange }: LatencyPartProps) {
  const { nodes } = useNodes(journeys);
  const { journey, node, ms } = draft;
  const placed = nodes.find((one) => one.journey === journey && one.id === node);
  const { value, general } = placed ? latencyOf(state.latency, placed.id, [placed.name, placed.type]) : { value: 0, general: 0 };
  return (
    <div className="fork-fields">
      <NodeChoice
        nodes={nodes}
        value={node === null ? null : { journey, id: node }}
        onChange={(chosen) => onChange({ kind: 'latency', journey: chosen.journey, node: chosen.id, ms: null, general: 0 })}
      />
      {placed ? (
        <LatencyField
          key={`${journey}/${placed.id}`}
          label="A visit takes"
          type={placed.name}
          value={ms ?? value}
          onCommit={(next) => onChange({ ...draft, ms: next, general })}
        />
      ) : null}
    </div>
  );
}
