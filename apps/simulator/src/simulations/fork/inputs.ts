import type { ForkChange } from '@tandem/api';
import { AnswerProblem, type Replay, type SimulationState } from '@tandem/engine';
import { badRequest } from '../../http/problem.ts';
import type { Sealer } from '../../storage/sealer.ts';
import { answersByName } from '../answers.ts';
import { sealedByName } from '../edit.ts';

/**
 * What a fork's changes are to the engine: inputs before all others.
 *
 * @param version of the changed realm; undefined: it is the same
 * @throws ProblemError 400 for a session that is not there
 */
export function firstInputs(changes: readonly ForkChange[], state: SimulationState, version: number | undefined, sealer: Sealer): Replay['first'] {
  const inputs: Replay['first'][number][] = version === undefined ? [] : [{ kind: 'realm', version }];
  for (const [index, change] of changes.entries()) {
    if (change.kind === 'latency') inputs.push({ kind: 'latency', latency: change.latency });
    if (change.kind !== 'state') continue;
    const { session, scope, key, value } = change;
    const found = Object.hasOwn(state.sessions, session) ? state.sessions[session] : undefined;
    if (!found || found.status.kind === 'ended')
      throw badRequest({
        field: `changes.${index}.session`,
        message: 'There is no such session under way at this moment.',
        expected: 'A session under way',
      });
    inputs.push({ kind: 'edit', session, scope, key, ...(value === undefined ? {} : { value: sealedByName(value, scope, key, sealer) }) });
  }
  return inputs;
}

/** Gives another answer than the recorded one: the next of each session that a change names. */
export function answerChanger(changes: readonly ForkChange[], sealer: Sealer): NonNullable<Replay['change']> {
  const left = changes.filter((change) => change.kind === 'answer');
  return (recorded, input, state) => {
    if (input.kind !== 'answer' || recorded.ignored) return input;
    const at = left.findIndex(({ session }) => session === input.session);
    const [change] = at < 0 ? [] : left.splice(at, 1);
    const session = state.sessions[input.session];
    if (!change || !session) return input;
    try {
      return { ...input, answers: answersByName(session, change.inputs, sealer, input.answers), digest: '' };
    } catch (error) {
      if (error instanceof AnswerProblem) return { why: error.message };
      throw error;
    }
  };
}
