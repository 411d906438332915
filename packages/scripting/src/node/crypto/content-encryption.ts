import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { JavaFailure } from './failure.ts';
import { type Bytes, type Operation, part } from './types.ts';

/**
 * A128CBC-HS256 (RFC 7518 section 5.2.3), the one encryption of AM's jwtAssertion. Not jose's: that answers asynchronously, and a script waits in
 * QuickJS, which cannot; nor does jose take keys longer than the 32 bytes, which AM cuts (assumed: as ForgeRock's JOSE library does).
 */
const HALF = 16;

function halves(key: Bytes): [mac: Bytes, encryption: Bytes] {
  if (key.length < 2 * HALF) throw new JavaFailure('Invalid offset/length combination');
  return [key.subarray(0, HALF), key.subarray(HALF, 2 * HALF)];
}

function tagOf(key: Bytes, iv: Bytes, ciphertext: Bytes, header: Bytes): Bytes {
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(header.length * 8));
  return createHmac('sha256', key).update(header).update(iv).update(ciphertext).update(bits).digest().subarray(0, HALF);
}

/** Key, vector, text and header in; ciphertext and tag out. */
export const contentEncrypt: Operation = (_, parts) => {
  const [mac, encryption] = halves(part(parts, 0));
  const iv = part(parts, 1);
  const cipher = createCipheriv('aes-128-cbc', encryption, iv);
  const ciphertext = Buffer.concat([cipher.update(part(parts, 2)), cipher.final()]);
  return [ciphertext, tagOf(mac, iv, ciphertext, part(parts, 3))];
};

/** Key, vector, ciphertext, tag and header in; the text out. */
export const contentDecrypt: Operation = (_, parts) => {
  const [mac, encryption] = halves(part(parts, 0));
  const [, iv, ciphertext, tag] = [0, 1, 2, 3].map((index) => part(parts, index)) as [Bytes, Bytes, Bytes, Bytes];
  const failed = () => new JavaFailure('Decryption failed');
  const expected = tagOf(mac, iv, ciphertext, part(parts, 4));
  if (iv.length !== HALF || tag.length !== HALF || !timingSafeEqual(tag, expected)) throw failed();
  try {
    const decipher = createDecipheriv('aes-128-cbc', encryption, iv);
    return [Buffer.concat([decipher.update(ciphertext), decipher.final()])];
  } catch {
    throw failed();
  }
};
