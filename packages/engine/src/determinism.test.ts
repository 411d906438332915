import type { Realm } from '@tandem/journey';
import { goTo } from '@tandem/nodes';
import { executors } from '@tandem/nodes/execute';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { START, TestSimulation } from '../test/driver.ts';
import { randomRealm, scripts } from '../test/randomJourneys.ts';
import { createState, type SimulationState } from './index.ts';
import { applyPatch } from './view/index.ts';

/** What clients, the driver and time do; `kill`: the process dies and the simulation is restored from its log. */
const move = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('start' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), which: fc.nat(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), which: fc.nat(3), value: fc.constantFrom('bjensen', 'Secret12!', '', 'other') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), ms: fc.constantFrom(1, 500, 1000, 3000, 8000, 8000, 61_000, 400_000) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('effect' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('message' as const), approve: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const LATENCY = { main1: 700, ScriptedDecisionNode: 300 };

function play(sim: TestSimulation, step: Move, kills: boolean): void {
  if (step.kind === 'start') sim.start('Main');
  else if (step.kind === 'open') sim.open(Object.keys(sim.state.transactions)[step.which] ?? 'none');
  else if (step.kind === 'advance') sim.advance(step.ms / 1000);
  else if (step.kind === 'effect') answerOne(sim);
  else if (step.kind === 'message') {
    const id = Object.keys(sim.state.outbox).at(-1) ?? 'none';
    sim.submit({ kind: 'message', id, approve: step.approve, number: null });
  } else if (step.kind === 'answer') {
    const asked = Object.values(sim.state.sessions).filter(({ status }) => status.kind === 'callbacks');
    const session = asked[step.which % Math.max(asked.length, 1)];
    if (session) sim.answer(session, step.value);
  } else if (step.kind === 'kill' && kills) sim.restore(fold(sim));
}

/** Answers arrive in any order, and a restart asks again in another one; nobody answers what nobody waits for any more. */
function answerOne(sim: TestSimulation): void {
  const waiting = sim.effects.filter(({ session, id }) => {
    const { status } = sim.session(session);
    return status.kind === 'effect' && status.effect.id === id;
  });
  waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
  sim.effects.splice(0, sim.effects.length, ...waiting);
  if (waiting.length > 0) sim.answerEffect();
}

/** The state as a restart finds it: patches of the stored events, read back from text. */
function fold(sim: TestSimulation): SimulationState {
  let state: SimulationState = createState({ now: START, latency: LATENCY });
  for (const event of sim.events) state = applyPatch({ ...state, seq: event.seq }, JSON.parse(JSON.stringify(event.patch)));
  return state;
}

function run(realm: Realm, moves: readonly Move[], kills: boolean): TestSimulation {
  const sim = new TestSimulation(realm, { latency: LATENCY, scripts });
  sim.holdEffects = true;
  for (const step of moves) play(sim, step, kills);
  return sim;
}

/** Two runs of one list of inputs, one of them killed now and then. */
const property = fc.property(randomRealm, fc.array(move, { minLength: 20, maxLength: 60 }), (realm, moves) => {
  const whole = run(realm, moves, false);
  const killed = run(realm, moves, true);
  return JSON.stringify(whole.events) === JSON.stringify(killed.events) && JSON.stringify(whole.inputs) === JSON.stringify(killed.inputs);
});

it('the same inputs give the same bytes of log, for any journeys, scripts, answers, clock moves and kill points', () => {
  fc.assert(property, { numRuns: 60 });
});

it('would notice a rule that depends on anything but state and input', () => {
  const types = executors as Record<string, (typeof executors)[string]>;
  const honest = types.MessageNode;
  let calls = 0;
  types.MessageNode = () => goTo(calls++ % 3 === 0 ? 'true' : 'false');
  try {
    expect(fc.check(property, { numRuns: 500, endOnFailure: true }).failed).toBe(true);
  } finally {
    if (honest) types.MessageNode = honest;
  }
});

it('would notice a visit that leaves something behind when it has to wait', () => {
  const types = executors as Record<string, (typeof executors)[string]>;
  const honest = types.ScriptedDecisionNode;
  types.ScriptedDecisionNode = (context) => {
    // Kept outside of the state: a restored process does not have it.
    const memory = context.config as { seen?: number };
    memory.seen = (memory.seen ?? 0) + 1;
    context.log('info', `seen ${memory.seen}`);
    return honest ? honest(context) : goTo('one');
  };
  try {
    expect(fc.check(property, { numRuns: 500, endOnFailure: true }).failed).toBe(true);
  } finally {
    if (honest) types.ScriptedDecisionNode = honest;
  }
});
