import { type Failure, failureKind } from '../../callbacks/index.ts';
import type { Explanation, PageWords } from './english.ts';

/** AM's failure in the words of the person who only wanted to sign in. */
export function explainFailure(failure: Pick<Failure, 'message' | 'errorCode'>, { failures }: PageWords): Explanation {
  const kind = failureKind(failure);
  return kind === 'other' ? { ...failures.login, text: failure.message } : failures[kind];
}
