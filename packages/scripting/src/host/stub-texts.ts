import type { HttpStub } from './types.ts';

/** How the refusal of a call that no stub answers begins. */
export const NO_STUB = 'httpClient: no stub for ';

/** What the log says of a call that was answered: without it a person who reads the run could not tell that there was a call. */
export function answeredText(binding: string, { method, uri }: { method: string; uri: string }, { status, isFault }: HttpStub): string {
  return `${binding}: ${method} ${uri} was answered by ${isFault ? 'a fault' : 'a stub'}: ${status}`;
}
