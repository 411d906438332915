import { CircleCheck, CirclePlay, CircleX, Hourglass, OctagonPause } from 'lucide-react';
import type { NodeRunStatus, RunState } from './runStatus.ts';

const MARK = { visited: CircleCheck, current: CirclePlay, waiting: Hourglass, held: OctagonPause, failed: CircleX };
const WORD: Record<RunState, string> = {
  visited: 'Visited',
  current: 'Running',
  waiting: 'Waiting',
  held: 'Held before this node',
  failed: 'Failed',
};

/** Where the run stands, as icon and word: never by colour alone. */
export function StatusMark({ state }: { state: RunState }) {
  const Mark = MARK[state];
  return (
    <span className="status-mark" data-state={state} role="img" aria-label={WORD[state]} title={WORD[state]}>
      <Mark size={15} aria-hidden="true" />
    </span>
  );
}

/** "Running · In Progress · visited 4 times", below a node's name. */
export function statusLine(status: NodeRunStatus, outcomeLabel: string | undefined): string {
  const times = status.visits > 1 ? `visited ${status.visits} times` : null;
  return (
    [status.state === 'visited' ? null : WORD[status.state], outcomeLabel, times].filter((part) => part != null).join(' · ') || WORD[status.state]
  );
}
