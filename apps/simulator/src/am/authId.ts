import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The authId: a compact HS256 JWS with AM's claims. Made with `node:crypto` because one is signed and one checked on every request
 * (2 µs against 500 µs with jose).
 */
export interface AuthIdClaims {
  authIndexValue: string;
  /** One-time key of the step it was sent with. */
  otk: string;
  authIndexType: string;
  /** "/alpha" */
  realm: string;
  sessionId: string;
  /** Seconds of the simulation's clock. */
  exp: number;
  iat: number;
}

const HEADER = Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'HS256' })).toString('base64url');

/** AuthIds that are remembered besides. */
const MOST_KNOWN = 1000;

/** Signs authIds and checks them, all with one key. */
export class AuthIds {
  /** Those signed here that no client came back with yet, the oldest first: to know them again is cheaper than to check them. */
  private readonly known = new Map<string, AuthIdClaims>();

  constructor(private readonly key: Buffer) {}

  sign(claims: AuthIdClaims): string {
    const body = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const authId = `${body}.${this.digest(body)}`;
    const oldest = this.known.size < MOST_KNOWN ? undefined : this.known.keys().next().value;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(authId, claims);
    return authId;
  }

  /** @returns the claims, or undefined for anything that was not signed with this key */
  verify(authId: string): AuthIdClaims | undefined {
    const known = this.known.get(authId);
    if (known) {
      this.known.delete(authId);
      return known;
    }
    const end = authId.lastIndexOf('.');
    const body = authId.slice(0, Math.max(0, end));
    const given = Buffer.from(authId.slice(end + 1));
    const expected = Buffer.from(this.digest(body));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(body.slice(body.indexOf('.') + 1), 'base64url').toString()) as AuthIdClaims;
  }

  /** A text's digest that nobody without the key can make, HMAC-SHA256. */
  digest(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
