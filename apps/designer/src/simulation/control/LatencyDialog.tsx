import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, ErrorBox } from '../../components/index.ts';
import { putLatency, simulatedJourneyQuery } from '../api.ts';
import { useLive } from '../hooks.ts';
import { LatencyField } from '../panels/LatencyField.tsx';
import { latencyOf, withLatency } from '../panels/latencyOf.ts';
import { endName } from './breakpoints.ts';

const NONE = {};

/** How long a visit of one node takes. */
export default function LatencyDialog({ journey, node, onClose }: { journey: string; node: string; onClose(): void }) {
  const id = useLive((state) => state.id);
  const latency = useLive(({ view }) => view?.state.latency) ?? NONE;
  const { data } = useQuery(simulatedJourneyQuery(id, journey));
  const [failed, setFailed] = useState<{ error: unknown; ms: number } | null>(null);
  const place = data?.tree.nodes?.[node];
  const type = data?.nodes[node]?._type.name ?? place?.nodeType ?? '';
  const name = endName(node) ?? place?.displayName ?? node;
  const names = endName(node) === null ? [place?.displayName, place?.nodeType, type] : [name, `${name}Node`];
  const { value, general } = latencyOf(latency, node, names);
  const put = async (ms: number) => {
    setFailed(null);
    try {
      await putLatency(id, withLatency(latency, node, ms, general));
    } catch (error) {
      setFailed({ error, ms });
    }
  };
  return (
    <Dialog
      title={`Latency of ${name}`}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <p className="dim">A visit takes this long on the simulation's clock, so that the other journey can act meanwhile. 0 is at once.</p>
      {failed ? <ErrorBox title="The latency was not set" error={failed.error} onRetry={() => void put(failed.ms)} /> : null}
      <LatencyField label={name} type={endName(node) === null ? type : 'in both journeys'} value={value} onCommit={(ms) => void put(ms)} />
    </Dialog>
  );
}
