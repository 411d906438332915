import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { resourcesQuery } from '../../app/index.ts';
import { Skeleton } from '../../components/index.ts';
import { useLive } from '../hooks.ts';
import type { Draft } from './drafts.ts';
import { NodeChoice, useNodes } from './NodeChoice.tsx';

type NodeDraft = Extract<Draft, { kind: 'node' }>;

interface NodePartProps {
  draft: NodeDraft;
  journeys: readonly string[];
  onChange(draft: Draft): void;
}

/** It comes with the editor, which keeps its code together. */
const NodeSettings = lazy(async () => ({ default: (await import('../../editor/index.tsx')).NodeSettings }));

/** The inspector's form for a node as the simulation runs it. */
export default function NodePart({ draft, journeys, onChange }: NodePartProps) {
  const realm = useLive((state) => state.realm);
  const resources = useQuery(resourcesQuery(realm)).data;
  const { nodes, documents } = useNodes(journeys);
  const { journey, node } = draft;
  const document = documents.get(journey);
  return (
    <>
      <NodeChoice
        nodes={nodes}
        value={node === null ? null : { journey, id: node }}
        onChange={(chosen) => onChange({ kind: 'node', journey: chosen.journey, node: chosen.id, config: null })}
      />
      {node === null ? null : resources && document ? (
        <Suspense fallback={<Skeleton label="Reading the node" lines={3} />}>
          <NodeSettings
            key={`${journey}/${node}`}
            {...{ realm, node, document, resources }}
            onChange={(config) => onChange({ kind: 'node', journey, node, config })}
          />
        </Suspense>
      ) : (
        <Skeleton label="Reading the node" lines={3} />
      )}
    </>
  );
}
