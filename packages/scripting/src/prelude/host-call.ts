import { encode } from './encode.ts';
import { decode } from './java.ts';
import type { Native } from './native.ts';
import { binding, define, FailureError, quote } from './primordials.ts';

/** Asks the driver; returns its value with Java methods or throws its message. */
export type Ask = (binding: string, method: string, args: readonly unknown[]) => unknown;

interface Answer {
  ok: boolean;
  value?: unknown;
  message?: string;
  code?: number;
  log?: string;
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** IDM's exception behind an error, which Rhino hands out as `javaException` (Ping docs: common bindings, "Handle openidm exceptions"). */
function javaException(code: number, message: string): Record<string, unknown> {
  return binding({
    getCode: () => code,
    getReason: () => REASONS[code] ?? 'Unknown',
    getDetail: () => null,
    getMessage: () => message,
    isServerError: () => code >= 500,
  });
}

export function createAsk(native: Native): Ask {
  return (binding, method, args) => {
    const answer = decode(native.host(`{"binding":${quote(binding)},"method":${quote(method)},"args":${encode(args)}}`)) as Answer;
    if (answer.log !== undefined) native.record(`l{"level":"info","message":${quote(answer.log)}}`);
    if (answer.ok) return answer.value;
    const error = new FailureError(answer.message) as Error & { code?: number };
    if (answer.code !== undefined) {
      error.code = answer.code;
      define(error, 'javaException', javaException(answer.code, answer.message ?? ''), false);
    }
    throw error;
  };
}
