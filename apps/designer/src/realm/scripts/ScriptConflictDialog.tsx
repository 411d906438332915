import { diffScripts, type Script } from '@tandem/journey';
import { Button, Dialog } from '../../components/index.ts';
import { DiffText, scriptItem } from '../../versions/index.ts';
import type { ScriptConflict } from './useScript.ts';

interface Props {
  conflict: ScriptConflict;
  base: Script;
  mine: Script;
  onKeep(): void;
  onTake(): void;
  onLater(): void;
}

/** What one side changed: its source line by line, and its name, description, context and engine. */
function Changes({ base, side }: { base: Script; side: Script }) {
  const diff = diffScripts(base, side);
  if (diff.fields.length === 0 && !diff.source) return <p className="dim">No change</p>;
  return <DiffText groups={[{ title: 'Script', items: [scriptItem({ id: side._id, state: 'changed', before: base, after: side, ...diff })] }]} />;
}

/** Somebody else saved the script in between: what each side changed since it was read. */
export function ScriptConflictDialog({ conflict: { current }, base, mine, onKeep, onTake, onLater }: Props) {
  return (
    <Dialog
      title="Somebody else saved this script"
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
      <h3>{current === null ? 'Theirs: deleted' : `Theirs${current.script.name === base.name ? '' : `, now called ${current.script.name}`}`}</h3>
      {current === null ? <p className="dim">The script was deleted.</p> : <Changes base={base} side={current.script} />}
      <h3>{`Mine${mine.name === base.name ? '' : `, now called ${mine.name}`}`}</h3>
      <Changes base={base} side={mine} />
    </Dialog>
  );
}
