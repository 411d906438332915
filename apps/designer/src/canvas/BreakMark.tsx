import { Octagon, OctagonMinus } from 'lucide-react';
import { useContext } from 'react';
import { CanvasContext } from './CanvasContext.ts';

const WORD = { on: 'Breakpoint', off: 'Breakpoint, switched off' } as const;

/** A run is held before this node; drawn by its outline too, so that it can be told without colour. */
export function BreakMark({ id }: { id: string }) {
  const state = useContext(CanvasContext).breakpoints.get(id);
  if (state === undefined) return null;
  const Mark = state === 'on' ? Octagon : OctagonMinus;
  return (
    <span className="break-mark" data-break={state} role="img" aria-label={WORD[state]} title={WORD[state]}>
      <Mark size={16} strokeWidth={2.4} aria-hidden="true" />
    </span>
  );
}
