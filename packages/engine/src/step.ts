import { Draft } from './draft.ts';
import { type Model, own } from './model.ts';
import { answerSession } from './session/answer.ts';
import { startSession } from './session/create.ts';
import { timeOut } from './session/timeOut.ts';
import { visit } from './session/visit.ts';
import type { EngineEvent, Input, RequestedEffect, Session, SimulationState } from './state.ts';
import { expireTransaction } from './transaction/expire.ts';

export interface StepResult {
  state: SimulationState;
  events: EngineEvent[];
  /** To be answered with inputs of kind "effect". */
  effects: RequestedEffect[];
}

export function createState(options: {
  now: number;
  latency?: Record<string, number> | undefined;
  realmVersion?: number | undefined;
}): SimulationState {
  return {
    now: options.now,
    seq: 0,
    arrivals: 0,
    realmVersion: options.realmVersion ?? 0,
    sessions: {},
    transactions: {},
    ssoSessions: {},
    identities: {},
    outbox: {},
    latency: lowerCased(options.latency ?? {}),
  };
}

/**
 * The engine: one input, one step. Deterministic: the same model, state and input give the same state and events, byte for byte.
 *
 * The given state is consumed: it is changed in place and returned (see Draft). Copy it first to keep it.
 *
 * An input that does not fit the state (an answer to a session that moved on, an effect that nobody waits for) changes nothing but the time.
 */
export function step(model: Model, state: SimulationState, input: Input): StepResult {
  const draft = new Draft(state);
  const effects: RequestedEffect[] = [];
  if (input.at > state.now) draft.set(['now'], input.at);
  apply(model, draft, input, effects);
  draft.finish();
  return { state, events: draft.events, effects };
}

function apply(model: Model, draft: Draft, input: Input, effects: RequestedEffect[]): void {
  const { state } = draft;
  const visitNow = (session: Session, ...rest: VisitArguments): void => {
    const effect = visit(model, draft, session, ...rest);
    if (effect) effects.push(effect);
  };
  switch (input.kind) {
    case 'start':
      return startSession(model, draft, input);
    case 'answer': {
      const session = own(state.sessions, input.session);
      return session && answerSession(model, draft, session, input);
    }
    case 'visit': {
      const session = own(state.sessions, input.session);
      if (session?.status.kind === 'due' && session.status.due <= state.now) visitNow(session, input.random, session.status.answers, {});
      return;
    }
    case 'effect': {
      const session = own(state.sessions, input.session);
      const status = session?.status;
      if (!session || status?.kind !== 'effect' || status.effect.id !== input.effect) return;
      return visitNow(session, status.random, status.answers, { ...status.results, [status.effect.key]: input.result });
    }
    case 'expire': {
      if (input.what === 'transaction') return expireTransaction(draft, input.id);
      const session = own(state.sessions, input.id);
      if (session && session.status.kind !== 'ended' && state.now >= session.expiresAt) timeOut(draft, session);
      return;
    }
    case 'clock':
      return draft.emit({ kind: 'clock', message: 'The clock was moved' });
    case 'latency':
      draft.set(['latency'], lowerCased(input.latency));
      return draft.emit({ kind: 'latency', message: 'Latencies were set' });
    case 'realm':
      draft.set(['realmVersion'], input.version);
      // In the live realm identity changes are the realm's own: the new version has them.
      draft.set(['identities'], {});
      return draft.emit({ kind: 'realm', message: 'The realm changed' });
    case 'logout':
      draft.remove(['ssoSessions', input.token]);
      return draft.emit({ kind: 'logout', message: 'A session was logged out' });
    case 'message': {
      const message = own(state.outbox, input.id);
      if (!message || message.answered) return;
      draft.set(['outbox', input.id, 'answered'], true);
      draft.set(['outbox', input.id, 'approved'], input.approve);
      return draft.emit({ kind: 'message-answered', message: `${message.kind} to ${message.to} was ${input.approve ? 'approved' : 'denied'}` });
    }
  }
}
type VisitArguments = Parameters<typeof visit> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never;

/** Effects that a stored state still waits for: found again by running their visits, whose inputs are kept. The state is left as it was. */
export function pendingEffects(model: Model, state: SimulationState): RequestedEffect[] {
  const found: RequestedEffect[] = [];
  for (const session of Object.values(state.sessions)) {
    const { status } = session;
    if (status.kind !== 'effect') continue;
    const draft = new Draft(state);
    const mark = draft.mark();
    const effect = visit(model, draft, session, status.random, status.answers, status.results);
    draft.rollback(mark);
    if (effect) found.push({ ...effect, id: status.effect.id });
  }
  return found;
}

/** Latency names are matched ignoring case; ids are lower case already. */
function lowerCased(latency: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(latency).map(([name, ms]) => [name.toLowerCase(), ms]));
}
