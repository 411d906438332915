import { copyOf } from '../copy.ts';
import type { Model } from '../model.ts';
import type { EngineEvent, Input, RequestedEffect, SimulationState } from '../state.ts';
import { pendingEffects, step } from '../step.ts';

/** A step as it is kept: an input and what came of it. */
export interface RecordedStep {
  input: Input;
  events: readonly EngineEvent[];
}

/** Realms by the version that the state names; a simulation runs one until an input `realm` brings the next. */
export type ModelOf = (version: number) => Model | undefined;

/** What a recorded input met, so that it can be told whether it still fits elsewhere. */
export interface Recorded {
  /** Its place in the record. */
  index: number;
  input: Input;
  /** Callback types that an answer was for; undefined for one that was ignored. */
  asked?: readonly string[];
  /** Nothing came of it: it was late, or forged, or about something that is not there. */
  ignored?: true;
  /** Of a start: the transaction by its run and its number there, as ids may differ. */
  transaction?: { run: string; nth: number };
  /** Of a derived input: what it was about. Inputs alike have the same, in order. */
  about?: string;
}

/** What was recorded, made ready to be given again. */
export interface RunRecord {
  inputs: Recorded[];
  /** Requests of effects that were never answered. */
  open: ReadonlySet<string>;
  /** Whether running the inputs again gave the recorded events. */
  exact: boolean;
}

/**
 * Runs recorded steps again, to learn what each input met. Nothing is asked of anybody: the results of effects are recorded.
 *
 * @param state the state before the first of them; consumed
 */
export function readRecord(modelOf: ModelOf, state: SimulationState, steps: readonly RecordedStep[]): RunRecord {
  const requests = new Map<string, string>();
  const open = new Set<string>();
  let model = modelOf(state.realmVersion);
  let exact = model !== undefined;
  const ask = (effects: readonly RequestedEffect[]): void => {
    for (const requested of effects) {
      const request = requestOf(requested, state);
      requests.set(requested.id, request);
      open.add(request);
    }
  };
  if (model) ask(pendingEffects(model, state));
  const inputs = steps.map(({ input, events }, index): Recorded => {
    if (input.kind === 'realm') model = modelOf(input.version) ?? model;
    const recorded: Recorded = { index, input, ...metBy(state, input) };
    if (events.every(({ kind }) => kind === 'clock') && input.kind !== 'clock') recorded.ignored = true;
    if (input.kind === 'effect') {
      const request = requests.get(input.effect);
      recorded.about = `effect ${request ?? input.effect}`;
      if (request !== undefined) open.delete(request);
    }
    if (!model) return recorded;
    const result = step(model, state, copyOf(input));
    if (exact && JSON.stringify(result.events) !== JSON.stringify(events)) exact = false;
    ask(result.effects);
    return recorded;
  });
  return { inputs, open, exact };
}

/**
 * What an effect asks for, as text. A script sees more than its request says: it finds identities, objects, stubs
 * and faults as the simulation has them.
 */
export function requestOf({ session, effect }: RequestedEffect, { identities, objects, stubs, faults }: SimulationState): string {
  return JSON.stringify(effect.kind === 'script' ? [session, effect, identities, objects, stubs, faults] : [session, effect]);
}

/** What a derived input is about: the same in a run that goes the same way. */
export function aboutVisit(state: SimulationState, id: string): string {
  const session = state.sessions[id];
  return `visit ${id} ${session?.node ?? ''} ${session?.visits[session.node ?? ''] ?? 0}`;
}

function metBy(state: SimulationState, input: Input): Partial<Recorded> {
  if (input.kind === 'visit') return { about: aboutVisit(state, input.session) };
  if (input.kind === 'expire') return { about: `expire ${input.what} ${input.id}` };
  if (input.kind === 'answer') {
    const session = state.sessions[input.session];
    return session?.status.kind === 'callbacks' ? { asked: session.status.callbacks.map(({ type }) => type) } : {};
  }
  if (input.kind !== 'start' || input.target.type !== 'transaction') return {};
  const { id } = input.target;
  const run = state.transactions[id]?.run;
  if (run === undefined) return {};
  return { transaction: { run, nth: transactionsOf(state, run).indexOf(id) } };
}

/** Ids of the transactions that a run created, in order. */
export function transactionsOf(state: SimulationState, run: string): string[] {
  return Object.values(state.transactions)
    .filter((transaction) => transaction.run === run)
    .map(({ id }) => id);
}
