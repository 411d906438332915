import { utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { text } from './encode.ts';
import { collection, java } from './java.ts';
import { internalError, noSuchMethod } from './java-failure.ts';
import type { Bytes, Crypto, KeyPair } from './native-crypto.ts';
import { append, arrayPrototype, binding, define, dictionary, getPrototypeOf, hasOwn, isArray, joinText, toNumber } from './primordials.ts';

/** Bytes as Java has them, signed, in a Java array that scripts may index. */
export function signedBytes(bytes: Bytes): number[] {
  const list: number[] = [];
  for (let i = 0; i < bytes.length; i++) append(list, ((bytes[i] as number) << 24) >> 24);
  return collection(list) as number[];
}
const isBytes = (value: unknown): boolean => isArray(value) || ArrayBuffer.isView(value);
export function bytesOf(value: unknown): Bytes {
  return isBytes(value) ? (value as Bytes) : utf8Encode(text(value));
}
/** A key, also as text (Ping's page on deriveKey passes a variable's text); a key pair as a whole is none (recorded on AIC). */
function keyBytes(method: string, key: unknown): Bytes {
  if (typeof key === 'object' && key !== null && !isBytes(key) && hasOwn(key, 'privateKey'))
    return noSuchMethod('crypto.subtle.ScriptSubtleService', method, 'string,org.forgerock.openam.scripting.javascript.MapScriptWrapper,[B');
  return bytesOf(key);
}

/** The algorithm is a name, or an object with `name` and more. */
function option(algorithm: unknown, name: string, otherwise: unknown): unknown {
  return typeof algorithm === 'object' && algorithm !== null && hasOwn(algorithm, name) ? (algorithm as Record<string, unknown>)[name] : otherwise;
}
function oneOf(allowed: readonly string[], value: unknown): string {
  for (let i = 0; i < allowed.length; i++) if (value === allowed[i]) return allowed[i] as string;
  return internalError(`Algorithm must be one of [${joinText(allowed, ', ')}]`);
}
const nameOf = (allowed: readonly string[], algorithm: unknown): string => oneOf(allowed, option(algorithm, 'name', algorithm));

/** In AM's order, as its message shows them (recorded on AIC). */
const HASHES = ['SHA-256', 'SHA-384', 'SHA-1', 'SHA-512'];
function hashOf(algorithm: unknown): string {
  const hash = option(algorithm, 'hash', 'SHA-256');
  for (let i = 0; i < HASHES.length; i++) if (hash === HASHES[i]) return HASHES[i] as string;
  return internalError(`Unsupported hashing algorithm: ${typeof hash === 'object' ? '[object Object]' : text(hash)}`);
}

/** Bytes of an HMAC key by hash: what Java's generators make (SHA-256 recorded on AIC, the others assumed). */
const HMAC_BYTES: Record<string, number> = { 'SHA-1': 64, 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

function pairOf(keys: KeyPair): unknown {
  const pair = java(dictionary<unknown>());
  define(pair, 'privateKey', signedBytes(keys[0]), true);
  define(pair, 'publicKey', signedBytes(keys[1]), true);
  return pair;
}

/**
 * `utils.crypto.subtle` (Ping docs: scripting, access utility functions). Formats and messages are recorded on AIC (September 2026) unless said
 * otherwise: AES is `AES/ECB/PKCS5Padding`, without a vector; key pairs are PKCS #8 and SubjectPublicKeyInfo; ECDSA signatures are both numbers side by
 * side. Secret keys come from the run's seed.
 */
export function subtleBinding(crypto: Crypto, random: Random): Record<string, unknown> {
  const chance = (count: number): number[] => {
    const bytes: number[] = [];
    for (let i = 0; i < count; i++) append(bytes, random.next() & 255);
    return bytes;
  };
  // Which names AM lists here, and in what order, is assumed.
  const signer = (algorithm: unknown) => nameOf(['HMAC', 'ECDSA', 'RSA'], algorithm);
  const cipher = (algorithm: unknown) => nameOf(['AES', 'RSA'], algorithm);
  return binding({
    digest: (algorithm: unknown, data: unknown) => signedBytes(crypto.digest(oneOf(HASHES, algorithm), bytesOf(data))),
    sign: (algorithm: unknown, key: unknown, data: unknown) => {
      const name = signer(algorithm);
      const secret = keyBytes('sign', key);
      if (name === 'RSA') return signedBytes(crypto.rsaSign(secret, bytesOf(data)));
      if (name === 'ECDSA') return signedBytes(crypto.ecSign(hashOf(algorithm), secret, bytesOf(data)));
      return signedBytes(crypto.hmac(hashOf(algorithm), secret, bytesOf(data)));
    },
    verify: (algorithm: unknown, key: unknown, data: unknown, signature: unknown) => {
      const name = signer(algorithm);
      const known = keyBytes('verify', key);
      const given = bytesOf(signature);
      if (name === 'RSA') return crypto.rsaVerify(known, bytesOf(data), given);
      if (name === 'ECDSA') return crypto.ecVerify(hashOf(algorithm), known, bytesOf(data), given);
      return sameBytes(crypto.hmac(hashOf(algorithm), known, bytesOf(data)), given);
    },
    generateKey: (algorithm: unknown) => {
      const name = nameOf(['AES', 'ECDSA', 'RSA', 'HMAC'], algorithm);
      if (name === 'RSA') return pairOf(crypto.generateRsa(toNumber(option(algorithm, 'modulusLength', 2048))));
      if (name === 'ECDSA') return pairOf(crypto.generateEc(oneOf(['P-256', 'P-384', 'P-521'], option(algorithm, 'namedCurve', 'P-256'))));
      if (name === 'HMAC') return signedBytes(chance(HMAC_BYTES[hashOf(algorithm)] as number));
      const length = toNumber(option(algorithm, 'length', 256));
      if (length !== 128 && length !== 192 && length !== 256) internalError('Wrong keysize: must be equal to 128, 192 or 256');
      return signedBytes(chance(length >> 3));
    },
    encrypt: (algorithm: unknown, key: unknown, data: unknown) => {
      const encrypt = cipher(algorithm) === 'AES' ? crypto.aesEncrypt : crypto.rsaEncrypt;
      return signedBytes(encrypt(keyBytes('encrypt', key), bytesOf(data)));
    },
    decrypt: (algorithm: unknown, key: unknown, data: unknown) => {
      const decrypt = cipher(algorithm) === 'AES' ? crypto.aesDecrypt : crypto.rsaDecrypt;
      return signedBytes(decrypt(keyBytes('decrypt', key), bytesOf(data)));
    },
    deriveKey: (algorithm: unknown, baseKey: unknown, bits: unknown) => signedBytes(deriveKey(crypto, algorithm, baseKey, bits)),
  });
}

export function sameBytes(expected: Bytes, given: Bytes): boolean {
  let same = expected.length === given.length;
  for (let i = 0; i < expected.length; i++) if (((given[i] as number) & 255) !== ((expected[i] as number) & 255)) same = false;
  return same;
}

/** PBKDF2, the only one that AM has; the length is in bits. The salt has to be Java bytes: a script's own array is not cast (recorded on AIC). */
function deriveKey(crypto: Crypto, algorithm: unknown, baseKey: unknown, bits: unknown): number[] {
  nameOf(['PBKDF2'], algorithm);
  const salt = option(algorithm, 'salt', undefined);
  if (salt === undefined || salt === null) return internalError('Salt must be provided for PBKDF2.');
  if (isArray(salt) && getPrototypeOf(salt) === arrayPrototype)
    return internalError('class org.mozilla.javascript.NativeArray cannot be cast to class [B');
  const iterations = toNumber(option(algorithm, 'iterations', 0));
  const length = toNumber(bits);
  // What AM answers to these two is assumed: Java's own words.
  if (!(iterations > 0)) return internalError('iterationCount must be > 0');
  if (!(length > 0 && length % 8 === 0)) return internalError('the key length must be a positive multiple of 8');
  return crypto.pbkdf2(hashOf(algorithm), keyBytes('deriveKey', baseKey), bytesOf(salt), iterations >> 0, length);
}
