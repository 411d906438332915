import type { SsoSession } from '../state.ts';
import { deadline } from '../time.ts';

/** When an SSO session is over: at its maximum time, or before, when nobody used it for as long as it may be idle (facts 3.4). */
export function ssoEnd({ expiresAt, latestAccess, maxIdleTime }: SsoSession): number {
  return Math.min(expiresAt, deadline(latestAccess, maxIdleTime * 60_000));
}
