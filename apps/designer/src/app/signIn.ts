import { create } from 'zustand';

/** Whether the server wants amadmin to sign in before it answers any more. */
export const useSignIn = create<{ isNeeded: boolean }>(() => ({ isNeeded: false }));

let waiting: (() => void)[] = [];

/**
 * Brings up the sign-in and waits for it: what was asked for is asked again then, so that nobody loses what they were doing.
 * @throws the signal's reason
 */
export function untilSignedIn(signal: AbortSignal | undefined): Promise<void> {
  useSignIn.setState({ isNeeded: true });
  return new Promise((resolve, reject) => {
    waiting.push(resolve);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

export function signedIn(): void {
  const before = waiting;
  waiting = [];
  useSignIn.setState({ isNeeded: false });
  for (const goOn of before) goOn();
}

/** Finds out why a stream was refused: nobody is told the status of one. */
export async function askForSignIn(): Promise<void> {
  const response = await fetch('/api/session').catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  if ((body as { signIn?: unknown } | undefined)?.signIn === 'needed') useSignIn.setState({ isNeeded: true });
}
