import { randomBytes } from 'node:crypto';
import { hashPassword } from './passwords.ts';
import type { Settings } from './storage/settings.ts';

const KEY = 'admin';

/**
 * Gives amadmin a first password, once for a data folder.
 * @param given TANDEM_ADMIN_PASSWORD
 * @returns a password that was generated, to be shown this one time; undefined when it was given or set before
 */
export async function ensureAdmin(settings: Settings, given: string | undefined): Promise<string | undefined> {
  if ((await settings.get(KEY)) !== undefined) return undefined;
  const password = given ?? randomBytes(12).toString('base64url');
  await settings.put(KEY, { userName: 'amadmin', passwordHash: await hashPassword(password) });
  return given === undefined ? password : undefined;
}
