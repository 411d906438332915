/**
 * Engine: visits per second of the help desk pair, with events, patches, reads and writes recorded. A run is recorded once, its scripts run for real;
 * then its inputs are given to the engine again and again, and the visits without scripts are timed, in seconds of one core. The peer is XState, the best known
 * state-machine interpreter of the field, making as many transitions of a machine with a node for each; it keeps no log, no patches, no node state.
 *
 * Besides: what a visit costs beside 10 and beside 10,000 sessions that wait.
 */
import { type Input, Model, type Session, step } from '@tandem/engine';
import { createScriptPool } from '@tandem/scripting/node';
import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { effectsIn, Pair, replayed } from './support/pair.ts';
import { firstRunRealm } from './support/realm.ts';
import { cpuSeconds, median, ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const RUNS = 200;
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const NODES = 12;
const POLLS = 2_000;
const TRANSITIONS = 8_000;

/** @returns visits without scripts per second, and inputs of all kinds per second */
function engine(model: Model, { inputs, plain }: Pair): { visits: number; inputs: number } {
  let visits = 0;
  let ofVisits = 0;
  let ofAll = 0;
  let patches = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let run = 0; run < RUNS; run++) {
    replayed(model, inputs, (index, ms, patched) => {
      ofAll += ms;
      patches += patched;
      if (!plain[index]) return;
      ofVisits += ms;
      visits += 1;
    });
  }
  if (patches < visits) throw new Error('The log is not on.');
  // Each step is timed by the wall, as the clock of the processor is too coarse; what others took of the processor is taken out again.
  const share = (cpuSeconds(cpu) * 1000) / (performance.now() - start);
  return { visits: ((visits / ofVisits) * 1000) / share, inputs: (((RUNS * inputs.length) / ofAll) * 1000) / share };
}

function xstate(count: number): number {
  const states = Object.fromEntries(Array.from({ length: NODES }, (_, n) => [`n${n}`, { on: { outcome: `n${(n + 1) % NODES}` } }]));
  const machine = createMachine({ initial: 'n0', states });
  let snapshot = getInitialSnapshot(machine);
  const cpu = process.cpuUsage();
  for (let visit = 0; visit < count; visit++) snapshot = getNextSnapshot(machine, snapshot, { type: 'outcome' });
  return count / cpuSeconds(cpu);
}

/** Polls answered per second, two inputs each, in a simulation in which so many agents wait. */
function polls(pair: Pair, agents: readonly Session[]): number {
  const { model, state } = pair;
  const random = 'ab'.repeat(32);
  const cpu = process.cpuUsage();
  for (let n = 0; n < POLLS; n++) {
    const session = agents[n % 10] as Session;
    const at = state.now;
    const { otk, request } = session;
    step(model, state, { at, random, kind: 'answer', session: session.id, otk, digest: '', answers: [], request } as Input);
    step(model, state, { at, random, kind: 'visit', session: session.id } as Input);
  }
  return POLLS / cpuSeconds(cpu);
}

const tandem = await startedTandem();
const realm = await firstRunRealm(tandem.url).finally(() => tandem.end());
const model = new Model(realm);
const pool = createScriptPool({ size: 1, timeoutMs: 5_000 });
const recorded = new Pair(model, effectsIn(pool));
await recorded.run().finally(() => pool.close());

engine(model, recorded);
const rounds = Array.from({ length: ROUNDS }, () => ({ tandem: engine(model, recorded), peer: xstate(TRANSITIONS) }));
const visits = median(rounds.map((round) => round.tandem.visits));
const peer = median(rounds.map((round) => round.peer));
table([
  ['visits of the pair/s, without scripts', visits],
  ['inputs of the pair/s, of all kinds', median(rounds.map((round) => round.tandem.inputs))],
  ['XState transitions/s', peer],
]);
ratio('visits to XState transitions', visits / peer);
ratio('visits to the 100,000/s wanted', visits / 100_000);

const canned = recorded.inputs.find((input) => input.kind === 'effect');
const waiting = async (count: number): Promise<[Pair, Session[]]> => {
  const pair = new Pair(model, () => (canned as Extract<Input, { kind: 'effect' }>).result, false);
  const agents: Session[] = [];
  for (let n = 0; n < count; n++) agents.push(await pair.lookUp(`agent-${n}`));
  return [pair, agents];
};
const few = await waiting(10);
const many = await waiting(10_000);
for (const sessions of [few, many, few, many]) polls(...sessions);
const beside = Array.from({ length: ROUNDS }, () => ({ few: polls(...few), many: polls(...many) }));
table([
  ['polls/s beside 10 sessions', median(beside.map((round) => round.few))],
  ['polls/s beside 10,000 sessions', median(beside.map((round) => round.many))],
]);
ratio('cost beside 10,000 to beside 10', median(beside.map((round) => round.few / round.many)));
