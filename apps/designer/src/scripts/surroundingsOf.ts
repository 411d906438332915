import type { RealmKnowledge } from '@tandem/api';
import type { JourneyDocument, Script } from '@tandem/journey';
import { contextOf, keysKnownAt } from '@tandem/lint';
import { type Kinds, nameOf, outcomesIn } from '../editor/store/nodes.ts';
import type { Surroundings } from './code/surroundings.ts';
import { realmSurroundings } from './realmSurroundings.ts';

/** The same for the script of a node of the open journey: its outcomes, and the keys of node state that are known when it is entered. */
export function nodeSurroundings(
  knowledge: RealmKnowledge,
  kinds: Kinds,
  document: JourneyDocument,
  node: string,
  script: Pick<Script, 'context' | 'evaluatorVersion'>,
): Surroundings {
  const around = realmSurroundings(knowledge, script);
  const isProvider = around.set === 'provider' || around.set === 'legacyProvider';
  const keys = keysKnownAt(contextOf(document, knowledge), node);
  return {
    ...around,
    stateKeys: keys.map(({ key, by, always }) => {
      const [writer] = by;
      const who = writer === undefined ? 'there from the start' : `set by ${nameOf(kinds, document, writer)}`;
      return { name: key, detail: always ? who : `perhaps ${who}` };
    }),
    outcomes: isProvider ? null : outcomesIn(kinds, document, node).map(({ id, displayName }) => ({ name: id, detail: displayName })),
  };
}
