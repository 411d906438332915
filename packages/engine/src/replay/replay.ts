import { copyOf } from '../copy.ts';
import type { Model } from '../model.ts';
import { type Due, dues, needsInput } from '../schedule.ts';
import type { EffectAnswer, Input, RequestedEffect, SimulationState } from '../state.ts';
import { pendingEffects, step } from '../step.ts';
import { fitting } from './fitting.ts';
import { aboutVisit, type ModelOf, type Recorded, type RecordedStep, type RunRecord, requestOf } from './recorded.ts';

export interface Replay {
  /** The state to go on from; consumed. */
  state: SimulationState;
  model: Model;
  /** Realms that the record brings later; absent: this run keeps its own, and those are left out. */
  modelOf?: ModelOf | undefined;
  record: RunRecord;
  /** Inputs of this run before the recorded ones, without time and chance. */
  first: readonly Submission[];
  /** Changes a recorded answer before it is given; what comes back instead of it may say why it cannot be. */
  change?(recorded: Recorded, input: Input, state: SimulationState): Input | { why: string };
  /** Answers what the record has no answer to. */
  answer(requested: RequestedEffect, world: { model: Model; state: SimulationState }): Promise<EffectAnswer>;
  /** 32 bytes as hex for each input that the record does not have. */
  random(): string;
}
/** An input before it gets time and chance. */
type Submission = Input extends infer I ? (I extends Input ? Omit<I, 'at' | 'random'> : never) : never;

export interface Replayed {
  state: SimulationState;
  model: Model;
  steps: RecordedStep[];
  /** Recorded inputs from outside that were given again. */
  given: Recorded[];
  dropped: { recorded: Recorded; why: string }[];
}

/** Recorded runs end; one that was changed may go round for ever. */
const MOST_STEPS = 100_000;

/** Inputs that follow from others; all else came from outside. */
const DERIVED = new Set<Input['kind']>(['visit', 'effect', 'expire']);

/**
 * Gives a run the inputs that another one had, at their times, where they still fit. What follows from them (visits, deadlines, effects) happens
 * as this run wants it; where it goes the same way as the other did, it has the same chance, and effects that ask for the same get the recorded
 * results. So a run that changes nothing gives the recorded events, byte for byte.
 */
export function replay(options: Replay): Promise<Replayed> {
  return new Replayer(options).run();
}

class Replayer {
  private readonly state: SimulationState;
  private model: Model;
  private readonly steps: RecordedStep[] = [];
  private readonly given: Recorded[] = [];
  private readonly dropped: { recorded: Recorded; why: string }[] = [];
  /** Recorded inputs that followed from others, by what they are about. */
  private readonly derived = new Map<string, Recorded[]>();
  private readonly outside: Recorded[];
  /** Answers that came before their session asked for them. */
  private held: Recorded[] = [];
  private flying: { requested: RequestedEffect; recorded: Recorded | undefined }[] = [];
  private readonly end: number;

  constructor(private readonly options: Replay) {
    this.state = options.state;
    this.model = options.model;
    const { inputs } = options.record;
    this.outside = inputs.filter(({ input }) => !DERIVED.has(input.kind));
    for (const recorded of inputs) {
      if (recorded.about === undefined) continue;
      const alike = this.derived.get(recorded.about);
      if (alike) alike.push(recorded);
      else this.derived.set(recorded.about, [recorded]);
    }
    this.end = inputs.at(-1)?.input.at ?? this.state.now;
  }

  async run(): Promise<Replayed> {
    for (const submission of this.options.first) this.apply({ at: this.state.now, random: this.options.random(), ...submission } as Input);
    this.takeUp();
    while (this.steps.length < MOST_STEPS && (await this.next()));
    for (const recorded of [...this.held, ...this.outside]) this.dropped.push({ recorded, why: 'the session did not come to wait for it' });
    const { state, model, steps, given, dropped } = this;
    return { state, model, steps, given, dropped };
  }

  /** Effects that the state waits for; a visit that needs none any more, as this run has another realm, is made again. */
  private takeUp(): void {
    const pending = pendingEffects(this.model, this.state);
    const asked = new Set(pending.map(({ session }) => session));
    for (const requested of pending) this.fly(requested);
    if (!this.options.first.some(({ kind }) => kind === 'realm')) return;
    for (const { id, status } of Object.values(this.state.sessions)) {
      if (status.kind !== 'effect' || asked.has(id)) continue;
      this.apply({ kind: 'revisit', session: id, at: this.state.now, random: this.options.random() });
    }
  }

