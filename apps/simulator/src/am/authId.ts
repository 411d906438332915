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

/** AM's life of an authId in seconds. */
export const AUTH_ID_SECONDS = 300;

const HEADER = Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'HS256' })).toString('base64url');

export function signAuthId(claims: AuthIdClaims, key: Buffer): string {
  const body = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${body}.${mac(body, key)}`;
}

/** @returns the claims, or undefined for anything that was not signed with this key */
export function verifyAuthId(authId: string, key: Buffer): AuthIdClaims | undefined {
  const end = authId.lastIndexOf('.');
  const body = authId.slice(0, Math.max(0, end));
  const given = Buffer.from(authId.slice(end + 1));
  const expected = Buffer.from(mac(body, key));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(body.slice(body.indexOf('.') + 1), 'base64url').toString()) as AuthIdClaims;
}

function mac(body: string, key: Buffer): string {
  return createHmac('sha256', key).update(body).digest('base64url');
}
