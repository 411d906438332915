import { type Failure, type FailureKind, failureKind } from '../callbacks/index.ts';

export interface Explanation {
  title: string;
  text: string;
  /** Whether the same link may work when tried again. */
  again: boolean;
}

const ASK_AGAIN = 'Go back to where you got it and ask for a new one.';

const WORDS: Record<Exclude<FailureKind, 'other'>, Explanation> = {
  'no-transaction': {
    title: 'This link does not work any more',
    text: `It was not found, or the time to answer has passed. ${ASK_AGAIN}`,
    again: false,
  },
  'not-approved': {
    title: 'The request could not be approved',
    text: `It was answered before, or it is meant for somebody else. ${ASK_AGAIN}`,
    again: false,
  },
  'timed-out': { title: 'That took too long', text: 'For your safety the sign-in was ended. Please start again.', again: true },
  'no-journey': {
    title: 'There is nothing to sign in to here',
    text: 'The journey that this address names does not exist, is disabled, or cannot be started directly.',
    again: false,
  },
  'used-link': { title: 'This link does not work any more', text: 'It was used before or its time has passed. Please start again.', again: false },
  login: { title: 'You are not signed in', text: 'What you entered was not accepted, or the sign-in was declined.', again: true },
};

/** AM's failure in the words of the person who only wanted to sign in. */
export function explainFailure(failure: Pick<Failure, 'message' | 'errorCode'>): Explanation {
  const kind = failureKind(failure);
  return kind === 'other' ? { ...WORDS.login, text: failure.message } : WORDS[kind];
}
