import type { Draft } from '../draft.ts';
import type { Model } from '../model.ts';
import { RandomStream } from '../random.ts';
import type { EffectAnswer, OwnedAnswer, Session } from '../state.ts';
import { nodeContext } from './context.ts';
import type { VisitRun } from './run.ts';

/** What a visit starts from: its time, its chance, the client's answers, the driver's answers so far, and whether the client came back from a suspension. */
export interface VisitInput {
  began: number;
  random: string;
  answers: OwnedAnswer[] | null;
  results: Record<string, EffectAnswer>;
  resumed: boolean;
}

export function visitRun(model: Model, draft: Draft, session: Session, { began, random, answers, results, resumed }: VisitInput): VisitRun {
  return {
    model,
    draft,
    session,
    random: new RandomStream(random),
    began,
    answers,
    results,
    contextOf: nodeContext,
    calls: null,
    reads: [],
    writes: [],
    because: null,
    assumptions: [],
    audit: null,
    resumed,
    suspended: null,
  };
}
