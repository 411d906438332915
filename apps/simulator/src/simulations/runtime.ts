import {
  type Due,
  dues,
  type EngineEvent,
  type Input,
  type Model,
  needsInput,
  pendingEffects,
  type RequestedEffect,
  type Session,
  type SimulationState,
  sessionDues,
  step,
  transactionDues,
} from '@tandem/engine';
import { secureBytes } from '../storage/random.ts';
import { Agenda } from './agenda.ts';
import type { Rate, SimulationClock } from './clock.ts';
import { EffectsUnderWay } from './effects-under-way.ts';
import type { RuntimeOptions, Submission } from './runtime-options.ts';
import { uuidFrom } from './seed.ts';
import { StepKeeper } from './step-keeper.ts';
import { type Leaving, RequestAbandoned, Waiters } from './waiters.ts';

const PRUNE_EVERY = 500;
const KEEP_CLOCK_MS = 1000;
/** Things that become due are fired in portions of so many; between them, others get their turn. */
const PORTION = 50;
/** setTimeout takes no more. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * Drives one simulation: turns requests, effects and time into engine inputs, one after the other, and tells whoever waits once a step is stored.
 */
export class SimulationRuntime {
  readonly id: string;
  readonly realm: string;
  readonly clock: SimulationClock;
  model: Model;
  readonly state: SimulationState;
  private readonly keeper: StepKeeper;
  private readonly agenda = new Agenda();
  private readonly waiters = new Waiters();
  private readonly effects: EffectsUnderWay;
  private timer: NodeJS.Timeout | undefined;
  private clockKeeper: NodeJS.Timeout | undefined;
  private moving: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly options: RuntimeOptions) {
    this.id = options.id;
    this.realm = options.realm;
    this.clock = options.clock;
    this.model = options.model;
    this.state = options.state;
    this.effects = new EffectsUnderWay(options.id, options.answerEffect);
    this.keeper = new StepKeeper(options, options.steps, (error) => this.lose(error));
    for (const session of Object.values(this.state.sessions)) this.agenda.put(session.id, timed(sessionDues(session)));
    for (const transaction of Object.values(this.state.transactions)) this.agenda.put(transaction.id, transactionDues(transaction));
  }

  /** Takes up what was under way when the state was stored: effects without an answer, visits and deadlines that are due. */
  resume(): void {
    const pending = pendingEffects(this.model, this.state);
    const asked = new Set(pending.map(({ session }) => session));
    for (const { id, status } of Object.values(this.state.sessions)) {
      if (status.kind === 'effect' && !asked.has(id)) this.apply({ kind: 'revisit', session: id }, this.clock.now());
    }
    for (const effect of pending) this.startEffect(effect);
    this.catchUp();
  }

  /**
   * Applies an input and everything that is due then.
   * @returns when it is stored
   */
  submit(submission: Submission, random = this.random()): Promise<void> {
    if (this.closed) return Promise.reject(closedError());
    this.catchUp();
    this.apply(submission, this.clock.now(), random);
    this.catchUp();
    return this.keeper.stored;
  }

  /** Starts a session and waits until its client has to be told something. */
  start(target: Extract<Input, { kind: 'start' }>['target'], request: Session['request'], player: string | null, leaving: Leaving): Promise<Session> {
    const random = this.random();
    // Hashed, because its one-time key comes from the same bytes.
    const session = uuidFrom(`session:${random}`);
    const answer = this.waiters.wait(session, leaving);
    void this.submit({ kind: 'start', session, player, target, request }, random).catch((error: unknown) => this.waiters.fail(session, error));
    return answer;
  }

  /** Gives a session its client's answers and waits until the client has to be told something. */
  answer(submission: Omit<Extract<Input, { kind: 'answer' }>, 'at' | 'random' | 'kind'>, leaving: Leaving): Promise<Session> {
    const answer = this.waiters.wait(submission.session, leaving);
    void this.submit({ kind: 'answer', ...submission }).catch((error: unknown) => this.waiters.fail(submission.session, error));
    return answer;
  }

  /** Brings a suspended session's client back and waits until it has to be told something. */
  back(submission: Omit<Extract<Input, { kind: 'resume' }>, 'at' | 'random' | 'kind'>, leaving: Leaving): Promise<Session> {
    const answer = this.waiters.wait(submission.session, leaving);
    void this.submit({ kind: 'resume', ...submission }).catch((error: unknown) => this.waiters.fail(submission.session, error));
    return answer;
  }

  /** Waits for a session that is under way, for a client that asked again. */
  wait(session: string, leaving: Leaving): Promise<Session> {
    const answer = this.waiters.wait(session, leaving);
    this.settle(session);
    return answer;
  }

  /**
   * Moves a virtual clock to a time, stopping at everything that becomes due on the way, in time order, effects included.
   * @returns what became due
   */
  moveTo(target: number | 'next-event' | { by: number }): Promise<{ now: number; fired: Due[] }> {
    // One after the other: a second "6 s on" counts from where the first one ended.
    const move = this.moving.then(async () => {
      await this.idle();
      this.checkOpen();
      const goal = this.goalOf(target);
      const fired: Due[] = [];
      const start = this.clock.now();
      for (;;) {
        const due = this.agenda.peek();
        if (!due || due.at > goal) break;
        this.clock.moveTo(due.at);
        fired.push(due);
        this.fire(due);
        await this.idle();
        if (fired.length % PORTION === 0) await new Promise((resolve) => setImmediate(resolve));
        this.checkOpen();
      }
      this.clock.moveTo(goal);
      fired.push(...dues(this.state, start).filter((due) => !needsInput(due) && due.at > start && due.at <= goal));
      if (this.state.now < goal) this.apply({ kind: 'clock' }, goal);
      this.arm();
      await this.keeper.stored;
      return { now: this.clock.now(), fired: fired.sort((a, b) => a.at - b.at) };
    });
    this.moving = move.catch(() => undefined);
    return move;
  }

  /** Resolves when no effect is under way and everything due has run. */
  idle(): Promise<void> {
    return this.effects.idle();
  }

  /** Sets how fast a virtual clock runs. What was due until now has run before. */
  setRate(rate: Rate): void {
    this.catchUp();
    const now = this.clock.now();
    this.clock.setRate(rate);
    clearInterval(this.clockKeeper);
    this.options.keepClock?.(now);
    if (this.clock.running) this.clockKeeper = setInterval(() => this.options.keepClock?.(this.clock.now()), KEEP_CLOCK_MS).unref();
    this.arm();
  }

  /** Whether nothing goes on by itself and nobody waits. */
  get quiet(): boolean {
    return this.effects.size === 0 && this.waiters.size === 0 && !(this.clock.mode === 'virtual' && this.clock.running);
  }

  replaceModel(model: Model, version: number): Promise<void> {
    this.model = model;
    return this.submit({ kind: 'realm', version });
  }

  /** Resolves when nothing more is written by this runtime. */
  async close(): Promise<void> {
    this.shut();
    await this.moving;
    await this.keeper.close();
  }

  private shut(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.clockKeeper);
    this.waiters.abandon();
  }

  /** @throws RequestAbandoned when this runtime was closed, or lost a step: the simulation may live on in another one. */
  private checkOpen(): void {
    if (this.closed) throw closedError();
  }

  private goalOf(target: number | 'next-event' | { by: number }): number {
    if (typeof target === 'number') return target;
    return target === 'next-event' ? (nextEvent(this.state) ?? this.clock.now()) : this.clock.now() + target.by;
  }

  private random(): string {
    return this.options.random?.() ?? secureBytes(32).toString('hex');
  }

  private catchUp(): void {
    const now = this.clock.now();
    for (let due = this.agenda.peek(); due && due.at <= now && !this.closed; due = this.agenda.peek()) this.fire(due);
    this.arm();
  }

  private fire(due: Due): void {
    if (due.kind === 'visit' && due.session !== undefined) this.apply({ kind: 'visit', session: due.session }, due.at);
    else if (due.kind === 'session-expired' && due.session !== undefined) this.apply({ kind: 'expire', what: 'session', id: due.session }, due.at);
    else if (due.transaction !== undefined) this.apply({ kind: 'expire', what: 'transaction', id: due.transaction }, due.at);
  }

  private arm(): void {
    clearTimeout(this.timer);
    const due = this.agenda.peek();
    const wait = due && !this.closed ? this.clock.wallUntil(due.at) : undefined;
    if (wait !== undefined) this.timer = setTimeout(() => this.catchUp(), Math.min(wait, MAX_TIMER_MS)).unref();
  }

  private apply(submission: Submission, at: number, random = this.random()): void {
    this.checkOpen();
    // V8 is slow at literals that begin with a spread (see visit/run.ts); nothing submitted carries a time or chance of its own.
    const input = { at: Math.max(at, this.state.now), random, ...submission } as Input;
    const { events, effects } = step(this.model, this.state, input);
    const steps = this.keeper.add(input, events);
    this.track(events, input);
    this.keeper.keep(this.state);
    for (const effect of effects) this.startEffect(effect);
    this.forget(steps);
  }

  private lose(error: unknown): void {
    if (this.closed) return;
    this.shut();
    this.options.onLost(error);
  }

  private forget(steps: number): void {
    const { keepEndedMs } = this.options;
    if (keepEndedMs !== undefined && steps % PRUNE_EVERY === 0) this.apply({ kind: 'prune', before: this.state.now - keepEndedMs }, this.state.now);
  }

  private track(events: readonly EngineEvent[], input: Input): void {
    const sessions = new Set<string>();
    const transactions = new Set<string>();
    if ('session' in input) sessions.add(input.session);
    for (const event of events) {
      if (event.session !== undefined) sessions.add(event.session);
      if (event.transaction !== undefined) transactions.add(event.transaction);
    }
    for (const id of transactions) {
      const transaction = this.state.transactions[id];
      if (transaction) this.agenda.put(id, transactionDues(transaction));
    }
    for (const id of sessions) {
      const session = this.state.sessions[id];
      if (session) this.agenda.put(id, timed(sessionDues(session)));
      this.settle(id);
    }
  }

  /** Answers the clients of a session that has something to say, once what they are told is stored. */
  private settle(id: string): void {
    const session = this.state.sessions[id];
    if (!session || (session.status.kind !== 'callbacks' && session.status.kind !== 'ended')) return;
    // The session itself is changed in place; they are told of it as it is now.
    if (this.waiters.has(id)) this.waiters.settle(id, this.keeper.stored, { ...session });
  }

  private startEffect(effect: RequestedEffect): void {
    // The identities of this moment: while a script runs, a new realm version may take over what was changed before.
    const state = { ...this.state, identities: { ...this.state.identities }, objects: { ...this.state.objects } };
    this.effects.start(effect, { simulation: this.id, model: this.model, state }, (result) => {
      if (this.closed) return;
      this.apply({ kind: 'effect', session: effect.session, effect: effect.id, result }, this.clock.now());
      this.catchUp();
    });
  }
}

function closedError(): RequestAbandoned {
  return new RequestAbandoned('The simulation was closed.');
}

/** A poll's end is the client's business: nothing to run. */
function timed(list: Due[]): Due[] {
  return list.filter(needsInput);
}

function nextEvent(state: SimulationState): number | undefined {
  return dues(state).find((due) => due.at > state.now)?.at;
}
