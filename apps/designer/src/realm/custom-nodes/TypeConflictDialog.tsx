import type { CustomNodeType } from '@tandem/journey';
import { ConflictDialog } from '../../components/index.ts';
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

function Changes({ base, side }: { base: CustomNodeType | null; side: CustomNodeType }) {
  if (base === null) return null;
  const words = differences(base, side);
  return (
    <div className="type-effects">
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
        {words.length === 0 && base.script === side.script ? <li>No change</li> : null}
      </ul>
      {base.script === side.script ? null : <ScriptLines script={{ before: scriptOf(base), after: scriptOf(side) }} />}
    </div>
  );
}

/** Somebody else saved the type in between: what each side changed since it was read. */
export function TypeConflictDialog({ conflict: { current }, base, mine, onKeep, onTake, onLater }: Props) {
  return (
    <ConflictDialog
      word="custom node"
      isDeleted={current === null}
      theirs={current === null ? null : <Changes base={base} side={current.nodeType} />}
      mine={<Changes base={base} side={mine} />}
      {...{ onLater, onTake, onKeep }}
    />
  );
}
