import type { InstanceEffectAnswer } from '@tandem/api';
import { Button, Dialog } from '../../components/index.ts';
import { EffectList } from './EffectList.tsx';
import { counted, journeysOf } from './words.ts';

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
      <EffectList effects={effects} />
    </Dialog>
  );
}
