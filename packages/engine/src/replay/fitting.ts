import { own } from '../own.ts';
import type { Input, SimulationState } from '../state.ts';
import { type Recorded, transactionsOf } from './recorded.ts';

/** A recorded input in another run: given as it is here, later, or not at all. */
type Fit = { input: Input } | { later: true } | { why: string };

/**
 * Whether something that came from outside still fits: the session waits, and asks for what it asked for then. Keys and ids of the other run are
 * exchanged for those of this one.
 */
export function fitting(state: SimulationState, recorded: Recorded): Fit {
  const { input } = recorded;
  if (recorded.ignored) return { input };
  switch (input.kind) {
    case 'start':
      return fitStart(state, recorded, input);
    case 'answer':
      return fitAnswer(state, recorded.asked ?? [], input);
    case 'resume':
      return fitResume(state, input);
    case 'revisit':
      return own(state.sessions, input.session)?.status.kind === 'effect' ? { input } : { why: 'nothing waits for an effect' };
    case 'edit': {
      const session = own(state.sessions, input.session);
      if (!session) return { why: 'there is no such session' };
      return session.status.kind === 'ended' ? { why: 'the session has ended' } : { input };
    }
    case 'continue': {
      const session = own(state.sessions, input.session);
      if (!session) return { why: 'there is no such session' };
      if (session.status.kind === 'held') return { input };
      return session.status.kind === 'ended' ? { why: 'the session has ended' } : { later: true };
    }
    case 'message': {
      const message = own(state.outbox, input.id);
      if (!message) return { why: 'the message was not sent' };
      return message.answered ? { why: 'the message is answered already' } : { input };
    }
    default:
      return { input };
  }
}

function fitStart(state: SimulationState, { transaction }: Recorded, input: Extract<Input, { kind: 'start' }>): Fit {
  if (own(state.sessions, input.session)) return { why: 'the session was started already' };
  if (input.target.type !== 'transaction' || !transaction || own(state.transactions, input.target.id)) return { input };
  const id = transactionsOf(state, transaction.run)[transaction.nth];
  return id === undefined ? { why: 'the transaction was not created' } : { input: { ...input, target: { type: 'transaction', id } } };
}

function fitAnswer(state: SimulationState, asked: readonly string[], input: Extract<Input, { kind: 'answer' }>): Fit {
  const session = own(state.sessions, input.session);
  if (!session) return { why: 'there is no such session' };
  const { status } = session;
  if (status.kind === 'ended') return { why: 'the session has ended' };
  // A client sends its answer when it was asked, and it is asked later here.
  if (status.kind !== 'callbacks') return { later: true };
  if (status.suspended !== null) return { why: 'the journey is suspended' };
  const asks = status.callbacks.map(({ type }) => type);
  if (asks.join() !== asked.join()) return { why: `the step asks for ${named(asks)}; the answer was for ${named(asked)}` };
  return { input: { ...input, otk: session.otk } };
}

function named(types: readonly string[]): string {
  return types.join(', ') || 'nothing';
}

function fitResume(state: SimulationState, input: Extract<Input, { kind: 'resume' }>): Fit {
  const session = own(state.sessions, input.session);
  if (!session) return { why: 'there is no such session' };
  const { status } = session;
  if (status.kind === 'ended') return { why: 'the session has ended' };
  if (status.kind !== 'callbacks') return { later: true };
  if (status.suspended === null) return { why: 'the journey is not suspended' };
  return { input: { ...input, suspended: status.suspended } };
}
