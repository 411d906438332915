import type { IncomingMessage } from 'node:http';
import { COOKIE_NAME } from '@tandem/engine';
import type { AdminSession, AdminSessions } from './sessions.ts';

/** Who of the administrators sends this, by the session's cookie or by `Authorization: Bearer`; undefined for everybody else. */
export function adminOf(req: IncomingMessage, sessions: AdminSessions): AdminSession | undefined {
  for (const token of [...bearerOf(req), ...cookiesOf(req)]) {
    const session = sessions.use(token);
    if (session) return session;
  }
  return undefined;
}

function bearerOf(req: IncomingMessage): string[] {
  const [, token] = /^Bearer\s+([\w.~+/=-]+)$/i.exec(req.headers.authorization ?? '') ?? [];
  return token === undefined ? [] : [token];
}

/** All of that name: who signed in to a journey in the same browser sends that journey's token as well. */
function cookiesOf(req: IncomingMessage): string[] {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${COOKIE_NAME}=`)).map((pair) => pair.slice(COOKIE_NAME.length + 1));
}
