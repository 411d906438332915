import { type FailureKind, english as form, type Words } from '../../callbacks/index.ts';

export interface Explanation {
  title: string;
  text: string;
  /** Whether the same link may work when tried again. */
  again: boolean;
}

/** The page's own words, with those of the form on it. */
export interface PageWords {
  /** For `lang`: how it is read out and hyphenated. */
  language: string;
  form: Words;
  title: string;
  confirm: string;
  loading: string;
  kept: string;
  again: string;
  confirmed: string;
  confirmedText: string;
  done: string;
  signedIn: string;
  close: string;
  signInAgain: string;
  signOut: string;
  signedOut: string;
  continueTo(host: string): string;
  details: string;
  says(message: string): string;
  foot: string;
  clock: { simulation: string; real: string; still: string; runs(rate: number): string };
  failures: Record<Exclude<FailureKind, 'other'>, Explanation>;
}

const ASK_AGAIN = 'Go back to where you got it and ask for a new one.';

export const english: PageWords = {
  language: 'en',
  form,
  title: 'Sign in',
  confirm: 'Confirm a request',
  loading: 'Loading',
  kept: 'What you entered is kept.',
  again: 'Try again',
  confirmed: 'Confirmed',
  confirmedText: 'You can close this page. The person or app that asked sees your answer.',
  done: 'Done',
  signedIn: 'You are signed in',
  close: 'You can close this page.',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  signedOut: 'You are signed out',
  continueTo: (host) => `Continue to ${host}`,
  details: 'Details for testers',
  says: (message) => `AM says: “${message}”`,
  foot: 'Served by Tandem for testing journeys',
  clock: { simulation: 'Simulation', real: 'real time', still: 'its clock stands still', runs: (rate) => `its clock runs ×${rate}` },
  failures: {
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
  },
};
