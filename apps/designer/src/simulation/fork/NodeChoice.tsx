import type { JourneyDocumentAnswer } from '@tandem/api';
import { useQueries } from '@tanstack/react-query';
import { ComboBox } from '../../components/index.ts';
import { simulatedJourneyQuery } from '../api.ts';
import { useSimulation } from '../hooks.ts';

export interface Placed {
  journey: string;
  id: string;
  name: string;
  type: string;
}

/** The nodes of these journeys as the simulation runs them, those on pages too. */
export function useNodes(journeys: readonly string[]): { nodes: readonly Placed[]; documents: ReadonlyMap<string, JourneyDocumentAnswer> } {
  const { id } = useSimulation();
  return useQueries({
    queries: journeys.map((journey) => simulatedJourneyQuery(id, journey)),
    combine: (answers) => {
      const documents = new Map(answers.flatMap(({ data }, index) => (data ? [[journeys[index] as string, data] as const] : [])));
      return { documents, nodes: [...documents].flatMap(([journey, document]) => nodesIn(journey, document)) };
    },
  });
}

function nodesIn(journey: string, { tree, nodes }: JourneyDocumentAnswer): Placed[] {
  return Object.entries(tree.nodes ?? {}).flatMap(([id, { displayName, nodeType }]) => {
    const children = nodes[id]?.nodes;
    const inside = Array.isArray(children) ? (children as { _id?: unknown; displayName?: unknown; nodeType?: unknown }[]) : [];
    const own = { journey, id, name: displayName || nodeType, type: nodeType };
    const placed = inside.flatMap(({ _id, displayName: name, nodeType: type }) =>
      typeof _id === 'string' ? [{ journey, id: _id, name: String(name || type), type: String(type) }] : [],
    );
    return [own, ...placed];
  });
}

interface NodeChoiceProps {
  nodes: readonly Placed[];
  value: Pick<Placed, 'journey' | 'id'> | null;
  onChange(node: Placed): void;
}

const keyOf = ({ journey, id }: Pick<Placed, 'journey' | 'id'>) => `${journey}/${id}`;

export function NodeChoice({ nodes, value, onChange }: NodeChoiceProps) {
  return (
    <ComboBox
      label="Node"
      placeholder="Choose a node"
      options={nodes.map((node) => ({ value: keyOf(node), label: node.name, detail: `${node.journey} · ${node.type}` }))}
      value={value === null ? '' : keyOf(value)}
      onChange={(key) => {
        const chosen = nodes.find((node) => keyOf(node) === key);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
