import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START, TestSimulation } from '../test/driver.ts';
import { pair, realmWith } from '../test/realm.ts';
import { createState, Model, pendingEffects, type SimulationState, step } from './index.ts';
import { applyPatch } from './view/index.ts';

/** A random walk: what clients do and how time passes, in any order. */
const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('start' as const) }),
    fc.record({ kind: fc.constant('open' as const), which: fc.nat(3) }),
    fc.record({ kind: fc.constant('answer' as const), which: fc.nat(5), value: fc.constantFrom('bjensen', 'scarter', 'nobody', 'Secret12!', '') }),
    fc.record({ kind: fc.constant('advance' as const), seconds: fc.nat(90) }),
    fc.record({ kind: fc.constant('effect' as const) }),
  ),
  { maxLength: 40 },
);
type Move = typeof moves extends fc.Arbitrary<(infer M)[]> ? M : never;

function play(sim: TestSimulation, move: Move): void {
  const sessions = Object.values(sim.state.sessions);
  if (move.kind === 'start') sim.start('Main');
  else if (move.kind === 'open') sim.open(Object.keys(sim.state.transactions)[move.which] ?? 'none');
  else if (move.kind === 'advance') sim.advance(move.seconds);
  else if (move.kind === 'effect') {
    if (sim.effects.length > 0) sim.answerEffect();
  } else {
    const session = sessions.filter(({ status }) => status.kind === 'callbacks')[move.which];
    if (session) sim.answer(session, move.value);
  }
}

function walk(list: Move[]): TestSimulation {
  const sim = new TestSimulation(pair({ init: { allowRetry: false } }), { latency: { Check: 3000 } });
  sim.holdEffects = true;
  for (const move of list) play(sim, move);
  return sim;
}
const fresh = (): SimulationState => createState({ now: START, latency: { Check: 3000 } });

describe('a run is a list of inputs', () => {
  it('the same inputs give the same events and state, byte for byte', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const sim = walk(list);
        const model = new Model(sim.model.realm);
        let state = fresh();
        const events = sim.inputs.flatMap((input) => {
          const result = step(model, state, structuredClone(input));
          state = result.state;
          return result.events;
        });
        expect(JSON.stringify(events)).toBe(JSON.stringify(sim.events));
        expect(JSON.stringify(state)).toBe(JSON.stringify(sim.state));
      }),
      { numRuns: 60 },
    );
  });

  it('folding the patches of the events gives the state, and leaves every earlier fold as it was', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const sim = walk(list);
        let folded: SimulationState = fresh();
        const first = JSON.stringify(folded);
        const start = folded;
        for (const event of sim.events) folded = applyPatch(folded, event.patch);
        expect({ ...folded, seq: sim.state.seq }).toEqual(JSON.parse(JSON.stringify(sim.state)));
        expect(JSON.stringify(start)).toBe(first);
      }),
      { numRuns: 60 },
    );
  });

  it('a stored state finds the effects it waits for again, and asking leaves no trace', () => {
    const sim = new TestSimulation(pair());
    sim.holdEffects = true;
    sim.answer(sim.start('Main'), 'bjensen');
    sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    const stored = JSON.stringify(sim.state);
    expect(pendingEffects(sim.model, JSON.parse(stored) as SimulationState)).toEqual(sim.effects);
    pendingEffects(sim.model, sim.state);
    expect(JSON.stringify(sim.state)).toBe(stored);
  });

  it('an event stays as it was, whatever the steps after it write', () => {
    // The first password leaves transient state on the way to the client, the second comes into it afterwards.
    const nodes = {
      First: { type: 'PasswordCollectorNode', to: { outcome: 'Between' } },
      Between: { type: 'MessageNode', to: { true: 'Second', false: 'Second' } },
      Second: { type: 'PasswordCollectorNode', to: { outcome: 'failure' } },
    };
    const sim = new TestSimulation(realmWith({ Main: { nodes } }));
    const kept: { event: object; text: string }[] = [];
    const { apply } = sim;
    sim.apply = (input) => {
      const before = sim.raw.length;
      apply.call(sim, input);
      for (const event of sim.raw.slice(before)) kept.push({ event, text: JSON.stringify(event) });
    };
    sim.answer(sim.answer(sim.answer(sim.start('Main'), 'Secret12!'), 0), 'Secret13!');
    expect(kept.length).toBeGreaterThan(10);
    for (const { event, text } of kept) expect(JSON.stringify(event)).toBe(text);
  });

  it('a visit that needs no effect any more, as the realm has changed meanwhile, is made again', () => {
    const { realm } = new TestSimulation(pair()).model;
    const sim = new TestSimulation(realm);
    sim.holdEffects = true;
    sim.answer(sim.start('Main'), 'bjensen');
    const session = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    expect(session.status.kind).toBe('effect');
    const node = session.node ?? '';
    const place = sim.model.place('Login', node);
    expect(place).toMatchObject({ kind: 'node', node: { type: 'DataStoreDecisionNode' } });
    const tree = structuredClone(realm.journeys.Login?.tree);
    const changed = structuredClone(realm);
    if (tree?.nodes?.[node]) tree.nodes[node].nodeType = 'FlowControlNode';
    changed.journeys.Login = { tree: tree ?? { _id: 'Login' } };
    changed.nodes[`FlowControlNode/${node}`] = { _id: node, _type: { _id: 'FlowControlNode' } };
    sim.model = new Model(changed);
    expect(pendingEffects(sim.model, sim.state)).toEqual([]);
    sim.submit({ kind: 'revisit', session: session.id });
    expect(sim.session(session.id).status.kind).not.toBe('effect');
  });

  it('inputs that do not fit change nothing', () => {
    const sim = new TestSimulation(pair());
    const session = sim.start('Main');
    const before = JSON.stringify(sim.state);
    sim.submit({ kind: 'visit', session: 'nobody' });
    sim.submit({ kind: 'visit', session: session.id });
    sim.submit({ kind: 'effect', session: session.id, effect: 'old', result: { matches: true } });
    sim.submit({ kind: 'answer', session: session.id, otk: 'stale', digest: '', answers: [], request: session.request });
    sim.submit({ kind: 'expire', what: 'transaction', id: 'none' });
    sim.submit({ kind: 'message', id: 'none', approve: true, number: null });
    expect(JSON.stringify(sim.state)).toBe(before);
  });
});
