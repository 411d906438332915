import { type AdminSession, endOf, lastEndOf } from './sessions.ts';

/** What AM tells about amadmin's session (`_action=getSessionInfo`). */
export function adminInfo(session: AdminSession): object {
  return {
    username: session.userName,
    universalId: `id=${session.userName},ou=user,ou=am-config`,
    realm: '/',
    latestAccessTime: second(session.lastUsed),
    maxIdleExpirationTime: second(endOf(session)),
    maxSessionExpirationTime: second(lastEndOf(session)),
    properties: { AMCtxId: session.id },
  };
}

const second = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
