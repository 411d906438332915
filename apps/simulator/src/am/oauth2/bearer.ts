import type { IncomingMessage } from 'node:http';
import { invalidToken } from './error.ts';
import type { Provider } from './provider.ts';
import { readToken, type TokenClaims } from './tokens.ts';

/** The access token of a request (RFC 6750). @throws OAuthError invalid_token */
export async function bearerOf(req: IncomingMessage, provider: Provider): Promise<TokenClaims> {
  const token = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : await readToken(provider, token);
  if (claims?.tokenName !== 'access_token') throw invalidToken();
  return claims;
}
