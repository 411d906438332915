import { type JourneyDocument, own, type Script } from '@tandem/journey';
import { configIn, definitionFor, type Kinds } from '../editor/store/nodes.ts';

/** Node of a journey that runs a script of the realm, and the setting that names it. */
export interface ScriptedNode {
  id: string;
  field: string;
  /** Id of its script; empty when none is chosen. */
  script: string;
}

export function scriptedNode(kinds: Kinds, document: JourneyDocument, id: string | null): ScriptedNode | null {
  const definition = id === null ? null : definitionFor(kinds, document, id);
  if (id === null || !definition || document.nodes[id] === undefined) return null;
  const field = Object.keys(definition.fields).find((name) => definition.fields[name]?.kind === 'script');
  if (field === undefined) return null;
  const script = configIn(document, id)[field];
  return { id, field, script: typeof script === 'string' ? script : '' };
}

/** Every such node of the journey. */
export const scriptedNodes = (kinds: Kinds, document: JourneyDocument): ScriptedNode[] =>
  Object.keys(document.nodes).flatMap((id) => scriptedNode(kinds, document, id) ?? []);

/** The journey's own copy of a script, which may be edited, else the realm's. */
export function scriptIn(document: JourneyDocument, realm: Readonly<Record<string, Script>> | undefined, id: string): Script | undefined {
  return own(document.scripts, id) ?? (realm && own(realm, id));
}
