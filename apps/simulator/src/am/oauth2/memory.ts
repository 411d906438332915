import type { Settings } from '../../storage/settings.ts';

/** What an authorization code stands for. */
export interface CodeGrant {
  client: string;
  redirectUri: string;
  scopes: string[];
  user: string;
  /** Token of the SSO session it was given to. */
  session: string;
  authTime: number;
  nonce?: string;
  challenge?: string;
  /** Names what comes of it, so that all of it can be revoked. */
  grant: string;
  expiresAt: number;
}

/** Codes that nobody came back with, at most, in one simulation. */
const MOST_CODES = 1000;

/**
 * What tokens do not say themselves: codes until they are used, and which tokens and grants are no longer good (AM's denylist). Codes live for two
 * minutes and are lost with the process; the denylist is kept.
 */
export class TokenMemory {
  private readonly codes = new Map<string, CodeGrant | { used: string }>();
  private denied: Promise<Map<string, number>> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly name: string,
  ) {}

  putCode(code: string, grant: CodeGrant): void {
    const oldest = this.codes.size < MOST_CODES ? undefined : this.codes.keys().next().value;
    if (oldest !== undefined) this.codes.delete(oldest);
    this.codes.set(code, grant);
  }

  /** @returns the code's grant, the first time; then `used` with the name of what came of it */
  takeCode(code: string): CodeGrant | { used: string } | undefined {
    const found = this.codes.get(code);
    if (found && 'grant' in found) this.codes.set(code, { used: found.grant });
    return found;
  }

  /**
   * Declares a token (by its jti) or a whole grant no longer good.
   * @param until epoch seconds: after that nothing of it would be good anyway
   * @param now epoch seconds
   */
  async deny(id: string, until: number, now: number): Promise<void> {
    const denied = await this.load();
    for (const [known, end] of denied) if (end < now) denied.delete(known);
    denied.set(id, until);
    await this.settings.put(this.setting, Object.fromEntries(denied));
  }

  async isDenied(...ids: string[]): Promise<boolean> {
    const denied = await this.load();
    return ids.some((id) => denied.has(id));
  }

  private get setting(): string {
    return `oauth2-denied:${this.name}`;
  }

  private load(): Promise<Map<string, number>> {
    this.denied ??= this.settings.get(this.setting).then((kept) => new Map(Object.entries((kept ?? {}) as Record<string, number>)));
    return this.denied;
  }
}
