import type { Json, Realm } from '@tandem/journey';
import {
  type Effect,
  failedPolicies,
  isSealed,
  normalSecret,
  type PasswordEffect,
  type ScriptEffect,
  type ScriptResult,
  type Sealed,
} from '@tandem/nodes';
import {
  createState,
  dues,
  type EffectAnswer,
  type EngineEvent,
  type GivenAnswer,
  type Input,
  Model,
  needsInput,
  pendingEffects,
  type RequestData,
  type Session,
  type SimulationState,
  type StartTarget,
  step,
} from '../src/index.ts';

export const START = Date.UTC(2026, 10, 1, 10, 0, 0);
export const seal = (text: string): Sealed => ({ $sealed: `sealed:${text}`, empty: text === '' });

const request: RequestData = { base: 'http://localhost:8080/am', headers: { 'accept-language': ['en'] }, parameters: {}, cookies: {}, token: null };

export type ScriptStub = (effect: ScriptEffect) => Partial<ScriptResult>;

/** Drives the engine in tests as the simulator does, but in one call: effects are answered at once unless they are held. */
export class TestSimulation {
  model: Model;
  state: SimulationState;
  readonly inputs: Input[] = [];
  readonly events: EngineEvent[] = [];
  /** The events themselves, of which `events` are copies. */
  readonly raw: EngineEvent[] = [];
  readonly effects: { session: string; id: string; effect: Effect }[] = [];
  holdEffects = false;
  private count = 0;

  constructor(
    realm: Realm,
    readonly options: { latency?: Record<string, number>; scripts?: Record<string, ScriptStub> } = {},
  ) {
    this.model = new Model(realm);
    this.state = createState({ now: START, latency: options.latency });
  }

  apply(input: Input): void {
    this.inputs.push(structuredClone(input));
    const result = step(this.model, this.state, input);
    this.raw.push(...result.events);
    this.events.push(...structuredClone(result.events));
    this.effects.push(...result.effects);
  }

  submit(input: Input extends infer I ? (I extends Input ? Omit<I, 'at' | 'random'> : never) : never, at = this.state.now): void {
    this.count += 1;
    this.apply({ ...input, at, random: this.count.toString(16).padStart(64, '0') } as Input);
    this.drain();
  }

  start(target: string | StartTarget, options: Partial<RequestData> & { id?: string } = {}): Session {
    const id = options.id ?? `session-${Object.keys(this.state.sessions).length + 1}`;
    this.submit({
      kind: 'start',
      session: id,
      player: null,
      target: typeof target === 'string' ? { type: 'service', journey: target } : target,
      request: { ...request, ...options },
    });
    return this.session(id);
  }

  /** Goes on from a stored state, as a restarted process does. */
  restore(state: SimulationState): void {
    this.model = new Model(this.model.realm);
    this.state = state;
    this.effects.splice(0, this.effects.length, ...pendingEffects(this.model, state));
  }

  open(transaction: string, options: Partial<RequestData> = {}): Session {
    return this.start({ type: 'transaction', id: transaction }, options);
  }

  session(id: string): Session {
    const session = this.state.sessions[id];
    if (!session) throw new Error(`No session ${id}.`);
    return session;
  }

  /** Answers the callbacks of a session: one value for each callback that has an input, in order; left out ones stay as sent. */
  answer(session: Session, ...values: Json[]): Session {
    const { status } = session;
    if (status.kind !== 'callbacks') throw new Error(`Session ${session.id} does not wait for an answer but is ${JSON.stringify(status)}.`);
    const given = [...values];
    const answers = status.callbacks.map((callback): GivenAnswer => {
      if (callback.input.length === 0 || given.length === 0) return { type: callback.type, values: {} };
      const value = given.shift() as Json;
      return { type: callback.type, values: { '': callback.type === 'PasswordCallback' ? (seal(String(value)) as unknown as Json) : value } };
    });
    this.submit({ kind: 'answer', session: session.id, otk: session.otk, digest: JSON.stringify(answers), answers, request });
    return this.session(session.id);
  }

  /** Moves the clock, stopping at everything due. */
  advance(seconds: number): void {
    const goal = this.state.now + seconds * 1000;
    for (;;) {
      const due = dues(this.state).find(needsInput);
      if (!due || due.at > goal) break;
      if (due.kind === 'visit') this.submit({ kind: 'visit', session: due.session ?? '' }, Math.max(due.at, this.state.now));
      else
        this.submit(
          { kind: 'expire', what: due.session === undefined ? 'transaction' : 'session', id: due.session ?? due.transaction ?? '' },
          due.at,
        );
    }
    this.submit({ kind: 'clock' }, goal);
  }

  /** Names of what the client is asked for, or how the session ended. */
  shown(session: Session): string {
    const { status } = this.session(session.id);
    if (status.kind === 'ended') return `${status.result}${status.message ? `: ${status.message}` : ''}`;
    if (status.kind === 'callbacks') return status.callbacks.map((callback) => callback.type).join('+');
    return status.kind;
  }

  /** The steps of a session as "Node:outcome" or "Node?" where it asked; the golden trace of tests. */
  trace(session: Session): string[] {
    const own = this.events.filter((event) => event.session === session.id);
    return own.flatMap((event) =>
      event.kind === 'visited' ? [`${event.nodeName}:${event.outcome}`] : event.kind === 'callbacks' ? [`${event.nodeName}?`] : [],
    );
  }

  log(): string[] {
    return this.events.filter((event) => event.kind === 'log').map((event) => `${event.level}: ${event.message}`);
  }

  transaction(): SimulationState['transactions'][string] {
    const [transaction] = Object.values(this.state.transactions);
    if (!transaction) throw new Error('No transaction.');
    return transaction;
  }

  answerEffect(): void {
    const effect = this.effects.shift();
    if (!effect) throw new Error('No effect to answer.');
    this.submit({ kind: 'effect', session: effect.session, effect: effect.id, result: this.resultOf(effect.effect) });
  }

  private drain(): void {
    for (;;) {
      const due = dues(this.state).find((candidate) => candidate.kind === 'visit' && candidate.at <= this.state.now);
      if (due) {
        this.count += 1;
        this.apply({ kind: 'visit', session: due.session ?? '', at: this.state.now, random: this.count.toString(16).padStart(64, '0') });
      } else if (this.effects.length > 0 && !this.holdEffects) this.answerEffect();
      else return;
    }
  }

  private resultOf(effect: Effect): EffectAnswer {
    switch (effect.kind) {
      case 'script':
        return scriptResult(effect, this.options.scripts?.[effect.scriptId]);
      case 'password':
        return { matches: passwordMatches(effect) };
      case 'hash':
        return { hash: `hash:${normalSecret(opened(effect.password), effect.as)}` };
      case 'compare':
        return { equal: normalSecret(opened(effect.left), effect.as) === normalSecret(opened(effect.right), effect.as) };
      case 'policy':
        return { failed: failedPolicies(effect.policies, isSealed(effect.value) ? opened(effect.value) : effect.value, effect.object) };
    }
  }
}

function passwordMatches(effect: PasswordEffect): boolean {
  return effect.hash === `hash:${normalSecret(opened(effect.password), effect.as)}`;
}

/** A test's seal shows what is in it. */
function opened(secret: Sealed | string): string {
  return typeof secret === 'string' ? secret : secret.$sealed.slice('sealed:'.length);
}

function scriptResult(effect: ScriptEffect, stub: ScriptStub | undefined): ScriptResult {
  const empty: ScriptResult = { status: 'ok', callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };
  return { ...empty, ...(stub?.(effect) ?? { outcome: 'outcome' }) };
}