  /** Whatever comes next, in order of time; at the same time, in the order in which it was recorded. @returns whether there was anything */
  private async next(): Promise<boolean> {
    const { state } = this;
    const ready = this.held.find((recorded) => !('later' in fitting(state, recorded)));
    if (ready) {
      this.held = this.held.filter((recorded) => recorded !== ready);
      this.give(ready, state.now);
      return true;
    }
    const due = dues(state).find(needsInput);
    const alike = due && this.peek(aboutDue(state, due));
    const flying = this.flying.toSorted((a, b) => (a.recorded?.index ?? -1) - (b.recorded?.index ?? -1))[0];
    const [outside] = this.outside;
    // A deadline or visit that was recorded comes when it was recorded, which may be after something else of the same time.
    const dueAt = due && { at: Math.max(due.at, state.now), index: alike?.index ?? -1 };
    const flyingAt = flying && { at: Math.max(flying.recorded?.input.at ?? 0, state.now), index: flying.recorded?.index ?? -1 };
    const outsideAt = outside && { at: outside.input.at, index: outside.index };
    const first = [dueAt, flyingAt, outsideAt].filter((at) => at !== undefined).sort((a, b) => a.at - b.at || a.index - b.index)[0];
    if (!first || (first.at > this.end && this.held.length === 0)) return false;
    if (first === outsideAt && outside) {
      this.outside.shift();
      this.give(outside, outside.input.at);
    } else if (first === flyingAt && flying) await this.land(flying, first.at);
    else if (due) this.fire(due, first.at);
    return true;
  }

  private fire(due: Due, at: number): void {
    const recorded = this.take(aboutDue(this.state, due));
    const random = recorded?.input.random ?? this.options.random();
    if (due.kind === 'visit' && due.session !== undefined) this.apply({ kind: 'visit', session: due.session, at, random });
    else if (due.session !== undefined) this.apply({ kind: 'expire', what: 'session', id: due.session, at, random });
    else if (due.transaction !== undefined) this.apply({ kind: 'expire', what: 'transaction', id: due.transaction, at, random });
  }

  private fly(requested: RequestedEffect): void {
    const request = requestOf(requested, this.state);
    const recorded = this.take(`effect ${request}`);
    // What the record left open stays open.
    if (recorded || !this.options.record.open.has(request)) this.flying.push({ requested, recorded });
  }

  private async land({ requested, recorded }: (typeof this.flying)[number], at: number): Promise<void> {
    this.flying = this.flying.filter((other) => other.requested !== requested);
    const { session, id } = requested;
    const result =
      recorded?.input.kind === 'effect'
        ? copyOf(recorded.input.result)
        : await this.options.answer(requested, { model: this.model, state: this.state });
    this.apply({ kind: 'effect', session, effect: id, result, at, random: recorded?.input.random ?? this.options.random() });
  }

  private give(recorded: Recorded, at: number): void {
    const found = fitting(this.state, recorded);
    if ('later' in found) {
      this.held.push(recorded);
      return;
    }
    const input = this.changed(recorded, found);
    if ('why' in input) {
      this.dropped.push({ recorded, why: input.why });
      return;
    }
    if (input.kind === 'realm') this.model = this.options.modelOf?.(input.version) ?? this.model;
    this.apply(copyOf({ ...input, at: Math.max(at, this.state.now) }));
    this.given.push(recorded);
  }

  private changed(recorded: Recorded, found: { input: Input } | { why: string }): Input | { why: string } {
    if (!('input' in found)) return found;
    if (found.input.kind === 'realm' && !this.options.modelOf) return { why: 'this run has a realm of its own' };
    return this.options.change?.(recorded, found.input, this.state) ?? found.input;
  }

  private apply(input: Input): void {
    const kept = copyOf(input);
    const { events, effects } = step(this.model, this.state, input);
    // Later steps change in place what stands in the patches of these.
    this.steps.push({ input: kept, events: copyOf(events) });
    for (const requested of effects) this.fly(requested);
  }

  private peek(about: string): Recorded | undefined {
    return this.derived.get(about)?.[0];
  }

  private take(about: string): Recorded | undefined {
    return this.derived.get(about)?.shift();
  }
}

function aboutDue(state: SimulationState, due: Due): string {
  if (due.kind === 'visit') return aboutVisit(state, due.session ?? '');
  return due.session === undefined ? `expire transaction ${due.transaction ?? ''}` : `expire session ${due.session}`;
}
