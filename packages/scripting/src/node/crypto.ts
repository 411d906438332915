import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';

const HASHES: Record<string, string> = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512', MD5: 'md5' };
const TAG_BYTES = 16;
type Bytes = Buffer<ArrayBufferLike>;

function hashOf(algorithm: string): string {
  const hash = HASHES[algorithm.toUpperCase().replace(/^(HMAC)?SHA-?(\d)/, 'SHA-$2')];
  if (hash === undefined) throw new Error(`not simulated: the hash algorithm ${algorithm}`);
  return hash;
}
function cipherOf(key: Bytes): 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm' {
  if (key.length === 16 || key.length === 24 || key.length === 32) return `aes-${(key.length * 8) as 128 | 192 | 256}-gcm`;
  throw new Error(`java.security.InvalidKeyException: Invalid AES key length: ${key.length} bytes`);
}

function encrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes {
  const cipher = createCipheriv(cipherOf(key), key, iv);
  return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
}
function decrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes {
  if (data.length < TAG_BYTES) throw new Error('javax.crypto.AEADBadTagException: Tag mismatch!');
  const decipher = createDecipheriv(cipherOf(key), key, iv);
  decipher.setAuthTag(data.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Error('javax.crypto.AEADBadTagException: Tag mismatch!');
  }
}

function answer(what: string, algorithm: string, [a, b, c]: Bytes[]): Bytes {
  const empty = Buffer.alloc(0);
  switch (what) {
    case 'digest':
      return createHash(hashOf(algorithm))
        .update(a ?? empty)
        .digest();
    case 'hmac':
      return createHmac(hashOf(algorithm), a ?? empty)
        .update(b ?? empty)
        .digest();
    case 'encrypt':
      return encrypt(a ?? empty, b ?? empty, c ?? empty);
    default:
      return decrypt(a ?? empty, b ?? empty, c ?? empty);
  }
}

/** Cryptography for the prelude: a JSON list of operation, algorithm and base64 parts in, `{value}` in base64 or `{message}` out. Never throws. */
export function cryptoCall(request: string): string {
  try {
    const [what = '', algorithm = '', ...parts] = JSON.parse(request) as string[];
    return JSON.stringify({
      value: answer(
        what,
        algorithm,
        parts.map((part) => Buffer.from(part, 'base64')),
      ).toString('base64'),
    });
  } catch (error) {
    return JSON.stringify({ message: error instanceof Error ? error.message : String(error) });
  }
}
