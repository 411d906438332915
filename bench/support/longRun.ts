import { createHash } from 'node:crypto';
import { createState, type EffectAnswer, type EngineEvent, type Input, Model, type SimulationState, step } from '@tandem/engine';
import type { Realm } from '@tandem/journey';
import { createScriptPool } from '@tandem/scripting/node';
import { effectsIn, Pair, START } from './pair.ts';

/** A long simulation as it was recorded: what each input led to. */
export interface Recorded {
  realm: Realm;
  start: SimulationState;
  inputs: Input[];
  /** By step. */
  events: EngineEvent[][];
}

/** The realm with a help desk that does not give up: neither the transaction nor the journey's time ends before, so that one run may be long. */
export function patient(realm: Realm, seconds: number): Realm {
  const long = structuredClone(realm);
  for (const node of Object.values(long.nodes) as { timeout?: number }[]) if (node.timeout !== undefined) node.timeout = seconds;
  for (const { tree } of Object.values(long.journeys) as { tree: { treeTimeout?: number } }[]) tree.treeTimeout = Math.ceil(seconds / 60);
  return long;
}

/**
 * Agents look users up and poll, one after the other, until there are so many events. Scripts run for real with the first, and are answered the
 * same afterwards.
 *
 * @param polls of one agent
 */
export async function recorded(realm: Realm, wanted: number, polls: number): Promise<Recorded> {
  const model = new Model(realm);
  const pool = createScriptPool({ size: 1 });
  const real = effectsIn(pool);
  const canned = new Map<string, EffectAnswer>();
  const pair = new Pair(model, async (requested, ...world) => {
    const name = requested.effect.kind === 'script' ? requested.effect.scriptId : requested.effect.kind;
    const known = canned.get(name) ?? (await real(requested, ...world));
    canned.set(name, known);
    return known;
  });
  const state = createState({ now: START });
  const events: EngineEvent[][] = [];
  let count = 0;
  let read = 0;
  const follow = () => {
    for (; read < pair.inputs.length; read++) {
      const { events: told } = step(model, state, structuredClone(pair.inputs[read] as Input));
      events.push(structuredClone(told));
      count += told.length;
    }
  };
  for (let n = 0; count < wanted; n++) {
    const agent = await pair.lookUp(`agent-${n}`);
    follow();
    for (let poll = 0; poll < polls && count < wanted && agent.status.kind === 'callbacks'; poll++) {
      await pair.answer(agent);
      follow();
    }
  }
  await pool.close();
  return { realm, start: createState({ now: START }), inputs: pair.inputs, events };
}

/** The file of a recorded simulation, as Tandem takes it. */
export function fileOf({ realm, start, inputs, events }: Recorded): object {
  const all = createHash('sha256');
  const trace = events.map((told) => {
    const text = told.map((event) => `${JSON.stringify(event)}\n`).join('');
    all.update(text);
    return createHash('sha256').update(text).digest('hex').slice(0, 8);
  });
  return {
    format: 'tandem-simulation',
    version: 1,
    tandem: 'bench',
    exportedAt: new Date().toISOString(),
    initial: { n: 0, state: start },
    realms: [{ version: 0, realm }],
    inputs,
    trace,
    digest: all.digest('hex'),
  };
}
