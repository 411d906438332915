import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { text } from './encode.ts';
import type { Crypto } from './native-crypto.ts';
import { append, binding, codeAt, fromCharCode, isArray, sliceText } from './primordials.ts';
import { bytesOf, signedBytes, subtleBinding } from './subtle.ts';

function latin1(bytes: readonly number[]): string {
  let value = '';
  for (let i = 0; i < bytes.length; i++) value += fromCharCode(bytes[i] as number);
  return value;
}
function latin1Bytes(value: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) append(bytes, codeAt(value, i) & 255);
  return bytes;
}

function base64(urlSafe: boolean): Record<string, unknown> {
  const members: Record<string, unknown> = {
    encode: (value: unknown) => base64Encode(bytesOf(value), urlSafe),
    decode: (value: unknown) => utf8Decode(base64Decode(text(value))),
    btoa: (value: unknown) => base64Encode(latin1Bytes(text(value)), urlSafe),
    atob: (value: unknown) => latin1(base64Decode(text(value))),
  };
  if (!urlSafe) members.decodeToBytes = (value: unknown) => signedBytes(base64Decode(text(value)));
  return binding(members);
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
