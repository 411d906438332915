import type { Json, Realm } from '@tandem/journey';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START, seal, TestSimulation } from '../../test/driver.ts';
import { anyMove, type Move, Player } from '../../test/moves.ts';
import { randomRealms, scripts } from '../../test/randomJourneys.ts';
import { pair } from '../../test/realm.ts';
import { copyOf } from '../copy.ts';
import { type EngineEvent, type Input, Model, type SimulationState } from '../index.ts';
import { applyPatch } from '../view/index.ts';
import { type RecordedStep, readRecord } from './recorded.ts';
import { type Replay, replay } from './replay.ts';

const LATENCY = { main1: 700, ScriptedDecisionNode: 300 };

/** A run that keeps its steps, and the realm of each version. */
class RecordedSimulation extends TestSimulation {
  readonly steps: RecordedStep[] = [];
  readonly models = new Map<number, Model>([[0, this.model]]);
  readonly initial = JSON.stringify(this.state);

  override apply(input: Input): void {
    const before = this.events.length;
    if (input.kind === 'realm') this.models.set(input.version, this.model);
    super.apply(input);
    this.steps.push({ input: this.inputs.at(-1) as Input, events: this.events.slice(before) });
  }

  /** The state after so many steps, as it is read from the log. */
  after(steps: number): SimulationState {
    let state = JSON.parse(this.initial) as SimulationState;
    for (const event of this.steps.slice(0, steps).flatMap(({ events }) => events)) state = applyPatch({ ...state, seq: event.seq }, event.patch);
    return structuredClone(state);
  }
}

const refuse = (): never => {
  throw new Error('Nothing new happens here.');
};

function forked(sim: RecordedSimulation, from: number, more: Partial<Replay> = {}): ReturnType<typeof replay> {
  const modelOf = (version: number): Model | undefined => sim.models.get(version);
  const state = sim.after(from);
  const record = readRecord(modelOf, sim.after(from), sim.steps.slice(from));
  expect(record.exact).toBe(true);
  const model = modelOf(state.realmVersion) ?? new Model(sim.model.realm);
  let count = 0;
  const random = (): string => (++count).toString(16).padStart(64, 'f');
  return replay({ state, model, modelOf, record, first: [], answer: refuse, random, ...more });
}

const text = (events: readonly EngineEvent[]): string[] => events.map((event) => JSON.stringify(event));
const eventsOf = (steps: readonly RecordedStep[]): string[] => text(steps.flatMap(({ events }) => events));

