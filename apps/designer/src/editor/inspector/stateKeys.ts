import type { JourneyDocument } from '@tandem/journey';
import { withDefaults } from '@tandem/nodes';
import { configIn, definitionFor, type Kinds, nameOf } from '../store/nodes.ts';

export interface WrittenKey {
  key: string;
  /** Name of the first node that writes it. */
  by: string;
}

/** Node state keys that the nodes of a journey write, by name; "*" (anything) is not one. */
export function keysWritten(kinds: Kinds, document: JourneyDocument): WrittenKey[] {
  const found = new Map<string, string>();
  for (const id of Object.keys(document.nodes)) {
    const definition = definitionFor(kinds, document, id);
    if (!definition) continue;
    const config = withDefaults(definition.fields, configIn(document, id));
    for (const { key } of definition.writes(config)) if (key !== '*' && !found.has(key)) found.set(key, nameOf(kinds, document, id));
  }
  return [...found].map(([key, by]) => ({ key, by })).sort((a, b) => a.key.localeCompare(b.key));
}
