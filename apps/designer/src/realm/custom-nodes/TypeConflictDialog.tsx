import type { CustomNodeType } from '@tandem/journey';
import { Button, Dialog } from '../../components/index.ts';
import { ScriptLines } from '../../versions/index.ts';
import { scriptOf } from './draft.ts';
import type { TypeConflict } from './useCustomNode.ts';
import { differences } from './words.ts';

interface Props {
  conflict: TypeConflict;
  base: CustomNodeType | null;
  mine: CustomNodeType;
  onKeep(): void;
  onTake(): void;
  onLater(): void;
}

function Side({ title, base, side }: { title: string; base: CustomNodeType | null; side: CustomNodeType }) {
  if (base === null) return <h3>{title}</h3>;
  const words = differences(base, side);
  return (
    <section className="type-effects" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
        {words.length === 0 && base.script === side.script ? <li>No change</li> : null}
      </ul>
      {base.script === side.script ? null : <ScriptLines script={{ before: scriptOf(base), after: scriptOf(side) }} />}
    </section>
  );
}

/** Somebody else saved the type in between: what each side changed since it was read. */
export function TypeConflictDialog({ conflict: { current }, base, mine, onKeep, onTake, onLater }: Props) {
  return (
    <Dialog
      title="Somebody else saved this custom node"
      isOpen
      onClose={onLater}
      size="wide"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onLater}>Decide later</Button>
          <Button kind="danger" onPress={onTake}>
            {current === null ? 'Leave it deleted, drop mine' : 'Take theirs, drop mine'}
          </Button>
          <Button kind="primary" onPress={onKeep}>
            {current === null ? 'Create it again' : 'Keep mine, overwrite theirs'}
          </Button>
        </>
      }
    >
      <p>Nothing is saved or lost yet. Both sides changed since you opened it:</p>
      {current === null ? <h3>Theirs: deleted</h3> : <Side title="Theirs" base={base} side={current.nodeType} />}
      <Side title="Mine" base={base} side={mine} />
    </Dialog>
  );
}
