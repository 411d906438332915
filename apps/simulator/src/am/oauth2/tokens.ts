import { createHash, randomUUID } from 'node:crypto';
import type { OAuth2Client } from '@tandem/journey';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { SIGNING_ALGS, type SigningAlg } from './keys.ts';
import type { Provider } from './provider.ts';

/** Tokens are JWTs with AM's claims, as those of a provider with client-based tokens (AIC's setting). */

/** AM's defaults, in seconds. */
const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 604_800;
const ID_SECONDS = 3600;

/** What tokens are issued for. */
export interface Grant {
  client: OAuth2Client;
  scopes: readonly string[];
  grantType: string;
  /** _id of the user; absent: the client acts for itself. */
  user?: string;
  /** Epoch seconds at which the user signed in. */
  authTime?: number;
  nonce?: string;
  acr?: string;
  /** Token of the user's SSO session. */
  session?: string;
  /** Name of the grant; a new one when absent. */
  grant?: string;
}

export interface TokenClaims extends JWTPayload {
  tokenName: 'access_token' | 'refresh_token' | 'id_token';
  jti: string;
  exp: number;
  client_id: string;
  authGrantId: string;
  scope: string[];
  grant_type: string;
  subname: string;
  auth_time?: number;
  session?: string;
}

/** The token endpoint's answer (RFC 6749, 5.1). A refresh token is added where the client may use one. */
export async function issueTokens(provider: Provider, given: Grant, { refresh = false } = {}): Promise<Record<string, unknown>> {
  const grant = { ...given, grant: given.grant ?? randomUUID() };
  const expiresIn = grant.client.accessTokenLifetime ?? ACCESS_SECONDS;
  const access = await sign(provider, bearerClaims(provider, grant, 'access_token', expiresIn), 'RS256');
  const answer: Record<string, unknown> = { access_token: access };
  if (refresh && grant.client.grantTypes.includes('refresh_token')) {
    const life = grant.client.refreshTokenLifetime ?? REFRESH_SECONDS;
    answer.refresh_token = await sign(provider, bearerClaims(provider, grant, 'refresh_token', life), 'RS256');
  }
  answer.scope = grant.scopes.join(' ');
  if (grant.user !== undefined && grant.scopes.includes('openid')) answer.id_token = await idToken(provider, grant, access);
  answer.token_type = 'Bearer';
  // AM counts the moment between making the token and telling of it.
  answer.expires_in = expiresIn - 1;
  return answer;
}

function bearerClaims({ issuer, runtime, now }: Provider, grant: Grant & { grant: string }, tokenName: string, life: number): JWTPayload {
  const { client, user } = grant;
  const name = user ?? client._id;
  return {
    sub: user === undefined ? `(age!${name})` : `(usr!${name})`,
    cts: 'OAUTH2_STATELESS_GRANT',
    auditTrackingId: randomUUID(),
    subname: name,
    iss: issuer,
    tokenName,
    token_type: 'Bearer',
    authGrantId: grant.grant,
    client_id: client._id,
    aud: client._id,
    nbf: now,
    grant_type: grant.grantType,
    scope: [...grant.scopes],
    ...(grant.authTime === undefined ? {} : { auth_time: grant.authTime }),
    ...(grant.acr === undefined ? {} : { acr: grant.acr }),
    realm: `/${runtime.realm}`,
    exp: now + life,
    iat: now,
    expires_in: life,
    jti: randomUUID(),
  };
}

async function idToken(provider: Provider, grant: Grant & { grant: string }, access: string): Promise<string> {
  const { issuer, runtime, now } = provider;
  const { client, user, nonce, authTime } = grant;
  const claims = {
    at_hash: halfHash(access),
    sub: user,
    auditTrackingId: randomUUID(),
    subname: user,
    iss: issuer,
    tokenName: 'id_token',
    aud: client._id,
    azp: client._id,
    acr: grant.acr ?? '0',
    ...(grant.session === undefined ? {} : { sid: halfHash(grant.session) }),
    ...(nonce === undefined ? {} : { nonce }),
    auth_time: authTime ?? now,
    realm: `/${runtime.realm}`,
    exp: now + ID_SECONDS,
    tokenType: 'JWTToken',
    iat: now,
    jti: randomUUID(),
  };
  return sign(provider, claims, client.idTokenSigningAlg ?? 'RS256');
}

async function sign({ keys, runtime }: Provider, claims: JWTPayload, alg: SigningAlg): Promise<string> {
  const { key, kid } = await keys.signing(runtime.realm, alg);
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', kid, alg }).sign(key);
}

/** OpenID Connect Core, 3.1.3.6: the left half of the SHA-256. */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}

/**
 * Reads a token that this provider issued, whatever name of the server it was asked for by.
 *
 * @param expired true: also one whose time is over
 * @returns undefined for one that is not its own, is over, or was revoked
 */
export async function readToken(provider: Provider, token: string, { expired = false } = {}): Promise<TokenClaims | undefined> {
  const { keys, runtime, memory, issuer, now } = provider;
  const published = createLocalJWKSet(await keys.published(runtime.realm));
  try {
    const { payload } = await jwtVerify<TokenClaims>(token, published, {
      algorithms: [...SIGNING_ALGS],
      currentDate: new Date(now * 1000),
      ...(expired ? { clockTolerance: Number.MAX_SAFE_INTEGER } : {}),
    });
    if (new URL(String(payload.iss)).pathname !== new URL(issuer).pathname) return undefined;
    return (await memory.isDenied(payload.jti, payload.authGrantId)) ? undefined : payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Declares a token no longer good; of a refresh token everything that came of the same grant, as AM does. */
export async function revokeToken({ memory, now }: Provider, { tokenName, jti, authGrantId }: TokenClaims): Promise<void> {
  await memory.deny(tokenName === 'refresh_token' ? authGrantId : jti, now + REFRESH_SECONDS, now);
}
