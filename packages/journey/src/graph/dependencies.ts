import { own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { Realm } from '../model.ts';
import { configOf } from './config.ts';
import { customTypeOfNode, nodesOf } from './nodes.ts';

/** What a set of journeys needs from the realm, directly or through other journeys; each list without repetition, in order of use. */
export interface Dependencies {
  /** Journeys reached from the given ones, without these. */
  journeys: string[];
  scripts: string[];
  emailTemplates: string[];
  /** Realm keys of custom node types. */
  nodeTypes: string[];
}

/**
 * Follows Inner Tree Evaluator and Backchannel Initialize from journey to journey, as frodo 4 does. Names that the realm lacks are listed for
 * scripts, templates and node types, and left out of `journeys`.
 */
export function dependenciesOf(realm: Realm, names: readonly string[], knowledge: NodeKnowledge): Dependencies {
  const seen = new Set(names);
  const [scripts, emailTemplates, nodeTypes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const name of seen) {
    const journey = own(realm.journeys, name);
    if (journey === undefined) continue;
    for (const { type, resource } of nodesOf(realm, journey.tree)) {
      const custom = customTypeOfNode(realm, type);
      if (custom !== undefined) nodeTypes.add(custom);
      if (resource === undefined) continue;
      const references = knowledge.references(type, configOf(resource));
      for (const id of references.scripts) scripts.add(id);
      for (const id of references.emailTemplates) emailTemplates.add(id);
      // A set that grows while it is walked is walked to its end: that makes the search transitive.
      for (const inner of references.journeys) if (own(realm.journeys, inner) !== undefined) seen.add(inner);
    }
  }
  const given = new Set(names);
  return {
    journeys: [...seen].filter((name) => !given.has(name)),
    scripts: [...scripts],
    emailTemplates: [...emailTemplates],
    nodeTypes: [...nodeTypes],
  };
}
