import { describe, encode, invoke, isFunction } from './encode.ts';
import type { Ask } from './host-call.ts';
import { decode, java, requestMap } from './java.ts';
import type { Native } from './native.ts';
import { binding, hasOwn, quote, toText } from './primordials.ts';

interface Stub {
  status: number;
  statusText: string;
  headers: Record<string, string[]>;
  body: string;
}
type Settled = { value: unknown } | { error: unknown };

/** Promise-like that is settled from the start, as the simulation answers at once. */
function settled(result: Settled): Record<string, unknown> {
  const follow = (handler: unknown, value: unknown): Record<string, unknown> => {
    if (!isFunction(handler)) return settled(result);
    try {
      return settled({ value: invoke(handler, [value]) });
    } catch (error) {
      return settled({ error });
    }
  };
  return binding({
    get: () => {
      if ('error' in result) throw result.error;
      return result.value;
    },
    // biome-ignore lint/suspicious/noThenProperty: AM's answer is promise-like
    then: (onValue: unknown, onError: unknown) => ('error' in result ? follow(onError, result.error) : follow(onValue, result.value)),
    catch: (onError: unknown) => ('error' in result ? follow(onError, result.error) : settled(result)),
    finally: (handler: unknown) => {
      if (isFunction(handler)) invoke(handler, []);
      return settled(result);
    },
  });
}

function response(stub: Stub): Record<string, unknown> {
  const members: Record<string, unknown> = {
    status: stub.status,
    statusText: stub.statusText,
    ok: stub.status >= 200 && stub.status < 300,
    headers: requestMap(stub.headers),
    text: () => stub.body,
    json: () => decode(stub.body),
  };
  return binding(members);
}

/** `httpClient`: answered by the driver's stubs; without one the call fails and says so in the log, for a script may never look. */
export function httpClientBinding(ask: Ask, native: Native): Record<string, unknown> {
  return binding({
    send: (uri: unknown, options: unknown) => {
      const given = java(decode(encode(options ?? {}))) as Record<string, unknown>;
      const method = hasOwn(given, 'method') ? toText(given.method) : 'GET';
      try {
        return settled({ value: response(ask('httpClient', 'send', [toText(uri), method, given]) as Stub) });
      } catch (error) {
        native.record(`l{"level":"warn","message":${quote(describe(error).message)}}`);
        return settled({ error });
      }
    },
  });
}
