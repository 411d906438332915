import type { ForkPointAnswer } from '@tandem/api';
import type { GivenAnswer, SimulationState } from '@tandem/engine';
import type { Json } from '@tandem/journey';
import type { StoredStep } from '../../storage/run-store.ts';
import { holdsSealed } from '../secrets.ts';
import { iso } from '../summary.ts';

/** What a client gave, and when. */
export interface NextAnswer {
  at: number;
  answers: readonly GivenAnswer[];
}

/** The answers that ended the waits of this moment, by session. What nothing came of (it was late, or forged) is none. */
export function nextAnswers(state: SimulationState, later: readonly StoredStep[]): Map<string, NextAnswer> {
  const waiting = new Set(Object.values(state.sessions).flatMap(({ id, status }) => (status.kind === 'callbacks' && !status.suspended ? [id] : [])));
  const found = new Map<string, NextAnswer>();
  for (const { input, events } of later) {
    if (waiting.size === found.size) break;
    if (input.kind !== 'answer' || !waiting.has(input.session) || found.has(input.session)) continue;
    if (events.some(({ kind }) => kind === 'answered')) found.set(input.session, { at: input.at, answers: input.answers });
  }
  return found;
}

/** By input name, without secrets. */
export function toldAnswer(session: string, { at, answers }: NextAnswer): ForkPointAnswer['answers'][number] {
  const inputs: Record<string, Json> = {};
  for (const [index, { values }] of answers.entries())
    for (const [suffix, value] of Object.entries(values)) if (!holdsSealed(value)) inputs[`IDToken${index + 1}${suffix}`] = value;
  return { session, at: iso(at), inputs };
}
