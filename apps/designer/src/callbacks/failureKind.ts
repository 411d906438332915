import type { Failure } from './wire.ts';

/** What a failure of AM is about. The end user's page and the players word it differently, but know it by the same signs. */
export type FailureKind = 'no-transaction' | 'not-approved' | 'timed-out' | 'no-journey' | 'used-link' | 'login' | 'other';

/** AM's sentences (facts 3.2, 4.2); the one of a used link is the name of a Java class and no headline. */
const SENTENCES: readonly (readonly [RegExp, FailureKind])[] = [
  [/unable to read transaction/i, 'no-transaction'],
  [/unable to approve transaction/i, 'not-approved'],
  [/timed out/i, 'timed-out'],
  [/no configuration found/i, 'no-journey'],
  [/token not found/i, 'used-link'],
  [/^(login failure)?$/i, 'login'],
];

export function failureKind({ message, errorCode }: Pick<Failure, 'message' | 'errorCode'>): FailureKind {
  if (errorCode === '110') return 'timed-out';
  return SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ?? 'other';
}
