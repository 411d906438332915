import { deepEqual } from '@tandem/journey';
import { hold, release, stopAfter, stopBefore } from './control/breakpoint.ts';
import { Draft } from './draft.ts';
import { answerMessage } from './message.ts';
import type { Model } from './model.ts';
import { own } from './own.ts';
import { prune } from './prune.ts';
import { answerSession } from './session/answer.ts';
import { startSession } from './session/create.ts';
import { editState } from './session/edit.ts';
import { liveSso } from './session/sso.ts';
import { resumeSession } from './session/suspend.ts';
import { timeOut } from './session/timeOut.ts';
import { goOnLater, visit } from './session/visit.ts';
import type { EngineEvent, Input, RequestedEffect, Session, SimulationState } from './state.ts';
import { expireTransaction } from './transaction/expire.ts';
import { initializeTransaction } from './transaction/initialize.ts';
import type { VisitInput } from './visit/newRun.ts';

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
    objects: {},
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
  const apply = handlers[input.kind] as Handler<Input['kind']>;
  apply({ model, draft, effects, session: 'session' in input ? own(state.sessions, input.session) : undefined }, input);
  draft.finish();
  return { state, events: draft.events, effects };
}

interface Scope {
  model: Model;
  draft: Draft;
  effects: RequestedEffect[];
  /** The session that the input names, when there is one. */
  session: Session | undefined;
}
type Handler<K extends Input['kind']> = (scope: Scope, input: Extract<Input, { kind: K }>) => void;

const handlers: { [K in Input['kind']]: Handler<K> } = {
  start: ({ model, draft }, input) => startSession(model, draft, input),
  answer({ model, draft, session }, input) {
    if (session) answerSession(model, draft, session, input);
  },
  resume: ({ model, draft }, input) => resumeSession(model, draft, input),
  visit(scope, { random }) {
    const { model, session, draft } = scope;
    if (session?.status.kind !== 'due' || session.status.due > draft.state.now) return;
    const stop = stopBefore(draft, session);
    if (stop !== null) {
      hold(model, draft, session, stop);
      return;
    }
    const { answers, resumed = false, begun } = session.status;
    const { began, random: drawn, results } = begun ?? { began: draft.state.now, random, results: {} };
    visitNow(scope, session, { began, random: drawn, results, answers, resumed });
  },
  effect(scope, { effect, result }) {
    const { session } = scope;
    if (session?.status.kind !== 'effect' || session.status.effect.id !== effect) return;
    const { began, random, answers, results, effect: asked, resumed = false } = session.status;
    const input = { began, random, answers, results: { ...results, [asked.key]: result }, resumed };
    if ('waited' in result && result.waited !== undefined && result.waited > 0) goOnLater(scope.draft, session, input, result.waited);
    else visitNow(scope, session, input);
  },
  revisit(scope) {
    const { session } = scope;
    if (session?.status.kind !== 'effect') return;
    const { began, random, answers, resumed = false } = session.status;
    visitNow(scope, session, { began, random, answers, results: {}, resumed });
  },
  expire({ draft }, { what, id }) {
    if (what === 'transaction') expireTransaction(draft, id);
    else {
      const session = own(draft.state.sessions, id);
      if (session && session.status.kind !== 'ended' && draft.state.now >= session.expiresAt) timeOut(draft, session);
    }
  },
  clock: ({ draft }) => draft.note('clock', 'The clock was moved'),
  latency({ draft }, { latency }) {
    draft.set(['latency'], lowerCased(latency));
    draft.note('latency', 'Latencies were set');
  },
  realm({ model, draft }, { version }) {
    draft.set(['realmVersion'], version);
    // In the live realm identity changes are the realm's own. Those that this version has need no longer be laid over it; newer ones still do.
    for (const [id, record] of Object.entries(draft.state.identities)) {
      if (deepEqual(record, own(model.realm.identities, id) ?? null)) draft.remove(['identities', id]);
    }
    for (const [key, entry] of Object.entries(draft.state.objects)) {
      if (deepEqual(entry, own(model.realm.objects, key) ?? null)) draft.remove(['objects', key]);
    }
    draft.note('realm', 'The realm changed');
  },
  logout({ draft }, { token }) {
    draft.remove(['ssoSessions', token]);
    draft.note('logout', 'A session was logged out');
  },
  access({ draft }, { token }) {
    if (!liveSso(draft.state, token)) return;
    draft.set(['ssoSessions', token, 'latestAccess'], draft.state.now);
    draft.note('clock', 'A session was used: its idle time begins anew');
  },
  edit({ draft, session }, input) {
    if (session) editState(draft, session, input);
  },
  prune: ({ draft }, { before }) => prune(draft, before),
  continue({ model, draft, session }, input) {
    if (session) release(model, draft, session, input);
  },
  breakpoints({ draft }, { breakpoints }) {
    draft.set(['breakpoints'], breakpoints);
    draft.note('control', 'Breakpoints were set');
  },
  faults({ draft }, { faults }) {
    draft.set(['faults'], faults);
    draft.note('control', faults.length === 0 ? 'Everything works again' : 'Faults were set');
  },
  stubs({ draft }, { stubs }) {
    draft.set(['stubs'], stubs);
    draft.note('control', 'HTTP stubs of this simulation were set');
  },
  message: ({ draft }, input) => answerMessage(draft, input),
  initialize: ({ model, draft }, input) => initializeTransaction(model, draft, input),
  'session-properties'({ draft }, { token, properties }) {
    const sso = liveSso(draft.state, token);
    if (!sso) return;
    draft.set(['ssoSessions', token, 'properties'], { ...sso.properties, ...properties });
    draft.note('clock', 'Properties of a session were set');
  },
};

function visitNow({ model, draft, effects }: Scope, session: Session, input: VisitInput): void {
  const effect = visit(model, draft, session, input);
  if (effect) effects.push(effect);
  else stopAfter(model, draft, session);
}

/** Effects that a stored state still waits for: found again by running their visits, whose inputs are kept. The state is left as it was. */
export function pendingEffects(model: Model, state: SimulationState): RequestedEffect[] {
  const found: RequestedEffect[] = [];
  for (const session of Object.values(state.sessions)) {
    const { status } = session;
    if (status.kind !== 'effect') continue;
    const draft = new Draft(state);
    const mark = draft.mark();
    const effect = visit(model, draft, session, { ...status, resumed: status.resumed === true });
    draft.rollback(mark);
    if (effect) found.push({ ...effect, id: status.effect.id });
  }
  return found;
}

/** Latency names are matched ignoring case; ids are lower case already. */
function lowerCased(latency: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(latency).map(([name, ms]) => [name.toLowerCase(), ms]));
}
