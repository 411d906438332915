import * as z from 'zod';

/** Who uses the designer and Tandem's API: `/api/session`. */

/** `needed`: this request comes from elsewhere than this machine, and amadmin has not signed in. */
export const adminSessionSchema = z.object({
  signIn: z.enum(['not-needed', 'needed', 'done']).describe('On this machine no sign-in is needed.'),
  userName: z.string().nullable().describe('Who signed in.'),
});

const PASSWORD_MOST = 1024;

export const adminSignInSchema = z.strictObject({
  userName: z.string().max(200).default('amadmin'),
  password: z.string().max(PASSWORD_MOST),
});

/** Fewer characters are guessed in a day, whatever the waits. */
export const ADMIN_PASSWORD_LEAST = 8;

export const changePasswordSchema = z.strictObject({
  current: z.string().max(PASSWORD_MOST).optional().describe('The password as it is. On this machine it may be left out: it may be forgotten.'),
  password: z.string().min(ADMIN_PASSWORD_LEAST).max(PASSWORD_MOST),
});
