import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';

/** Hashes of passwords as `Identity.passwordHash` holds them: `scrypt$<N>$<salt>$<hash>`, salt and hash in base64url. */

const COST = 16_384;
const BLOCK_SIZE = 8;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** scrypt needs 128 * N * r bytes; Node's own limit is exactly too small for this cost. */
const MEMORY = 256 * COST * BLOCK_SIZE;

/** For the few hashes made at start; blocks for some 30 ms. */
export function hashPasswordSync(password: string): string {
  const salt = randomBytes(SALT_BYTES);
  return written(salt, scryptSync(password.normalize('NFC'), salt, HASH_BYTES, { N: COST, r: BLOCK_SIZE, maxmem: MEMORY }));
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return written(salt, await derive(password, salt, HASH_BYTES, COST));
}

/** Whether the password belongs to the hash. A hash of another form belongs to no password. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, cost, salt, hash] = stored.split('$');
  const n = Number(cost);
  // The bounds keep a hash from an imported file from taking minutes or all memory.
  if (scheme !== 'scrypt' || salt === undefined || !hash || !Number.isInteger(n) || n < 2 || n > COST * 16 || (n & (n - 1)) !== 0) return false;
  const expected = Buffer.from(hash, 'base64url');
  if (expected.length < 16 || expected.length > 128) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), expected.length, n), expected);
}

function derive(password: string, salt: Buffer, bytes: number, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK_SIZE, maxmem: 256 * cost * BLOCK_SIZE };
    scrypt(password.normalize('NFC'), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function written(salt: Buffer, hash: Buffer): string {
  return `scrypt$${COST}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}
