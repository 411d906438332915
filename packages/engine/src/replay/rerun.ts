import { copyOf } from '../copy.ts';
import type { EngineEvent, Input, SimulationState } from '../state.ts';
import { step } from '../step.ts';
import type { ModelOf } from './recorded.ts';

/**
 * Runs inputs again, all of them as they are: results of effects are among them, so nothing is asked of anybody. For verification.
 *
 * @param state the state before the first; consumed
 * @returns the events of each input
 * @throws Error when an input names a realm that is not there
 */
export function* rerun(modelOf: ModelOf, state: SimulationState, inputs: Iterable<Input>): Generator<EngineEvent[], void> {
  let model = modelOf(state.realmVersion);
  for (const input of inputs) {
    if (input.kind === 'realm') model = modelOf(input.version);
    if (!model) throw new Error(`The realm of version ${input.kind === 'realm' ? input.version : state.realmVersion} is missing.`);
    yield copyOf(step(model, state, copyOf(input)).events);
  }
}
