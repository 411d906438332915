/**
 * Engine: visits per second of the help desk pair, with events, patches, reads and writes recorded. A run is recorded once, its scripts run for real;
 * then the visits without scripts are made again and again, in seconds of one core. The peer is XState, the best known
 * state-machine interpreter of the field, making as many transitions of a machine with a node for each; it keeps no log, no patches, no node state.
 *
 * Besides: what a visit costs beside 10 and beside 10,000 sessions that wait.
 */
import { type Input, Model as RecordingModel, type Session } from '@tandem/engine';
import { createScriptPool } from '@tandem/scripting/node';
import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { builtEngine } from './support/built.ts';
import { effectsIn, Pair, replayed, START } from './support/pair.ts';
import { firstRunRealm } from './support/realm.ts';
import { cpuSeconds, median, ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const RUNS = 200;
const SIMULATIONS = Number(process.env.SIMULATIONS ?? 100);
const WARM_UP = Math.ceil(6_000 / SIMULATIONS);
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const NODES = 12;
const POLLS = 2_000;
const TRANSITIONS = 8_000;

/**
 * So many simulations of the pair live side by side, as on a server, and make each input in turn; the script-free visits are timed. The clock of the
 * processor is read once for all of them, as reading any clock costs more than a visit.
 *
 * Their states are the engine's own, from their start. Copies that JSON.parse makes just before each visit, as they stood here once, are young: the
 * garbage collector moves them while visits are timed, which takes a tenth and more. No server holds such copies.
 * Of simulations that live side by side a hundred are taken (SIMULATIONS sets another number): with four hundred, all under way at the same moment, a
 * visit costs about a fifth more, because the garbage collector has more to move.
 *
 * @returns visits per second of one core
 */
function visitsPerSecond({ inputs, plain }: Pair): number {
  const states = Array.from({ length: SIMULATIONS }, () => built.createState({ now: START }));
  let seconds = 0;
  let visits = 0;
  let written = 0;
  for (const [index, input] of inputs.entries()) {
    const cpu = process.cpuUsage();
    for (const state of states) written += built.step(model, state, input).events[0]?.patch.length ?? 0;
    if (!plain[index]) continue;
    seconds += cpuSeconds(cpu);
    visits += SIMULATIONS;
  }
  if (written < visits) throw new Error('The log is not on.');
  return visits / seconds;
}

/** @returns inputs of all kinds per second of one core: starts, answers, visits, answers of effects */
function inputsPerSecond({ inputs }: Pair): number {
  const cpu = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) replayed(built, model, inputs);
  return (RUNS * inputs.length) / cpuSeconds(cpu);
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
function polls({ state }: Pair, agents: readonly Session[]): number {
  const random = 'ab'.repeat(32);
  const cpu = process.cpuUsage();
  for (let n = 0; n < POLLS; n++) {
    const session = agents[n % 10] as Session;
    const at = state.now;
    const { otk, request } = session;
    built.step(model, state, { at, random, kind: 'answer', session: session.id, otk, digest: '', answers: [], request } as Input);
    built.step(model, state, { at, random, kind: 'visit', session: session.id } as Input);
  }
  return POLLS / cpuSeconds(cpu);
}

const tandem = await startedTandem();
const realm = await firstRunRealm(tandem.url).finally(() => tandem.end());
const built = await builtEngine();
const model = new built.Model(realm);
const recording = new RecordingModel(realm);
const pool = createScriptPool({ size: 1, timeoutMs: 5_000 });
const recorded = new Pair(recording, effectsIn(pool));
await recorded.run().finally(() => pool.close());

// The compiler takes thousands of visits of each node to be done with them.
for (let round = 0; round < WARM_UP; round++) visitsPerSecond(recorded);
const rounds = Array.from({ length: ROUNDS }, () => ({
  visits: visitsPerSecond(recorded),
  inputs: inputsPerSecond(recorded),
  peer: xstate(TRANSITIONS),
}));
const visits = median(rounds.map((round) => round.visits));
const peer = median(rounds.map((round) => round.peer));
table([
  ['visits of the pair/s, without scripts', visits],
  ['inputs of the pair/s, of all kinds', median(rounds.map((round) => round.inputs))],
  ['XState transitions/s', peer],
]);
ratio('visits to XState transitions', visits / peer);
ratio('visits to the 100,000/s wanted', visits / 100_000);

const canned = recorded.inputs.find((input) => input.kind === 'effect');
const waiting = async (count: number): Promise<[Pair, Session[]]> => {
  const pair = new Pair(recording, () => (canned as Extract<Input, { kind: 'effect' }>).result, false);
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
