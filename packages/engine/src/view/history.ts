import type { PatchOp } from '../state.ts';
import { applyPatch } from './apply.ts';

/** What of an event the history needs. */
export interface PatchedEvent {
  seq: number;
  patch?: readonly PatchOp[] | undefined;
}

/** A state is kept after so many events: going to any moment folds fewer than this many patches. */
const EVERY = 64;
/**
 * On the way to a moment so many patches are folded one by one, those before all at once: that copies each touched part once, however many events
 * touched it, and a wide one (ten thousand sessions) is most of the work.
 */
const SINGLY = 8;
/** Blocks between two kept states whose moments are remembered: the one that is looked at, and its neighbour across a border. */
const REMEMBERED = 3;

/**
 * Any moment of a run: the state at its start, the events since, and the states in between that are kept now and then (they share what did not
 * change, so they are cheap). A history never changes; `extend` gives a longer one. States of neighbouring moments share their untouched parts,
 * so that viewers who scrub can compare by identity.
 */
export class History<S extends { seq: number }, E extends PatchedEvent = PatchedEvent> {
  /** Moments by block and place in it: what was asked for last comes last. A memo only; it shows in nothing but speed. */
  private readonly blocks = new Map<number, Map<number, S>>();

  private constructor(
    /** Oldest first, without a hole. */
    readonly events: readonly E[],
    /** `kept[i]` is the state after i * EVERY events. */
    private readonly kept: readonly S[],
  ) {}

  /** @param initial the state before the first event; never changed */
  static from<S extends { seq: number }, E extends PatchedEvent = PatchedEvent>(initial: S, events: readonly E[] = []): History<S, E> {
    return new History<S, E>([], [initial]).extend(events);
  }

  /** Seq of the moment before the first event. */
  get start(): number {
    return (this.kept[0] as S).seq;
  }

  /** Seq of the newest event; the start's without any. */
  get end(): number {
    return this.start + this.events.length;
  }

  /**
   * A history with later events, in order of seq. Those that it has already are left out.
   *
   * @throws RangeError when an event is missing in between: a fold across a hole gives a state that never was
   */
  extend(later: readonly E[]): History<S, E> {
    const fresh = later.filter(({ seq }) => seq > this.end);
    if (fresh.length === 0) return this;
    fresh.forEach(({ seq }, index) => {
      if (seq !== this.end + index + 1) throw new RangeError(`Event ${this.end + index + 1} is missing before event ${seq}.`);
    });
    const events = [...this.events, ...fresh];
    const kept = [...this.kept];
    while (kept.length * EVERY <= events.length) {
      const from = (kept.length - 1) * EVERY;
      kept.push(foldAll(kept.at(-1) as S, events.slice(from, from + EVERY)));
    }
    const longer = new History<S, E>(events, kept);
    // They stay true; the last one may go on now.
    for (const [number, states] of this.blocks) longer.blocks.set(number, states);
    return longer;
  }

  /** The event with this seq; undefined at the start and outside. */
  event(seq: number): E | undefined {
    return this.events[seq - this.start - 1];
  }

  /**
   * The state right after the event with this seq; at `start`, the initial one.
   *
   * @throws RangeError for a moment that is not in it
   */
  at(seq: number): S {
    if (!Number.isInteger(seq) || seq < this.start || seq > this.end)
      throw new RangeError(`There is no moment ${seq}; the run has those from ${this.start} to ${this.end}.`);
    const place = seq - this.start;
    const known = this.block(Math.floor(place / EVERY));
    const wanted = place % EVERY;
    let at = wanted;
    while (!known.has(at)) at -= 1;
    let state = known.get(at) as S;
    while (at < wanted) {
      const next = Math.max(at + 1, wanted - SINGLY);
      const from = place - wanted;
      state = foldAll(state, this.events.slice(from + at, from + next));
      known.set(next, state);
      at = next;
    }
    return state;
  }

  /** What is known of a block: the kept state that it begins with, and the moments that were asked for. */
  private block(number: number): Map<number, S> {
    const known = this.blocks.get(number) ?? new Map([[0, this.kept[number] as S]]);
    this.blocks.delete(number);
    this.blocks.set(number, known);
    const oldest = this.blocks.keys().next();
    if (this.blocks.size > REMEMBERED && !oldest.done) this.blocks.delete(oldest.value);
    return known;
  }
}

function foldAll<S extends { seq: number }>(state: S, events: readonly PatchedEvent[]): S {
  const last = events.at(-1);
  if (last === undefined) return state;
  const ops: PatchOp[] = [];
  for (const { patch } of events) if (patch) for (const op of patch) ops.push(op);
  return { ...applyPatch(state, ops), seq: last.seq };
}
