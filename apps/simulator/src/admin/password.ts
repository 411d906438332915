import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { hashPassword, verifyPassword } from '../passwords.ts';
import type { Settings } from '../storage/settings.ts';

const KEY = 'admin';
/** As on AM. */
export const ADMIN_NAME = 'amadmin';

const adminSchema = z.object({ userName: z.string(), passwordHash: z.string() });

/**
 * Gives amadmin a first password, once for a data folder.
 * @param given TANDEM_ADMIN_PASSWORD
 * @returns a password that was generated, to be shown this one time; undefined when it was given or set before
 */
export async function ensureAdmin(settings: Settings, given: string | undefined): Promise<string | undefined> {
  if ((await settings.get(KEY)) !== undefined) return undefined;
  const password = given ?? randomBytes(12).toString('base64url');
  await setPassword(settings, password);
  return given === undefined ? password : undefined;
}

export async function setPassword(settings: Settings, password: string): Promise<void> {
  await settings.put(KEY, { userName: ADMIN_NAME, passwordHash: await hashPassword(password) });
}

/** Whether these are the administrator's name and password. A wrong name takes as long as a wrong password. */
export async function isAdmin(settings: Settings, userName: string, password: string): Promise<boolean> {
  const stored = adminSchema.safeParse(await settings.get(KEY));
  if (!stored.success) return false;
  const fits = await verifyPassword(password, stored.data.passwordHash);
  return fits && stored.data.userName === userName;
}
