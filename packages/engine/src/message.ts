import type { Draft } from './draft.ts';
import { own } from './own.ts';
import type { Input } from './state.ts';

/**
 * A person answers a push on the outbox's phone. The number challenge is approved by the right number alone; an answer after the message's time
 * counts for nothing.
 */
export function answerMessage(draft: Draft, { id, approve, number }: Extract<Input, { kind: 'message' }>): void {
  const message = own(draft.state.outbox, id);
  if (!message || message.answered || (message.push && draft.state.now >= message.push.expiresAt)) return;
  const approved = approve && (message.push?.type !== 'CHALLENGE' || number === message.push.number);
  draft.set(['outbox', id, 'answered'], true);
  draft.set(['outbox', id, 'approved'], approved);
  const wrong = approve && !approved ? ' with the wrong number' : '';
  draft.note('message-answered', `${message.kind} to ${message.to} was ${approved ? 'approved' : 'denied'}${wrong}`);
}
