/**
 * A scripted visit of the help desk pair, from the engine's input to the engine's next state, against the bare round trip: a message to a worker of
 * the same pool and back, in which an empty script runs. Both in turn in the same run, one at a time, so that each is a latency.
 */
import { Model, step } from '@tandem/engine';
import type { ScriptEffect } from '@tandem/nodes';
import { createScriptPool } from '@tandem/scripting/node';
import { effectsIn, Pair } from './support/pair.ts';
import { firstRunRealm } from './support/realm.ts';
import { median, ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const CALLS = 150;
const ROUNDS = Number(process.env.ROUNDS ?? 9);

async function micros(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call++) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

const tandem = await startedTandem();
const realm = await firstRunRealm(tandem.url).finally(() => tandem.end());
const model = new Model(realm);
const pool = createScriptPool({ size: 1, timeoutMs: 5_000 });
try {
  let asked: ScriptEffect | undefined;
  const answer = effectsIn(pool);
  const pair = new Pair(model, (requested, ...world) => {
    if (requested.effect.kind === 'script') asked ??= requested.effect;
    return answer(requested, ...world);
  });
  // "Set Backchannel State Properties" is the pair's first scripted node: its visit is repeated from the state before it.
  await pair.lookUp('agent');
  if (!asked) throw new Error('No script ran.');
  const visited = pair.inputs.findIndex((input) => input.kind === 'effect') - 1;
  const before = JSON.stringify(pair.stateBefore(visited));
  const [visit] = pair.inputs.slice(visited);
  const states = Array.from({ length: CALLS * (ROUNDS + 2) }, () => JSON.parse(before) as typeof pair.state);
  const scripted = async (): Promise<void> => {
    const state = states.pop();
    if (!visit || !state) throw new Error('There is no visit to repeat.');
    const [effect] = step(model, state, visit).effects;
    if (!effect) throw new Error('The visit ran no script.');
    const result = await answer(effect, model, state);
    step(model, state, { at: state.now, random: visit.random, kind: 'effect', session: effect.session, effect: effect.id, result });
  };
  const empty: ScriptEffect = { ...asked, source: '', bindings: { ...asked.bindings, shared: {}, transient: {}, secure: {}, properties: {} } };
  const bare = (): Promise<unknown> => pool.run(empty, () => ({ ok: true, value: null }));
  for (const work of [bare, scripted, bare, scripted]) await micros(work);
  const rounds: { bare: number; scripted: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await micros(bare), scripted: await micros(scripted) });
  table([
    ['bare round trip to a worker in µs', median(rounds.map((round) => round.bare))],
    ['scripted visit in µs', median(rounds.map((round) => round.scripted))],
  ]);
  ratio('scripted visit to the bare round trip', median(rounds.map((round) => round.scripted / round.bare)));
} finally {
  await pool.close();
}
