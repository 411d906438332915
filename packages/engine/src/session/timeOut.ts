import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import type { Session } from '../state.ts';
import { fail } from './fail.ts';

/** Ends a session whose time has passed (AM: "Session has timed out", errorCode 110). Its transaction may still be opened again. */
export function timeOut(draft: Draft, session: Session): void {
  fail(draft, session, {
    message: 'Session has timed out',
    errorCode: '110',
    affectsTransaction: false,
    assumptions: [ASSUMED.timeout],
  });
}
