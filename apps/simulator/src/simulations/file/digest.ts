import { createHash } from 'node:crypto';
import { type EngineEvent, type Input, Model, rerun, type SimulationState } from '@tandem/engine';
import type { Realm } from '@tandem/journey';

export interface Rerun {
  events: EngineEvent[][];
  trace: string[];
  digest: string;
  /** The state at the end. */
  state: SimulationState;
}

/** Runs inputs again over the realms that they were made for. @throws Error when they cannot be run */
export function runAgain(state: SimulationState, realms: readonly { version: number; realm: Realm }[], inputs: readonly Input[]): Rerun {
  const models = new Map(realms.map(({ version, realm }) => [version, new Model(realm)]));
  const all = createHash('sha256');
  const events: EngineEvent[][] = [];
  const trace: string[] = [];
  const end = structuredClone(state);
  for (const of of rerun((version) => models.get(version), end, inputs)) {
    const text = of.map((event) => `${JSON.stringify(event)}\n`).join('');
    all.update(text);
    trace.push(createHash('sha256').update(text).digest('hex').slice(0, 8));
    events.push(of);
  }
  return { events, trace, digest: all.digest('hex'), state: end };
}
