import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { text } from './encode.ts';
import type { Crypto } from './native-crypto.ts';
import { binding, isArray, sliceText } from './primordials.ts';
import { bytesOf, signedBytes, subtleBinding } from './subtle.ts';

/** As recorded on AIC: `btoa` and `atob` are UTF-8 too, and what is not base64 is an exception, but null with the other alphabet. */
function base64(urlSafe: boolean): Record<string, unknown> {
  const encode = (value: unknown) => base64Encode(bytesOf(value), urlSafe);
  const decode = (value: unknown): string | null => {
    try {
      return utf8Decode(base64Decode(text(value)));
    } catch (error) {
      if (urlSafe) return null;
      throw error;
    }
  };
  return binding({ encode, decode, btoa: encode, atob: decode, decodeToBytes: (value: unknown) => signedBytes(base64Decode(text(value))) });
}

const HEX = '0123456789abcdef';
export function randomUuid(random: Random): string {
  let hex = '';
  for (let i = 0; i < 32; i++) {
    const bits = random.next() >>> 28;
    hex += HEX[i === 12 ? 4 : i === 16 ? 8 | (bits & 3) : bits] as string;
  }
  return `${sliceText(hex, 0, 8)}-${sliceText(hex, 8, 12)}-${sliceText(hex, 12, 16)}-${sliceText(hex, 16, 20)}-${sliceText(hex, 20)}`;
}

/** `utils` of next-generation scripts. Chance comes from the run's seed. */
export function utilsBinding(random: Random, crypto: Crypto): Record<string, unknown> {
  return binding({
    base64: base64(false),
    base64url: base64(true),
    crypto: binding({
      randomUUID: () => randomUuid(random),
      getRandomValues: (array: { length: number; [index: number]: number }) => {
        for (let i = 0; i < array.length; i++) array[i] = isArray(array) ? (random.next() << 24) >> 24 : random.next();
        return array;
      },
      subtle: subtleBinding(crypto, random),
    }),
    types: binding({
      stringToBytes: (value: unknown) => signedBytes(utf8Encode(text(value))),
      bytesToString: (bytes: unknown) => utf8Decode(bytesOf(bytes)),
    }),
  });
}
