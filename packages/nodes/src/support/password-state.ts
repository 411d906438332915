import type { Identity } from '@tandem/journey';

/**
 * What a directory says of a right password besides that it is right. Attributes of the identity stand for the directory's own state (assumption):
 * `passwordReset`: an administrator set the password and it must be changed; `passwordExpired`, or `passwordExpiresAt` (ISO time) in the past: it
 * has expired, with `graceLogins` left; `passwordExpiresAt` within five days, the directory's usual warning: it is about to.
 */
export type PasswordState =
  | { kind: 'good' }
  | { kind: 'reset' }
  | { kind: 'grace'; left: number }
  | { kind: 'expired' }
  | { kind: 'expiring'; in: string };

const WARNING_MS = 5 * 86_400_000;

export function passwordState(user: Identity, now: number): PasswordState {
  if (user.passwordReset === true) return { kind: 'reset' };
  const expiresAt = typeof user.passwordExpiresAt === 'string' ? Date.parse(user.passwordExpiresAt) : Number.NaN;
  if (user.passwordExpired === true || expiresAt <= now) {
    const { graceLogins } = user;
    return typeof graceLogins === 'number' && graceLogins > 0 ? { kind: 'grace', left: graceLogins } : { kind: 'expired' };
  }
  return expiresAt - now <= WARNING_MS ? { kind: 'expiring', in: duration(expiresAt - now) } : { kind: 'good' };
}

/** The identity with a new password: whatever ended the old one is over. */
export function withNewPassword(user: Identity, passwordHash: string): Identity {
  const { passwordReset: _reset, passwordExpired: _expired, passwordExpiresAt: _at, graceLogins: _grace, ...kept } = user;
  return { ...kept, passwordHash } as Identity;
}

/** As AM words the time left: "1 days 2 hrs 3 mns". */
function duration(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return `${Math.floor(minutes / 1440)} days ${Math.floor(minutes / 60) % 24} hrs ${minutes % 60} mns`;
}
