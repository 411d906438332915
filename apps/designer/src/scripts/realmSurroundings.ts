import type { RealmKnowledge } from '@tandem/api';
import type { Script } from '@tandem/journey';
import { bindingSetOf } from '@tandem/scripting/bindings';
import type { Surroundings } from './code/surroundings.ts';

/** What a script may name in this realm, whichever node runs it. */
export function realmSurroundings(knowledge: RealmKnowledge, script: Pick<Script, 'context' | 'evaluatorVersion'>): Surroundings {
  return {
    set: bindingSetOf(script.context, script.evaluatorVersion),
    language: knowledge.services.scriptLanguage ?? 'aic',
    stateKeys: [],
    outcomes: null,
    // Scripts write dots where an ESV's id has dashes (Ping docs: use ESVs in scripts).
    variables: Object.keys(knowledge.variables).map((id) => id.replaceAll('-', '.')),
    libraries: Object.values(knowledge.scripts)
      .filter(({ context }) => context === 'LIBRARY')
      .map(({ name }) => name),
    failed: null,
  };
}
