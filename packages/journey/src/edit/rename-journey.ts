import { configOf } from '../graph/config.ts';
import { namingScript, renameInSource } from '../graph/journey-uses.ts';
import { withReference } from '../graph/references.ts';
import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { NodeResource, Realm, Script } from '../model.ts';
import { scriptBody, withScriptBody } from '../script/body.ts';

/** What refers to a journey by its old name, rewritten to the new one: nodes by their realm key, scripts by id. */
export interface RenamedReferences {
  nodes: Record<string, NodeResource>;
  scripts: Record<string, Script>;
}

/**
 * Every reference to a journey under another name. A journey is known by its name alone, so whatever named it has to follow. Of nodes only the
 * settings change that name journeys: a state key of the same spelling stays.
 */
export function renameReferences(realm: Realm, from: string, to: string, knowledge: NodeKnowledge): RenamedReferences {
  const renamed: RenamedReferences = { nodes: {}, scripts: {} };
  for (const [key, resource] of Object.entries(realm.nodes)) {
    const config = configOf(resource);
    const type = resource._type._id;
    const changed = withReference(type, config, 'journeys', from, to, knowledge);
    if (changed !== config) renamed.nodes[key] = { ...resource, ...changed };
    const naming = namingScript(type, config, knowledge);
    const script = naming === undefined ? undefined : own(realm.scripts, naming);
    if (script === undefined) continue;
    const source = scriptBody(script);
    const next = renameInSource(source, from, to);
    if (next !== source) renamed.scripts[script._id] = withScriptBody(script, next);
  }
  return renamed;
}
