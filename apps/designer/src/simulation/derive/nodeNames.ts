import type { SimEvent } from '@tandem/api';
import { growingReader } from './growing.ts';

export interface NodeName {
  id: string;
  name: string;
}

/** Names of the nodes that events come from, sorted. The list stays the same one until there is another node or name. */
export function nodeNamesReader(): (events: readonly SimEvent[]) => readonly NodeName[] {
  const read = growingReader<SimEvent, { names: Map<string, string>; sorted: NodeName[] | null }>(
    () => ({ names: new Map(), sorted: null }),
    (found, { node, nodeName }) => {
      if (!node || !nodeName || found.names.get(node) === nodeName) return;
      found.names.set(node, nodeName);
      found.sorted = null;
    },
  );
  return (events) => {
    const found = read(events);
    found.sorted ??= [...found.names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
    return found.sorted;
  };
}
