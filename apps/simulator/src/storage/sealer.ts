import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealed } from '@tandem/nodes';
import { secureBytes } from './random.ts';

/** Keeps secrets of a run unreadable in the database and in anything copied from it; the key stays in the data folder. */
export interface Sealer {
  seal(text: string): Sealed;
  /** @throws Error when the value was sealed with another key or at another place, or changed since. */
  open(sealed: Sealed): string;
  /** Seals for one place, such as a simulation: what is sealed there opens nowhere else, and nothing from elsewhere opens there. */
  within(place: string): Sealer;
  /** 32 bytes for another purpose (signing authIds, say), always the same for the same purpose and data folder. */
  deriveKey(purpose: string): Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Leads every sealed text, so that another scheme can be told apart later. */
const SCHEME = 'a1.';

/**
 * AES-256-GCM with a random nonce for each value.
 *
 * @param place the additional authenticated data
 */
export function createSealer(key: Uint8Array, place = ''): Sealer {
  const bound = Buffer.from(place);
  if (key.length !== KEY_BYTES) throw new Error(`The key has ${key.length} bytes; ${KEY_BYTES} are needed.`);
  return {
    seal(text) {
      const nonce = secureBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      const body = cipher.update(text, 'utf8');
      // GCM pads nothing: this only makes the tag.
      cipher.final();
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
      return { $sealed: SCHEME + sealed, empty: text === '' };
    },
    open({ $sealed }) {
      if (!$sealed.startsWith(SCHEME)) throw new Error('This secret was not sealed here.');
      const bytes = Buffer.from($sealed.slice(SCHEME.length), 'base64url');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(bound).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch (error) {
        throw new Error('This secret cannot be opened: it was sealed with another key or at another place, or has been changed.', { cause: error });
      }
    },
    within: (other) => createSealer(key, other),
    deriveKey: (purpose) => Buffer.from(hkdfSync('sha256', key, '', `tandem:${purpose}`, KEY_BYTES)),
  };
}

/** The key of a data folder, made on first use and readable by its owner alone. */
export function readKey(folder: string): Buffer {
  const file = join(folder, 'secrets.key');
  try {
    return checked(file, readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const key = randomBytes(KEY_BYTES);
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, key);
    // What is sealed with a key that a power cut took is lost.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return key;
}

function checked(file: string, key: Buffer): Buffer {
  if (key.length === KEY_BYTES) return key;
  throw new Error(
    `${file} does not hold a key: it has ${key.length} bytes instead of ${KEY_BYTES}. Restore it from a backup; without it sealed secrets cannot be read.`,
  );
}
