import { base64Decode, base64Encode } from './bytes.ts';
import type { Native } from './native.ts';
import { FailureError, parseJson, quote } from './primordials.ts';

type Bytes = ArrayLike<number>;

/** Cryptography that the worker does for the prelude; the same bytes for the same arguments. */
export interface Crypto {
  digest(algorithm: string, data: Bytes): number[];
  hmac(algorithm: string, key: Bytes, data: Bytes): number[];
  /** AES in GCM with this initialisation vector; the tag follows the ciphertext. */
  encrypt(key: Bytes, iv: Bytes, data: Bytes): number[];
  decrypt(key: Bytes, iv: Bytes, data: Bytes): number[];
}

/** Asks the worker; what it refuses is thrown in the script. */
export function createCrypto(native: Native): Crypto {
  const ask = (what: string, algorithm: string, ...parts: Bytes[]): number[] => {
    let list = '';
    for (let i = 0; i < parts.length; i++) list += `,"${base64Encode(parts[i] as Bytes, false)}"`;
    const answer = parseJson(native.crypto(`[${quote(what)},${quote(algorithm)}${list}]`)) as { value?: string; message?: string };
    if (answer.value === undefined) throw new FailureError(answer.message);
    return base64Decode(answer.value);
  };
  return {
    digest: (algorithm, data) => ask('digest', algorithm, data),
    hmac: (algorithm, key, data) => ask('hmac', algorithm, key, data),
    encrypt: (key, iv, data) => ask('encrypt', 'AES', key, iv, data),
    decrypt: (key, iv, data) => ask('decrypt', 'AES', key, iv, data),
  };
}
