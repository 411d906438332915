import type { IncomingMessage } from 'node:http';
import { COOKIE_NAME } from '@tandem/engine';
import { ADMIN_COOKIE } from '../http/cookies.ts';
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

/** The designer's, and all of AM's name: who signed in to a journey in the same browser sends that journey's token as well. */
function cookiesOf(req: IncomingMessage): string[] {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return [ADMIN_COOKIE, COOKIE_NAME].flatMap((name) =>
    pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1)),
  );
}
