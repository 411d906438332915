import type { ImportReview } from '@tandem/api';
import { EffectList } from '../realm/custom-nodes/EffectList.tsx';
import { counted } from '../realm/custom-nodes/words.ts';

/** What a custom node type of the files does to nodes of it in other journeys, or did. */
export function TypeEffects({ types, isDone = false }: { types: ImportReview['types']; isDone?: boolean }) {
  return types.map(({ id, name, effects }) => (
    <section key={id} className="import-part">
      <h3>{`Custom node ${name}: ${counted(effects.length, 'node')} ${isDone ? 'changed with it' : effects.length === 1 ? 'changes with it' : 'change with it'}`}</h3>
      <p className="dim">
        {isDone
          ? 'In journeys that the files do not bring, they were replaced in place: what still fits was kept.'
          : 'Replacing the type replaces its nodes in journeys that the files do not bring, in place: connections and values that still fit are kept. Keep the type, or rename it, to leave them as they are.'}
      </p>
      <EffectList effects={effects} />
    </section>
  ));
}
