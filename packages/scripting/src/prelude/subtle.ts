import { utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { text } from './encode.ts';
import { collection } from './java.ts';
import type { Crypto } from './native-crypto.ts';
import { append, binding, hasOwn, isArray, toNumber } from './primordials.ts';
import { notSimulated } from './unsupported.ts';

type Bytes = ArrayLike<number>;
const IV_BYTES = 12;

export function signedBytes(bytes: Bytes): number[] {
  const list: number[] = [];
  for (let i = 0; i < bytes.length; i++) append(list, ((bytes[i] as number) << 24) >> 24);
  return collection(list) as number[];
}
export function bytesOf(value: unknown): Bytes {
  return isArray(value) || ArrayBuffer.isView(value) ? (value as unknown as Bytes) : utf8Encode(text(value));
}

/** The algorithm: a name, or an object with `name` and `hash`, `length`. */
function option(algorithm: unknown, name: string, otherwise: unknown): unknown {
  return typeof algorithm === 'object' && algorithm !== null && hasOwn(algorithm, name) ? (algorithm as Record<string, unknown>)[name] : otherwise;
}
const nameOf = (algorithm: unknown): string => text(typeof algorithm === 'object' ? option(algorithm, 'name', '') : algorithm);

function hmacOnly(algorithm: unknown, what: string): string {
  if (nameOf(algorithm) !== 'HMAC') notSimulated(`utils.crypto.subtle.${what} with ${nameOf(algorithm)}`);
  return text(option(algorithm, 'hash', 'SHA-256'));
}
function aesOnly(algorithm: unknown, what: string): void {
  if (nameOf(algorithm) !== 'AES') notSimulated(`utils.crypto.subtle.${what} with ${nameOf(algorithm)}`);
}

/**
 * `utils.crypto.subtle` (Ping docs: scripting, utils): digests, HMAC and AES with chance from the run's seed. AM's format of AES ciphertext is not
 * known: here it is GCM, initialisation vector first. RSA and the rest are not simulated.
 */
export function subtleBinding(crypto: Crypto, random: Random): Record<string, unknown> {
  const chance = (count: number): number[] => {
    const bytes: number[] = [];
    for (let i = 0; i < count; i++) append(bytes, random.next() & 255);
    return bytes;
  };
  const sign = (algorithm: unknown, key: unknown, data: unknown) => crypto.hmac(hmacOnly(algorithm, 'sign'), bytesOf(key), bytesOf(data));
  return binding({
    digest: (algorithm: unknown, data: unknown) => signedBytes(crypto.digest(nameOf(algorithm), bytesOf(data))),
    sign: (algorithm: unknown, key: unknown, data: unknown) => signedBytes(sign(algorithm, key, data)),
    verify: (algorithm: unknown, key: unknown, data: unknown, signature: unknown) => {
      const wanted = sign(algorithm, key, data);
      const given = bytesOf(signature);
      let same = wanted.length === given.length;
      for (let i = 0; i < wanted.length; i++) if (((given[i] as number) & 255) !== wanted[i]) same = false;
      return same;
    },
    generateKey: (algorithm: unknown) => {
      const name = nameOf(algorithm);
      if (name !== 'AES' && name !== 'HMAC') notSimulated(`utils.crypto.subtle.generateKey with ${name}`);
      return signedBytes(chance(toNumber(option(algorithm, 'length', 256)) >> 3));
    },
    encrypt: (algorithm: unknown, key: unknown, data: unknown) => {
      aesOnly(algorithm, 'encrypt');
      const iv = chance(IV_BYTES);
      const encrypted = crypto.encrypt(bytesOf(key), iv, bytesOf(data));
      for (let i = 0; i < encrypted.length; i++) append(iv, encrypted[i] as number);
      return signedBytes(iv);
    },
    decrypt: (algorithm: unknown, key: unknown, data: unknown) => {
      aesOnly(algorithm, 'decrypt');
      const bytes = bytesOf(data);
      const iv: number[] = [];
      const rest: number[] = [];
      for (let i = 0; i < bytes.length; i++) append(i < IV_BYTES ? iv : rest, bytes[i] as number);
      return signedBytes(crypto.decrypt(bytesOf(key), iv, rest));
    },
    deriveKey: () => notSimulated('utils.crypto.subtle.deriveKey'),
  });
}
