import { diffScripts, type Script } from '@tandem/journey';
import { ConflictDialog } from '../../components/index.ts';
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

const renamed = (base: Script, side: Script | undefined) => (side === undefined || side.name === base.name ? '' : `, now called ${side.name}`);

/** Somebody else saved the script in between: what each side changed since it was read. */
export function ScriptConflictDialog({ conflict: { current }, base, mine, onKeep, onTake, onLater }: Props) {
  return (
    <ConflictDialog
      word="script"
      isDeleted={current === null}
      theirs={current === null ? null : <Changes base={base} side={current.script} />}
      mine={<Changes base={base} side={mine} />}
      theirsTitle={renamed(base, current?.script)}
      mineTitle={renamed(base, mine)}
      {...{ onLater, onTake, onKeep }}
    />
  );
}
