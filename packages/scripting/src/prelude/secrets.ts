import { utf8Encode } from './bytes.ts';
import type { Ask } from './host-call.ts';
import { collection } from './java.ts';
import { append, binding, toText } from './primordials.ts';

/** `secrets.getGenericSecret(id)`: a Java secret with `getAsUtf8()` and `getAsBytes()` (Ping docs: scripting, secrets). Unknown: an exception. */
export function secretsBinding(ask: Ask): Record<string, unknown> {
  return binding({
    getGenericSecret: (id: unknown) => {
      const value = ask('secrets', 'getGenericSecret', [toText(id)]) as string;
      return binding({
        getAsUtf8: () => value,
        getAsBytes: () => {
          const bytes = utf8Encode(value);
          const signed: number[] = [];
          for (let i = 0; i < bytes.length; i++) append(signed, ((bytes[i] as number) << 24) >> 24);
          return collection(signed);
        },
      });
    },
  });
}
