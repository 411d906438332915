import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { cryptoFailure, JavaFailure } from './failure.ts';
import { type Bytes, hashOf, type Operation, part } from './types.ts';

/** Nobody derives keys with more: about ten seconds of work, which nothing could interrupt. */
const MOST_ROUNDS = 10_000_000;

/** `AES/ECB/PKCS5Padding`: the same text gives the same ciphertext and there is no vector (recorded on AIC, keys of 16 and 24 bytes). */
function ecb(key: Bytes): 'aes-128-ecb' | 'aes-192-ecb' | 'aes-256-ecb' {
  if (key.length === 16 || key.length === 24 || key.length === 32) return `aes-${(key.length * 8) as 128 | 192 | 256}-ecb`;
  throw cryptoFailure(`java.security.InvalidKeyException: Invalid AES key length: ${key.length} bytes`);
}

export const digest: Operation = (options, parts) => [createHash(hashOf(options)).update(part(parts, 0)).digest()];

export const hmac: Operation = (options, parts) => [createHmac(hashOf(options), part(parts, 0)).update(part(parts, 1)).digest()];

export const aesEncrypt: Operation = (_, parts) => {
  const cipher = createCipheriv(ecb(part(parts, 0)), part(parts, 0), null);
  return [Buffer.concat([cipher.update(part(parts, 1)), cipher.final()])];
};

export const aesDecrypt: Operation = (_, parts) => {
  const key = part(parts, 0);
  const data = part(parts, 1);
  const decipher = createDecipheriv(ecb(key), key, null);
  if (data.length % 16 !== 0)
    throw cryptoFailure('javax.crypto.IllegalBlockSizeException: Input length must be multiple of 16 when decrypting with padded cipher');
  try {
    return [Buffer.concat([decipher.update(data), decipher.final()])];
  } catch {
    throw cryptoFailure(
      'javax.crypto.BadPaddingException: Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    );
  }
};

export const pbkdf2: Operation = (options, parts) => {
  const iterations = Number(options.iterations);
  const length = Number(options.bits) / 8;
  const rounds = iterations * Math.ceil(length / 20);
  if (!(rounds <= MOST_ROUNDS)) throw new JavaFailure(`not simulated: PBKDF2 with ${iterations} iterations for ${length * 8} bits`);
  return [pbkdf2Sync(part(parts, 0), part(parts, 1), iterations, length, hashOf(options))];
};
