import type { Failure } from '../callbacks/index.ts';

export interface Explanation {
  title: string;
  text: string;
  /** Whether the same link may work when tried again. */
  again: boolean;
}

/** AM's failure in the words of the person who only wanted to sign in. */
export function explainFailure({ message, errorCode }: Pick<Failure, 'message' | 'errorCode'>): Explanation {
  if (/unable to read transaction/i.test(message)) {
    return {
      title: 'This link does not work any more',
      text: 'It was not found, or the time to answer has passed. Go back to where you got it and ask for a new one.',
      again: false,
    };
  }
  if (/unable to approve transaction/i.test(message)) {
    return {
      title: 'The request could not be approved',
      text: 'It was answered before, or it is meant for somebody else. Go back to where you got it and ask for a new one.',
      again: false,
    };
  }
  if (errorCode === '110' || /timed out/i.test(message))
    return { title: 'That took too long', text: 'For your safety the sign-in was ended. Please start again.', again: true };
  if (/no configuration found/i.test(message))
    return {
      title: 'There is nothing to sign in to here',
      text: 'The journey that this address names does not exist, is disabled, or cannot be started directly.',
      again: false,
    };
  if (/token not found/i.test(message))
    return { title: 'This link does not work any more', text: 'It was used before or its time has passed. Please start again.', again: false };
  if (message === 'Login failure' || message === '')
    return { title: 'You are not signed in', text: 'What you entered was not accepted, or the sign-in was declined.', again: true };
  return { title: 'You are not signed in', text: message, again: true };
}
