import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orderOf } from '../../canvas/index.ts';
import { Button, EmptyState, ErrorBox } from '../../components/index.ts';
import { putLatency, simulatedJourneyQuery } from '../api.ts';
import { numbered } from '../derive/numbered.ts';
import { useLive } from '../hooks.ts';
import { LatencyField } from './LatencyField.tsx';
import { latencyOf, withLatency } from './latencyOf.ts';

interface LatencyProps {
  journeys: readonly (string | null)[];
  /** As the simulation has it: milliseconds by node id, type or name, lower case. */
  latency: Readonly<Record<string, number>>;
}

/** How long a visit of each node takes, so that the other journey can act in between. Not part of the journey. */
export function Latency({ journeys, latency }: LatencyProps) {
  const id = useLive((state) => state.id);
  const [failed, setFailed] = useState<{ error: unknown; wanted: Record<string, number> } | null>(null);
  const shown = journeys.filter((journey) => journey !== null);
  const put = async (wanted: Record<string, number>) => {
    setFailed(null);
    try {
      await putLatency(id, wanted);
    } catch (error) {
      setFailed({ error, wanted });
    }
  };
  const set = (key: string, ms: number, general: number) => {
    return put(withLatency(latency, key, ms, general));
  };
  if (shown.length === 0) return <EmptyState title="No journey chosen">Choose a main journey to set how long its nodes take.</EmptyState>;
  return (
    <div className="sim-latency">
      <p className="dim">A visit takes this long on the simulation's clock, so that the other journey can act meanwhile. 0 is at once.</p>
      {failed ? <ErrorBox title="The latency was not set" error={failed.error} onRetry={() => void put(failed.wanted)} /> : null}
      {shown.map((journey, index) => (
        <JourneyLatency key={journey} journey={journey} hue={index === 0 ? 'main' : 'backchannel'} latency={latency} set={set} />
      ))}
      {Object.keys(latency).length > 0 ? (
        <Button size="small" onPress={() => void put({})}>
          Set all to 0
        </Button>
      ) : null}
    </div>
  );
}

/** What a visit of a fixed end does. The ends have the same ids in every journey, so their latency counts for both. */
const ENDS = [
  { id: SUCCESS_NODE_ID, name: 'Success', type: 'SuccessNode', main: 'creating the session', backchannel: 'approving and creating the session' },
  { id: FAILURE_NODE_ID, name: 'Failure', type: 'FailureNode', main: 'refusing the sign-in', backchannel: 'denying, or waiting for another try' },
] as const;

interface JourneyLatencyProps {
  journey: string;
  hue: 'main' | 'backchannel';
  latency: Readonly<Record<string, number>>;
  /** @param general what counts for the node when it has no latency of its own */
  set(key: string, ms: number, general: number): Promise<void>;
}

function JourneyLatency({ journey, hue, latency, set }: JourneyLatencyProps) {
  const id = useLive((state) => state.id);
  const { data, error, refetch } = useQuery(simulatedJourneyQuery(id, journey));
  if (error) return <ErrorBox title={`${journey} could not be read`} error={error} onRetry={() => void refetch()} />;
  const tree = data?.tree;
  const rows = tree
    ? [
        ...numbered(
          orderOf(data, []).map((node) => {
            const place = tree.nodes?.[node];
            const type = data?.nodes[node]?._type.name ?? place?.nodeType ?? '';
            return {
              id: node,
              label: place?.displayName ?? node,
              detail: type === place?.displayName ? '' : type,
              names: [place?.displayName, place?.nodeType, type],
            };
          }),
        ),
        ...ENDS.map((end) => ({ id: end.id, label: end.name, detail: `${end[hue]}, in both journeys`, names: [end.name, end.type] })),
      ]
    : [];
  return (
    <section className="sim-latency-group" data-hue={hue} aria-label={`Latency of ${journey}`}>
      <h3>{journey}</h3>
      {rows.map(({ id: node, label, detail, names }) => {
        const { value, general } = latencyOf(latency, node, names);
        return <LatencyField key={node} label={label} type={detail} value={value} onCommit={(ms) => void set(node, ms, general)} />;
      })}
    </section>
  );
}
