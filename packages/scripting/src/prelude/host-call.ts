import { encode } from './encode.ts';
import { decode } from './java.ts';
import type { Native } from './native.ts';
import { FailureError, quote } from './primordials.ts';

/** Asks the driver; returns its value with Java methods or throws its message. */
export type Ask = (binding: string, method: string, args: readonly unknown[]) => unknown;

interface Answer {
  ok: boolean;
  value?: unknown;
  message?: string;
  code?: number;
}

export function createAsk(native: Native): Ask {
  return (binding, method, args) => {
    const answer = decode(native.host(`{"binding":${quote(binding)},"method":${quote(method)},"args":${encode(args)}}`)) as Answer;
    if (answer.ok) return answer.value;
    const error = new FailureError(answer.message) as Error & { code?: number };
    if (answer.code !== undefined) error.code = answer.code;
    throw error;
  };
}
