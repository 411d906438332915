import type { DiffState } from '@tandem/journey';
import { CircleDot, CircleMinus, CirclePlus } from 'lucide-react';

const SIGN = { added: CirclePlus, removed: CircleMinus, changed: CircleDot };
export const DIFF_WORD: Record<DiffState, string> = { added: 'Added', removed: 'Deleted', changed: 'Changed' };

/** How a node differs from the same node of another state of the journey; the word stands beside its type. */
export function DiffSign({ state }: { state: DiffState }) {
  const Sign = SIGN[state];
  return (
    <span className="diff-sign" data-diff={state}>
      <Sign size={16} aria-hidden="true" />
    </span>
  );
}
