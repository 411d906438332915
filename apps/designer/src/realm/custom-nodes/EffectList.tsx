import './customNodes.css';
import type { InstanceEffectAnswer } from '@tandem/api';
import { TriangleAlert } from 'lucide-react';
import { counted, effectWords, isLossy, journeysOf } from './words.ts';

/** What becomes of the nodes of a type that is changed, by journey; what is lost is said first. */
export function EffectList({ effects }: { effects: readonly InstanceEffectAnswer[] }) {
  const lossy = effects.filter(isLossy).length;
  return (
    <>
      {lossy > 0 ? (
        <p className="type-loss" role="status">
          <TriangleAlert size={15} aria-hidden="true" />
          {`${counted(lossy, 'node')} ${lossy === 1 ? 'loses' : 'lose'} connections or values.`}
        </p>
      ) : null}
      {journeysOf([...effects]).map((journey) => (
        <section key={journey} className="type-effects" aria-label={journey}>
          <h3>{journey}</h3>
          <ul>
            {effects
              .filter((effect) => effect.journey === journey)
              .map((effect) => (
                <li key={effect.node}>
                  <strong>{effect.displayName}</strong>
                  <ul>
                    {effectWords(effect).map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
