import type { SimEvent } from '@tandem/api';
import type { Session } from '@tandem/engine/view';
import { parseAnswer, type Step } from '../../callbacks/index.ts';
import type { RunHistory } from '../moment/histories.ts';

/** The step that a session waits with, as its client got it: inputs are named by their callback's place. */
export function stepOfSession(session: Session): Step | null {
  const { status } = session;
  if (status.kind !== 'callbacks') return null;
  const callbacks = status.callbacks.map((callback, index) => ({
    type: callback.type,
    output: callback.output,
    input: callback.input.map(({ suffix, value }) => ({ name: `IDToken${index + 1}${suffix}`, value })),
  }));
  const { stage, header, description } = status;
  const answer = parseAnswer(200, { authId: '', callbacks, stage, header, description });
  return answer.kind === 'step' ? answer : null;
}

/** What a client showed at a moment: the page it had got last, and whether its answer was under way. */
export interface Seen {
  session: Session;
  isSent: boolean;
}

/**
 * While a session goes on its client still shows the page before, so that page is looked for among the moments before.
 *
 * @param events of the run, in order of seq
 * @returns null where the client has got no page yet
 */
export function seenAt(session: Session, seq: number, events: readonly SimEvent[], history: RunHistory): Seen | null {
  const { kind } = session.status;
  if (kind === 'callbacks' || kind === 'ended') return { session, isSent: false };
  const page = events.findLast(
    (event) => event.seq <= seq && event.session === session.id && (event.kind === 'callbacks' || event.kind === 'suspended'),
  );
  const then = page && page.seq <= history.end ? history.at(page.seq).sessions[session.id] : undefined;
  return then?.status.kind === 'callbacks' ? { session: then, isSent: true } : null;
}