describe('a run whose inputs are given again', () => {
  it('gives the same events, byte for byte, from any moment on: any journeys, scripts, answers, clock moves and restarts', {
    timeout: 60_000,
  }, async () => {
    const cases = fc.tuple(randomRealms, fc.array(anyMove, { minLength: 5, maxLength: 60, size: 'max' }), fc.nat());
    await fc.assert(
      fc.asyncProperty(cases, async ([realms, moves, where]: [readonly [Realm, Realm], Move[], number]) => {
        const sim = new RecordedSimulation(realms[0], { latency: LATENCY, scripts });
        sim.holdEffects = true;
        const player = new Player(sim, realms, () => undefined);
        for (const move of moves) if (move.kind !== 'kill') player.play(move);
        const from = sim.steps.length === 0 ? 0 : where % sim.steps.length;
        const { steps, dropped } = await forked(sim, from);
        expect(dropped).toEqual([]);
        expect(eventsOf(steps)).toEqual(eventsOf(sim.steps.slice(from)));
      }),
      { numRuns: 100 },
    );
  });

  it('a result that was recorded for what is asked now is taken; something else is asked anew', async () => {
    const { sim, main } = pairRun('Secret12!');
    const asked: string[] = [];
    const answer: Replay['answer'] = async ({ effect }) => {
      asked.push(effect.kind);
      return { matches: false };
    };
    const at = sim.steps.findIndex(({ input }) => input.kind === 'answer' && input.session !== main);
    await forked(sim, at, { answer });
    expect(asked).toEqual([]);
    const edit = { kind: 'edit', session: sim.phone, scope: 'shared', key: 'username', value: 'scarter' } as const;
    const password = at + sim.steps.slice(at + 1).findIndex(({ input }) => input.kind === 'answer' && input.session === sim.phone) + 1;
    const { state } = await forked(sim, password, { answer, first: [edit] });
    expect(asked).toEqual(['password']);
    expect(state.sessions[sim.phone]?.status).toMatchObject({ kind: 'ended', result: 'failure' });
  });

  it('another answer: what came after it goes on, and what fits no more is told', async () => {
    const { sim, main } = pairRun('wrong');
    expect(sim.state.sessions[sim.phone]?.status).toMatchObject({ result: 'failure' });
    const at = sim.steps.findLastIndex(({ input }) => input.kind === 'answer' && input.session === sim.phone);
    const right = [{ type: 'PasswordCallback', values: { '': seal('Secret12!') as unknown as Json } }];
    let changed = false;
    const { state, given, dropped } = await forked(sim, at, {
      answer: async () => ({ matches: true }),
      change(_recorded, input) {
        if (changed || input.kind !== 'answer') return input;
        changed = true;
        return { ...input, answers: right };
      },
    });
    expect(state.sessions[sim.phone]?.status).toMatchObject({ kind: 'ended', result: 'success' });
    expect(state.transactions[sim.transaction().id]).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
    expect(given.map(({ input }) => input.kind)).toEqual(['answer', 'clock', 'answer']);
    expect(dropped).toEqual([]);
    expect(state.sessions[main]?.outcomes.Status).toBe('success');
  });

  it('what a session is asked later than it was, it is given later; other sessions keep their times', async () => {
    const { sim } = pairRun('Secret12!');
    const at = sim.steps.findIndex(({ input }) => input.kind === 'start' && input.session === sim.phone);
    const first = [{ kind: 'latency', latency: { name: 2000 } }] as const;
    const slow = await forked(sim, at, { first, answer: async () => ({ matches: true }) });
    expect(slow.dropped).toEqual([]);
    expect(slow.state.sessions[sim.phone]?.status).toMatchObject({ kind: 'ended', result: 'success' });
    const answered = ({ steps }: { steps: readonly RecordedStep[] }): number[] =>
      steps.filter(({ input }) => input.kind === 'answer' && input.session === sim.phone).map(({ input }) => input.at - START);
    expect(answered({ steps: sim.steps })).toEqual([0, 0]);
    expect(Math.min(...answered(slow))).toBe(2000);
  });

  it('answers to a step that asks for something else are dropped, and it is said why', async () => {
    const { sim } = pairRun('Secret12!');
    const at = sim.steps.findIndex(({ input }) => input.kind === 'start' && input.session === sim.phone);
    const realm = copyOf(sim.model.realm);
    const login = realm.journeys.Login?.tree;
    if (login) login.entryNodeId = 'Password';
    const { dropped } = await forked(sim, at, {
      model: new Model(realm),
      modelOf: undefined,
      first: [{ kind: 'realm', version: 1 }],
      answer: async () => ({ matches: false }),
    });
    expect(dropped.map(({ why }) => why)).toContain('the step asks for PasswordCallback; the answer was for NameCallback');
  });
});

/** The pair: the phone logs in with a password, then the main journey asks how it went. */
function pairRun(password: string): { sim: RecordedSimulation & { phone: string }; main: string } {
  const sim = new RecordedSimulation(pair()) as RecordedSimulation & { phone: string };
  const main = sim.answer(sim.start('Main'), 'bjensen');
  const phone = sim.open(sim.transaction().id);
  sim.phone = phone.id;
  sim.answer(sim.answer(phone, 'bjensen'), password);
  sim.advance(6);
  sim.answer(main);
  return { sim, main: main.id };
}
