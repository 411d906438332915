import type { Realm } from '@tandem/journey';
import { type Execute, goTo } from '@tandem/nodes';
import { executors } from '@tandem/nodes/execute';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { START, TestSimulation } from '../test/driver.ts';
import { anyMove, type Move, Player } from '../test/moves.ts';
import { EXECUTED, randomRealms, scripts } from '../test/randomJourneys.ts';
import { createState, type EngineEvent, type Input, type SimulationState } from './index.ts';
import { applyPatch } from './view/index.ts';

const LATENCY = { main1: 700, ScriptedDecisionNode: 300 };

/** A rule that is broken on purpose: where it says so, the engine changes its state without an event that tells of it. */
type Fault = (input: Input, events: readonly EngineEvent[], before: Before) => boolean;
/** What an input's step found. */
interface Before {
  /** One-time key of the input's session. */
  otk: string | undefined;
  tokens: readonly string[];
}

class FaultySimulation extends TestSimulation {
  fault: Fault | undefined;

  override apply(input: Input): void {
    const seen = this.events.length;
    const { sessions, ssoSessions } = this.state;
    const before = { otk: 'session' in input ? sessions[input.session]?.otk : undefined, tokens: Object.keys(ssoSessions) };
    super.apply(input);
    if (this.fault?.(input, this.events.slice(seen), before)) Object.assign(this.state, { broken: this.state.seq });
  }
}

/** The state as a restart finds it: patches of the stored events, read back from text. */
function fold(sim: TestSimulation): SimulationState {
  let state: SimulationState = createState({ now: START, latency: LATENCY });
  for (const event of sim.events) state = applyPatch({ ...state, seq: event.seq }, JSON.parse(JSON.stringify(event.patch)));
  return state;
}

function run(realms: readonly [Realm, Realm], moves: readonly Move[], { kills = false, fault }: { kills?: boolean; fault?: Fault | undefined } = {}) {
  const sim = new FaultySimulation(realms[0], { latency: LATENCY, scripts });
  sim.fault = fault;
  sim.holdEffects = true;
  // The process dies, and the simulation is restored from its log.
  const player = new Player(sim, realms, () => kills && sim.restore(fold(sim)));
  for (const move of moves) player.play(move);
  return sim;
}

type Case = readonly [realms: readonly [Realm, Realm], moves: readonly Move[]];

/** Two runs of one list of moves, one of them killed now and then. */
function agree([realms, moves]: Case, fault?: Fault): boolean {
  const whole = run(realms, moves, { fault });
  const killed = run(realms, moves, { fault, kills: true });
  return (
    JSON.stringify(whole.events) === JSON.stringify(killed.events) &&
    JSON.stringify(whole.inputs) === JSON.stringify(killed.inputs) &&
    // The order of keys counts: it shows in what is listed and sent.
    JSON.stringify(fold(whole)) === JSON.stringify(whole.state)
  );
}

const cases: fc.Arbitrary<Case> = fc.tuple(randomRealms, fc.array(anyMove, { minLength: 20, maxLength: 80, size: 'max' }));

it('the same inputs give the same bytes of log, for any journeys, scripts, answers, clock moves and kill points', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(cases, (any) => agree(any)),
    { numRuns: 60 },
  );
});

