import { type Due, dues, type SimulationState } from '@tandem/engine/view';
import { type Run, runsOf } from './runs.ts';

/** What the clock comes to next. */
export interface NextEvent {
  at: number;
  /** In a few words, e.g. "session times out". */
  text: string;
}

const TEXTS = {
  visit: 'the journey goes on',
  'poll-due': 'poll due',
  'session-expired': 'session times out',
  'transaction-expired': 'Max Time is over',
  'answer-expired': 'the answer expires',
  'push-expired': 'push expires',
  'auth-id-expired': 'the page expires',
  'sso-session-expired': 'SSO session ends',
} satisfies Record<Due['kind'], string>;

/**
 * What "To next event" moves the clock to, so that nobody lets a session time out who only wanted the next poll: the first due after now, as the
 * simulator finds it.
 *
 * @param shown the run on screen; what belongs to another one is named with that run's number
 */
export function nextEventOf(state: SimulationState, now: number, shown: Run | null): NextEvent | null {
  const due = dues(state, now).find(({ at }) => at > now);
  if (!due) return null;
  const session = due.session === undefined ? undefined : state.sessions[due.session];
  const whose = session?.role === 'backchannel' ? 'backchannel: ' : '';
  const run = session?.run ?? (due.transaction === undefined ? undefined : state.transactions[due.transaction]?.run);
  const other = run !== undefined && run !== shown?.id ? runsOf(state).find(({ id }) => id === run) : undefined;
  return { at: due.at, text: `${whose}${TEXTS[due.kind]}${other ? `, run ${other.number}` : ''}` };
}
