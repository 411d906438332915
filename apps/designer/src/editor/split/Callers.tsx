import { CornerUpLeft } from 'lucide-react';
import { Button } from '../../components/index.ts';
import type { Caller } from './callers.ts';

/** More are found with "where used". */
const MOST = 3;

function CallerButton({ caller, onOpen }: { caller: Caller; onOpen(caller: Caller): void }) {
  const { journey, name, how } = caller;
  const where = name === null ? journey : `${journey} · ${name}`;
  return (
    <Button size="small" kind="quiet" icon={<CornerUpLeft size={14} aria-hidden="true" />} onPress={() => onOpen(caller)}>
      {how === 'starts' ? `Started by ${where}` : `Return to ${where}`}
    </Button>
  );
}

/** What leads to this journey: the nodes that start it, or the journeys that it is inside of. */
export function Callers({ callers, onOpen }: { callers: readonly Caller[]; onOpen(caller: Caller): void }) {
  if (callers.length === 0) return null;
  const more = callers.length - MOST;
  return (
    <nav className="pane-callers" aria-label="What leads to this journey">
      {callers.slice(0, MOST).map((caller) => (
        <CallerButton key={`${caller.journey}/${caller.node}/${caller.how}`} caller={caller} onOpen={onOpen} />
      ))}
      {more > 0 ? <span className="dim">{`and ${more} more`}</span> : null}
    </nav>
  );
}