/** Where a rule is broken on purpose; each is also something that the random runs have to meet. */
const faults: Record<string, Fault> = {
  'a resumed journey': (_input, events) => events.some(({ kind }) => kind === 'resumed'),
  'a resume with a wrong id': ({ kind }, events) => kind === 'resume' && events.length === 0,
  'a changed realm': ({ kind }) => kind === 'realm',
  'a visit made again after that': ({ kind }) => kind === 'revisit',
  'a changed latency': ({ kind }) => kind === 'latency',
  'a state that is changed by hand': (_input, events) => events.some(({ kind }) => kind === 'state-edited'),
  'a session that is held': (_input, events) => events.some(({ kind }) => kind === 'held'),
  'a session that is let go': (_input, events) => events.some(({ kind }) => kind === 'released'),
  'a fault': (input) => input.kind === 'faults' && input.faults.length > 0,
  'a logout': (input, _events, before) => input.kind === 'logout' && before.tokens.includes(input.token),
  'a session that is used otherwise': ({ kind }, events) =>
    kind === 'access' && events.some(({ message }) => message?.startsWith('A session was used')),
  'a session that was idle for too long': (_input, events) => events.some(({ message }) => message?.includes('was not used for')),
  'a pruning': (_input, events) => events.some(({ kind }) => kind === 'pruned'),
  'an answered push': (_input, events) => events.some(({ kind }) => kind === 'message-answered'),
  'an expired transaction': (_input, events) => events.some(({ kind }) => kind === 'transaction-expired'),
  'a session that times out': ({ kind }, events) => kind === 'expire' && events.some(({ kind }) => kind === 'session-ended'),
  'a suspension': (_input, events) => events.some(({ kind }) => kind === 'suspended'),
  'an inner journey': (_input, events) => events.some(({ kind }) => kind === 'inner-ended'),
  'a page that is shown again': (_input, events) => events.some(({ kind, nodeType }) => kind === 'callbacks' && nodeType === 'PageNode'),
  'a page 2.0': (_input, events) => events.some(({ nodeType, outcome }) => nodeType === 'PageNode' && /-\d-/.test(outcome ?? '')),
  'a custom node': (_input, events) => events.some(({ nodeType }) => nodeType?.startsWith('designer-')),
  'an answer with a forged or a used key': (input, _events, before) => input.kind === 'answer' && before.otk !== input.otk,
  'an answer that leaves a callback out': (input) => input.kind === 'answer' && input.answers.some(({ values }) => Object.keys(values).length === 0),
  'a start with the session of another journey': (input) => input.kind === 'start' && input.request.token !== null,
  'a page 1.0': (_input, events) => events.some(({ nodeType, outcome }) => nodeType === 'PageNode' && outcome !== undefined && !/-\d-/.test(outcome)),
  'a transaction that is gone': (_input, events) => events.some(({ message }) => message === 'The request failed: Unable to read transaction.'),
  'a session that is given back': (_input, events) => events.some(({ message }) => message?.endsWith('came with the request is still good')),
  'a success': (_input, events) => events.some(({ message }) => message === 'Main succeeded for bjensen'),
  'a journey that may not be started': (_input, events) => events.some(({ kind, message }) => kind === 'log' && message === 'No configuration found'),
};

describe('the random runs', () => {
  const unmet = new Set(Object.keys(faults));
  const unvisited = new Set<string | undefined>(EXECUTED);
  /** The first run that meets each of them. */
  const meeting = new Map<string, Case>();
  const first: Case[] = [];

  beforeAll(() => {
    for (const each of fc.sample(cases, { numRuns: 4000, seed: 2 })) {
      if (unmet.size === 0 && unvisited.size === 0 && first.length === 160) break;
      if (first.length < 160) first.push(each);
      const watch: Fault = (...step) => {
        for (const name of [...unmet].filter((name) => faults[name]?.(...step))) {
          unmet.delete(name);
          meeting.set(name, each);
        }
        for (const { nodeType } of step[1]) unvisited.delete(nodeType);
        return false;
      };
      run(...each, { fault: watch });
    }
  }, 120_000);

  it('visit every type that Tandem executes', () => expect([...unvisited]).toEqual([]));

  it.each(Object.keys(faults))('meet %s, and would notice a change of state there that no event tells of', (name) => {
    const met = meeting.get(name);
    expect(met).toBeDefined();
    expect(agree(met as Case, faults[name])).toBe(false);
  });

  /** Nodes that break the rule of purity, each in its way. */
  const impure: Record<string, [type: string, broken: (honest: Execute) => Execute]> = {
    'a node that depends on anything but state and input': [
      'MessageNode',
      () => {
        let calls = 0;
        return () => goTo(calls++ % 3 === 0 ? 'true' : 'false');
      },
    ],
    'a visit that leaves something behind when it has to wait': [
      'ScriptedDecisionNode',
      (honest) => (context) => {
        // Kept outside of the state: a restored process does not have it.
        const memory = context.config as { seen?: number };
        memory.seen = (memory.seen ?? 0) + 1;
        context.log('info', `seen ${memory.seen}`);
        return honest(context);
      },
    ],
    'a page that remembers': [
      'PageNode',
      (honest) => (context) => {
        const memory = context.config as { seen?: number };
        memory.seen = (memory.seen ?? 0) + 1;
        context.log('info', `seen ${memory.seen}`);
        return honest(context);
      },
    ],
    'a node of a page that remembers': [
      'PasswordCollectorNode',
      (honest) => (context) => {
        const memory = context.config as { seen?: number };
        memory.seen = (memory.seen ?? 0) + 1;
        context.log('info', `seen ${memory.seen}`);
        return honest(context);
      },
    ],
  };

  it.each(Object.entries(impure))('would notice %s', { timeout: 60_000 }, (_, [type, broken]) => {
    const types = executors as Record<string, Execute>;
    const honest = types[type] as Execute;
    types[type] = broken(honest);
    try {
      expect(first.every((each) => agree(each))).toBe(false);
    } finally {
      types[type] = honest;
    }
  });
});
