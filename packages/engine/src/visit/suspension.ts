import { realmPath } from '../model.ts';
import { baseUrl } from './baseUrl.ts';
import type { VisitRun } from './run.ts';

/** AM's default time that a client may stay away, in minutes. */
export const DEFAULT_SUSPENSION_MINUTES = 5;

/** Id under which the session of this visit would be found again; drawn once a visit. */
export function suspendedId(run: VisitRun): string {
  run.suspended ??= run.random.hex(24);
  return run.suspended;
}

/** Address that brings the client back (Ping docs: suspended authentication), under Base URL Source or the request's own address. */
export function resumeUri(run: VisitRun): string {
  return `${baseUrl(run.model, run.session.request.base)}/XUI/?realm=${realmPath(run.model.realm)}&suspendedId=${suspendedId(run)}`;
}
