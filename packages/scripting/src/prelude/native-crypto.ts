import { base64Decode, base64Encode } from './bytes.ts';
import { encode } from './encode.ts';
import { internalError, javaException } from './java-failure.ts';
import type { Native } from './native.ts';
import { append, hasOwn, parseJson, quote } from './primordials.ts';

export type Bytes = ArrayLike<number>;
/** In the order of Java's own encodings: PKCS #8, SubjectPublicKeyInfo. */
export type KeyPair = readonly [privateKey: number[], publicKey: number[]];

type Options = Record<string, string | number>;
/** Either values or a message, with the type of a checked exception. */
interface Answer {
  values: string[];
  message: string;
  type: string;
}

/**
 * Cryptography that the worker does for the prelude. Key pairs, RSA's ciphertexts and ECDSA's signatures are other ones each time; the rest is the same
 * for the same arguments. Keys go to the worker and nowhere else: no answer, error or log line holds one.
 */
export function createCrypto(native: Native) {
  // Lists of parts, not spread ones: a spread goes through an iterator that the script may have replaced.
  const ask = (what: string, options: Options, parts: readonly Bytes[]): number[][] => {
    let list = '';
    for (let i = 0; i < parts.length; i++) list += `,"${base64Encode(parts[i] as Bytes, false)}"`;
    const answer = parseJson(native.crypto(`[${quote(what)},${encode(options)}${list}]`)) as Answer;
    if (!hasOwn(answer, 'values')) return hasOwn(answer, 'type') ? javaException(answer.type, answer.message) : internalError(answer.message);
    const answers: number[][] = [];
    for (let i = 0; i < answer.values.length; i++) append(answers, base64Decode(answer.values[i] as string));
    return answers;
  };
  const one = (what: string, options: Options, parts: readonly Bytes[]) => ask(what, options, parts)[0] as number[];
  const yes = (what: string, options: Options, parts: readonly Bytes[]) => one(what, options, parts)[0] === 1;
  return {
    digest: (hash: string, data: Bytes) => one('digest', { hash }, [data]),
    hmac: (hash: string, key: Bytes, data: Bytes) => one('hmac', { hash }, [key, data]),
    pbkdf2: (hash: string, password: Bytes, salt: Bytes, iterations: number, bits: number) =>
      one('pbkdf2', { hash, iterations, bits }, [password, salt]),
    aesEncrypt: (key: Bytes, data: Bytes) => one('aesEncrypt', {}, [key, data]),
    aesDecrypt: (key: Bytes, data: Bytes) => one('aesDecrypt', {}, [key, data]),
    generateRsa: (modulusLength: number) => ask('generateRsa', { modulusLength }, []) as unknown as KeyPair,
    generateEc: (namedCurve: string) => ask('generateEc', { namedCurve }, []) as unknown as KeyPair,
    rsaEncrypt: (key: Bytes, data: Bytes) => one('rsaEncrypt', {}, [key, data]),
    rsaDecrypt: (key: Bytes, data: Bytes) => one('rsaDecrypt', {}, [key, data]),
    rsaSign: (key: Bytes, data: Bytes) => one('rsaSign', {}, [key, data]),
    rsaVerify: (key: Bytes, data: Bytes, signature: Bytes) => yes('rsaVerify', {}, [key, data, signature]),
    ecSign: (hash: string, key: Bytes, data: Bytes) => one('ecSign', { hash }, [key, data]),
    ecVerify: (hash: string, key: Bytes, data: Bytes, signature: Bytes) => yes('ecVerify', { hash }, [key, data, signature]),
    /** The key is JSON of a JWK. */
    rs256Sign: (jwk: Bytes, data: Bytes) => one('rs256Sign', {}, [jwk, data]),
    rs256Verify: (key: Bytes, data: Bytes, signature: Bytes) => yes('rs256Verify', {}, [key, data, signature]),
    /** A128CBC-HS256: ciphertext and tag. */
    contentEncrypt: (key: Bytes, iv: Bytes, plain: Bytes, header: Bytes) =>
      ask('contentEncrypt', {}, [key, iv, plain, header]) as unknown as readonly [ciphertext: number[], tag: number[]],
    contentDecrypt: (key: Bytes, iv: Bytes, ciphertext: Bytes, tag: Bytes, header: Bytes) =>
      one('contentDecrypt', {}, [key, iv, ciphertext, tag, header]),
  };
}
export type Crypto = ReturnType<typeof createCrypto>;
