import { FailureError } from './primordials.ts';

export function notSimulated(what: string): never {
  throw new FailureError(`not simulated: ${what}`);
}
