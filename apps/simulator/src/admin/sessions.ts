import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** amadmin signed in: by cookie with the session's own token, or by an access token that was made from it. */
export interface AdminSession {
  /** AM's tracking id of the session (`AMCtxId`). */
  readonly id: string;
  readonly userName: string;
  readonly startedAt: number;
  /** Epoch ms. */
  lastUsed: number;
  /** What is done when it is over. */
  readonly endings: Set<() => void>;
}

/** AM's defaults for sessions, in ms: 30 minutes idle, two hours at all. */
const IDLE = 30 * 60_000;
const LIFE = 120 * 60_000;
/** Sessions at a time: a script that signs in for each call must not fill the memory. */
const MOST = 1000;

/** The administrator's sessions, in memory: a restart ends them. Tokens are kept as hashes, so that no dump of the process shows one. */
export class AdminSessions {
  private readonly sessions = new Map<string, AdminSession>();

  /** @param now epoch ms */
  constructor(private readonly now: () => number = Date.now) {}

  /** @returns the session's token */
  begin(userName: string): string {
    const at = this.now();
    const session = { id: randomUUID(), userName, startedAt: at, lastUsed: at, endings: new Set<() => void>() };
    const oldest = this.sessions.size < MOST ? undefined : this.sessions.keys().next().value;
    const first = oldest === undefined ? undefined : this.sessions.get(oldest);
    if (first) this.end(first);
    return this.token(session);
  }

  /** A further token of a session, ending with it (an OAuth2 access token). */
  token(session: AdminSession): string {
    const token = randomBytes(32).toString('base64url');
    this.sessions.set(keyOf(token), session);
    return token;
  }

  /** The session of a token, used just now; undefined when there is none or its time is over. */
  use(token: string | undefined): AdminSession | undefined {
    const session = token === undefined ? undefined : this.sessions.get(keyOf(token));
    if (!token || !session) return undefined;
    const at = this.now();
    if (at >= endOf(session)) {
      this.end(session);
      return undefined;
    }
    session.lastUsed = at;
    return session;
  }

  /** Ends a session and all its tokens. */
  end(session: AdminSession): void {
    for (const [key, other] of this.sessions) if (other === session) this.sessions.delete(key);
    for (const ending of [...session.endings]) ending();
    session.endings.clear();
  }

  endAll(): void {
    for (const session of new Set(this.sessions.values())) this.end(session);
  }

  /** Does something as soon as a session is over, by whatever reason: for answers that go on. @returns takes it back */
  whenOver(session: AdminSession, ending: () => void): () => void {
    session.endings.add(ending);
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      const left = endOf(session) - this.now();
      if (left <= 0) this.end(session);
      else timer = setTimeout(look, left).unref();
    };
    look();
    return () => {
      clearTimeout(timer);
      session.endings.delete(ending);
    };
  }
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** When it ends unless it is used, epoch ms. */
export function endOf({ startedAt, lastUsed }: AdminSession): number {
  return Math.min(lastUsed + IDLE, lastEndOf({ startedAt }));
}

/** When it ends in any case, epoch ms. */
export function lastEndOf({ startedAt }: Pick<AdminSession, 'startedAt'>): number {
  return startedAt + LIFE;
}
