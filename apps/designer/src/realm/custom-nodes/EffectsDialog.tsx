import type { InstanceEffectAnswer } from '@tandem/api';
import { TriangleAlert } from 'lucide-react';
import { Button, Dialog } from '../../components/index.ts';
import { counted, effectWords, isLossy, journeysOf } from './words.ts';

interface Props {
  name: string;
  effects: readonly InstanceEffectAnswer[];
  busy: boolean;
  onReplace(): void;
  onLeave(): void;
  onClose(): void;
}

/** Before a type is saved: what becomes of each node of it. Nothing is written until one of the buttons. */
export function EffectsDialog({ name, effects, busy, onReplace, onLeave, onClose }: Props) {
  const journeys = journeysOf([...effects]);
  const lossy = effects.filter(isLossy).length;
  return (
    <Dialog
      title={`Journeys that use ${name}`}
      isOpen
      size="wide"
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isIdle={busy} onPress={onLeave}>
            Save the type alone
          </Button>
          <Button kind="primary" isIdle={busy} onPress={onReplace}>
            {`Save and replace ${counted(effects.length, 'node')} in place`}
          </Button>
        </>
      }
    >
      <p>
        {`The change shows on ${counted(effects.length, 'node')} in ${counted(journeys.length, 'journey')}. Replaced in place, nodes keep their connections and values where these still fit, in all journeys at once or in none. Saved alone, the type changes and the nodes stay as they are, as in AIC.`}
      </p>
      {lossy > 0 ? (
        <p className="type-loss" role="status">
          <TriangleAlert size={15} aria-hidden="true" />
          {`${counted(lossy, 'node')} ${lossy === 1 ? 'loses' : 'lose'} connections or values.`}
        </p>
      ) : null}
      {journeys.map((journey) => (
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
    </Dialog>
  );
}
