import {
  type Due,
  type Input,
  type Model,
  pendingEffects,
  type RequestedEffect,
  type Session,
  type SimulationState,
  step,
  type Transaction,
} from '@tandem/engine';
import { secureBytes } from '../storage/random.ts';
import type { Sealer } from '../storage/sealer.ts';
import type { OwnAddresses } from './addresses.ts';
import type { Rate, SimulationClock } from './clock.ts';
import { EffectsUnderWay } from './effects-under-way.ts';
import { Moves, type MoveTarget } from './moves.ts';
import type { RuntimeOptions, Submission } from './runtime-options.ts';
import { Schedule } from './schedule.ts';
import { uuidFrom } from './seed.ts';
import { StepKeeper } from './step-keeper.ts';
import { Stops } from './stops.ts';
import { type Leaving, RequestAbandoned, Waiters } from './waiters.ts';

const PRUNE_EVERY = 500;
const KEEP_CLOCK_MS = 1000;
/** setTimeout takes no more. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * Drives one simulation: turns requests, effects and time into engine inputs, one after the other, and tells whoever waits once a step is stored.
 */
export class SimulationRuntime {
  readonly id: string;
  readonly realm: string;
  readonly clock: SimulationClock;
  readonly sealer: Sealer;
  readonly ownAddresses: OwnAddresses;
  model: Model;
  readonly state: SimulationState;
  private readonly keeper: StepKeeper;
  private readonly schedule: Schedule;
  private readonly moves: Moves;
  private readonly waiters = new Waiters();
  private readonly effects: EffectsUnderWay;
  private timer: NodeJS.Timeout | undefined;
  private clockKeeper: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly stops: Stops;

  constructor(private readonly options: RuntimeOptions) {
    this.id = options.id;
    this.realm = options.realm;
    this.clock = options.clock;
    this.sealer = options.sealer;
    this.ownAddresses = options.ownAddresses;
    this.model = options.model;
    this.state = options.state;
    this.effects = new EffectsUnderWay(options.id, options.answerEffect);
    this.keeper = new StepKeeper(options, options.steps, (error) => this.lose(error));
    this.schedule = new Schedule(this.state);
    this.stops = new Stops(this.state, this.clock);
    this.moves = new Moves({
      clock: this.clock,
      schedule: this.schedule,
      stops: this.stops,
      idle: () => this.idle(),
      checkOpen: () => this.checkOpen(),
      fire: (due) => this.fire(due),
      arrived: (goal) => {
        if (this.state.now < goal) this.apply({ kind: 'clock' }, goal);
        this.arm();
        return this.keeper.stored;
      },
    });
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

  /** Starts a backchannel transaction for a client. @returns it, once it is stored */
  async initialize(spec: Extract<Input, { kind: 'initialize' }>['spec'], base: string): Promise<Transaction> {
    const random = this.random();
    const transaction = uuidFrom(`transaction:${random}`);
    await this.submit({ kind: 'initialize', transaction, spec, base }, random);
    return this.state.transactions[transaction] as Transaction;
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
  moveTo(target: MoveTarget): Promise<{ now: number; fired: Due[] }> {
    return this.moves.moveTo(target);
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
    if (this.closed) return Promise.reject(closedError());
    // What is due until now still belongs to the realm before.
    this.catchUp();
    this.model = model;
    this.apply({ kind: 'realm', version }, this.clock.now());
    this.catchUp();
    return this.keeper.stored;
  }

  /** Resolves when nothing more is written by this runtime. */
  async close(): Promise<void> {
    this.shut();
    await this.moves.settled();
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

  private random(): string {
    return this.options.random?.() ?? secureBytes(32).toString('hex');
  }

  private catchUp(): void {
    const now = this.clock.now();
    for (let due = this.schedule.peek(); due && due.at <= now && !this.closed; due = this.schedule.peek()) this.fire(due);
    this.arm();
  }

  private fire(due: Due): void {
    if (due.kind === 'visit' && due.session !== undefined) this.apply({ kind: 'visit', session: due.session }, due.at);
    else if (due.kind === 'session-expired' && due.session !== undefined) this.apply({ kind: 'expire', what: 'session', id: due.session }, due.at);
    else if (due.transaction !== undefined) this.apply({ kind: 'expire', what: 'transaction', id: due.transaction }, due.at);
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    if (this.stops.pauses()) {
      this.setRate(0);
      this.options.onPaused?.();
      return;
    }
    const next = Math.min(this.schedule.peek()?.at ?? Number.POSITIVE_INFINITY, this.stops.next() ?? Number.POSITIVE_INFINITY);
    const wait = Number.isFinite(next) ? this.clock.wallUntil(next) : undefined;
    if (wait !== undefined) this.timer = setTimeout(() => this.catchUp(), Math.min(wait, MAX_TIMER_MS)).unref();
  }

  private apply(submission: Submission, at: number, random = this.random()): void {
    this.checkOpen();
    // V8 is slow at literals that begin with a spread (see visit/run.ts); nothing submitted carries a time or chance of its own.
    const input = { at: Math.max(at, this.state.now), random, ...submission } as Input;
    const { events, effects } = step(this.model, this.state, input);
    if (events.some(({ kind }) => kind === 'held')) this.stops.meet();
    const steps = this.keeper.add(input, events);
    for (const { id } of this.schedule.follow(input, events)) this.settle(id);
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
    this.effects.start(effect, { simulation: this.id, model: this.model, state, sealer: this.sealer }, (result) => {
      if (this.closed) return;
      this.apply({ kind: 'effect', session: effect.session, effect: effect.id, result }, this.clock.now());
      this.catchUp();
    });
  }
}

function closedError(): RequestAbandoned {
  return new RequestAbandoned('The simulation was closed.');
}
