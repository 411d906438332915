import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START, TestSimulation } from '../../test/driver.ts';
import { pair } from '../../test/realm.ts';
import { createState } from '../index.ts';
import type { PatchOp } from '../state.ts';
import { applyPatch } from './apply.ts';
import { History, type PatchedEvent } from './history.ts';

/** A state of a few nested keys, and events that set and remove at random places of it. */
interface Toy {
  seq: number;
  a: Record<string, Record<string, number>>;
}
const START_STATE: Toy = { seq: 0, a: { x: { n: 0 }, y: { n: 0 } } };
const op: fc.Arbitrary<PatchOp> = fc
  .record({ outer: fc.constantFrom('x', 'y'), inner: fc.constantFrom('n', 'm', 'o'), value: fc.option(fc.nat(9), { nil: undefined }) })
  .map(({ outer, inner, value }) => (value === undefined ? [['a', outer, inner]] : [['a', outer, inner], value]));
const eventList = fc
  .array(fc.array(op, { maxLength: 3 }), { maxLength: 300 })
  .map((patches) => patches.map((patch, index): PatchedEvent => ({ seq: index + 1, patch })));

/** The slow way: every moment by folding one event after the other from the start. */
function everyMoment<S extends { seq: number }>(initial: S, events: readonly PatchedEvent[]): S[] {
  const moments = [initial];
  for (const event of events) moments.push({ ...applyPatch(moments.at(-1) as S, event.patch ?? []), seq: event.seq });
  return moments;
}

describe('any moment of a run', () => {
  it('is what folding from the start gives, in whatever order moments are asked for', () => {
    fc.assert(
      fc.property(eventList, fc.array(fc.nat(), { maxLength: 40 }), (events, wishes) => {
        const moments = everyMoment(START_STATE, events);
        const history = History.from(START_STATE, events);
        for (const wish of [...wishes, 0, events.length]) {
          const seq = wish % (events.length + 1);
          expect(history.at(seq)).toEqual(moments[seq]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whether the events came at once or bit by bit, looked at in between or not', () => {
    fc.assert(
      fc.property(eventList, fc.array(fc.nat(90), { maxLength: 8 }), fc.boolean(), (events, sizes, looks) => {
        let history = History.from<Toy>(START_STATE);
        let given = 0;
        for (const size of [...sizes, events.length]) {
          history = history.extend(events.slice(given, given + size));
          given = Math.min(events.length, given + size);
          if (looks) history.at(history.end);
        }
        const whole = History.from(START_STATE, events);
        for (let seq = 0; seq <= events.length; seq++) expect(history.at(seq)).toEqual(whole.at(seq));
      }),
      { numRuns: 40 },
    );
  });

  it('of a real run: every event has the state that the engine had', () => {
    const sim = new TestSimulation(pair());
    const initial = createState({ now: START });
    const seen: string[] = [];
    const { apply } = sim;
    const ends = new Map<number, string>();
    sim.apply = (input) => {
      apply.call(sim, input);
      ends.set(sim.state.seq, JSON.stringify(sim.state));
      seen.push(input.kind);
    };
    sim.answer(sim.start('Main'), 'bjensen');
    sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    sim.advance(600);
    const history = History.from(initial, sim.events);
    expect(ends.size).toBeGreaterThan(5);
    expect(seen).toContain('effect');
    for (const [seq, text] of ends) expect(history.at(seq)).toEqual(JSON.parse(text));
  });
});

describe('a history', () => {
  const events = Array.from({ length: 200 }, (_, index): PatchedEvent => ({ seq: index + 1, patch: [[['a', 'x', 'n'], index]] }));

  it('never changes: a longer one leaves the shorter as it was', () => {
    const short = History.from(START_STATE, events.slice(0, 70));
    const before = short.at(68);
    const long = short.extend(events);
    expect([short.end, long.end]).toEqual([70, 200]);
    expect(short.at(68)).toBe(before);
    expect(long.at(68)).toBe(before);
    expect(long.at(200).a.x?.n).toBe(199);
    expect(START_STATE.a.x?.n).toBe(0);
  });

  it('shares what did not change between neighbouring moments', () => {
    const history = History.from(START_STATE, events);
    for (const seq of [1, 63, 64, 65, 150]) expect(history.at(seq).a.y).toBe(history.at(seq - 1).a.y);
    expect(history.at(10).a.x).not.toBe(history.at(9).a.x);
    expect(history.at(10)).toBe(history.at(10));
  });

  it('shares it also on the way back, but for a few places', () => {
    const both = events.map((event, index): PatchedEvent => (index === 1 ? { seq: event.seq, patch: [[['a', 'y', 'n'], 5]] } : event));
    const history = History.from(START_STATE, both);
    let apart = 0;
    for (let seq = 63; seq > 2; seq--) if (history.at(seq).a.y !== history.at(seq - 1).a.y) apart += 1;
    expect(apart).toBeLessThan(63 / 8);
    expect(history.at(5).a.y).toEqual({ n: 5 });
  });

  it('takes events that it has already for what they are', () => {
    const history = History.from(START_STATE, events.slice(0, 100));
    expect(history.extend(events.slice(40, 100))).toBe(history);
    expect(history.extend(events.slice(40, 120)).end).toBe(120);
  });

  it('refuses a hole and a moment that it does not have', () => {
    const history = History.from(START_STATE, events.slice(0, 10));
    expect(() => history.extend(events.slice(11))).toThrow('Event 11 is missing before event 12.');
    for (const seq of [-1, 11, 1.5]) expect(() => history.at(seq)).toThrow(RangeError);
  });

  it('may begin in the middle of a run', () => {
    const moments = everyMoment(START_STATE, events);
    const history = History.from(moments[100] as Toy, events.slice(100));
    expect([history.start, history.end]).toEqual([100, 200]);
    expect(history.at(170)).toEqual(moments[170]);
    expect(history.event(101)).toBe(events[100]);
    expect(history.event(100)).toBeUndefined();
  });
});
