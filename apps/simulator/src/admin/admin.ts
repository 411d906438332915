import type { IncomingMessage } from 'node:http';
import { clientsOf } from '../http/local.ts';
import type { Settings } from '../storage/settings.ts';
import { Attempts } from './attempts.ts';
import { isAdmin, setPassword } from './password.ts';
import { AdminSessions } from './sessions.ts';

/** amadmin of a server: the password, the sessions, and how often it may be tried. */
export class Admin {
  readonly sessions: AdminSessions;
  private readonly attempts: Attempts;

  /** @param now epoch ms */
  constructor(
    private readonly settings: Settings,
    now: () => number = Date.now,
  ) {
    this.sessions = new AdminSessions(now);
    this.attempts = new Attempts(now);
  }

  /**
   * @returns the token of a new session; undefined when name or password are wrong
   * @throws TooManyAttempts
   */
  async signIn(req: IncomingMessage, userName: string, password: string): Promise<string | undefined> {
    return (await this.isPassword(req, userName, password)) ? this.sessions.begin(userName) : undefined;
  }

  /** @throws TooManyAttempts */
  isPassword(req: IncomingMessage, userName: string, password: string): Promise<boolean> {
    return this.attempts.attempt(clientsOf(req), () => isAdmin(this.settings, userName, password));
  }

  /** All sessions end: whoever knew the old password is out. */
  async changePassword(password: string): Promise<void> {
    await setPassword(this.settings, password);
    this.sessions.endAll();
  }
}
