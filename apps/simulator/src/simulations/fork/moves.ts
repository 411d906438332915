import type { ForkMove } from '@tandem/api';
import { AnswerProblem, type GivenAnswer } from '@tandem/engine';
import type { Json } from '@tandem/journey';
import { ProblemError } from '../../http/problem.ts';
import { answersByName } from '../answers.ts';
import { clockGoal } from '../clock-goal.ts';
import type { SimulationRuntime } from '../runtime.ts';

/** Why a move could not be made. */
export class MoveImpossible extends Error {
  override readonly name = 'MoveImpossible';
}

/** What the clients of the parent answered next, by session: what a move leaves out is taken from there, once. */
export type KnownAnswers = Map<string, readonly GivenAnswer[]>;

/** Makes a move, and waits until what follows from it at this time has happened. @throws MoveImpossible */
export async function makeMove(runtime: SimulationRuntime, move: ForkMove, known: KnownAnswers): Promise<void> {
  if (move.kind === 'clock') await moveClock(runtime, move);
  else if (move.kind === 'message') await answerMessage(runtime, move);
  else await giveAnswer(runtime, move, known);
  await runtime.idle();
}

async function giveAnswer(
  runtime: SimulationRuntime,
  { session: id, inputs }: { session: string; inputs: Record<string, Json> },
  known: KnownAnswers,
): Promise<void> {
  const session = Object.hasOwn(runtime.state.sessions, id) ? runtime.state.sessions[id] : undefined;
  if (session?.status.kind !== 'callbacks')
    throw new MoveImpossible(session ? 'the session does not wait for an answer' : 'there is no such session');
  try {
    const answers = answersByName(session, inputs, runtime.sealer, known.get(id));
    known.delete(id);
    await runtime.submit({ kind: 'answer', session: id, otk: session.otk, digest: '', answers, request: session.request });
  } catch (error) {
    throw error instanceof AnswerProblem ? new MoveImpossible(error.message) : error;
  }
}

async function moveClock(runtime: SimulationRuntime, { move }: Extract<ForkMove, { kind: 'clock' }>): Promise<void> {
  if ('rate' in move) throw new MoveImpossible('the clock of a fork stands still until it is set going');
  try {
    await runtime.moveTo('advanceMs' in move ? { by: move.advanceMs } : clockGoal(move.to, runtime.clock));
  } catch (error) {
    throw error instanceof ProblemError ? new MoveImpossible(error.message) : error;
  }
}

async function answerMessage(runtime: SimulationRuntime, { id, approve, number }: Extract<ForkMove, { kind: 'message' }>): Promise<void> {
  const message = Object.hasOwn(runtime.state.outbox, id) ? runtime.state.outbox[id] : undefined;
  if (message?.kind !== 'push' || message.answered) throw new MoveImpossible(message ? 'the message cannot be answered' : 'there is no such message');
  await runtime.submit({ kind: 'message', id, approve, number: number === undefined ? null : String(number) });
}
