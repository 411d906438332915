import type { Draft } from './draft.ts';
import { ssoEnd } from './session/ssoEnd.ts';

/**
 * Forgets what is over: sessions that ended, transactions that expired, SSO sessions that ran out and messages that were sent before a moment. For the live realm, which goes
 * on for ever; the log keeps everything.
 *
 * @param before epoch ms
 */
export function prune(draft: Draft, before: number): void {
  const { sessions, transactions, ssoSessions, outbox } = draft.state;
  const count = [
    drop(draft, 'sessions', sessions, ({ status }) => status.kind === 'ended' && status.at < before),
    drop(draft, 'transactions', transactions, ({ expired, expiresAt }) => expired && expiresAt < before),
    drop(draft, 'ssoSessions', ssoSessions, (sso) => ssoEnd(sso) < before),
    drop(draft, 'outbox', outbox, ({ at, push }) => (push?.expiresAt ?? at) < before),
  ].reduce((sum, part) => sum + part, 0);
  if (count > 0) draft.note('pruned', `${count} sessions, transactions and messages that are over were forgotten`);
}

function drop<T>(draft: Draft, container: string, entries: Record<string, T>, over: (entry: T) => boolean): number {
  const ids = Object.keys(entries).filter((id) => over(entries[id] as T));
  for (const id of ids) draft.remove([container, id]);
  return ids.length;
}
