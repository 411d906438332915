import type { Identity } from '@tandem/journey';
import { bearerOf } from './bearer.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidToken, OAuthError } from './error.ts';
import { findUser } from './provider.ts';

/** Claims by scope, and the attribute each is read from: AM's own claims script. */
const CLAIMS: Record<string, readonly [claim: string, attribute: string][]> = {
  profile: [
    ['name', 'cn'],
    ['given_name', 'givenName'],
    ['family_name', 'sn'],
    ['locale', 'preferredLanguage'],
  ],
  email: [['email', 'mail']],
  phone: [['phone_number', 'telephoneNumber']],
  address: [['address', 'postalAddress']],
};

/** Scopes that bring claims of the user. */
export const CLAIM_SCOPES: readonly string[] = Object.keys(CLAIMS);
/** Names of all claims of users. */
export const CLAIM_NAMES: readonly string[] = Object.values(CLAIMS).flatMap((claims) => claims.map(([claim]) => claim));

/** `GET|POST .../userinfo`: who the access token's user is, as far as its scopes tell. */
export const userinfo: Endpoint = async ({ req, provider, send }) => {
  const claims = await bearerOf(req, provider);
  const user = findUser(provider, claims.subname);
  if (!user) throw invalidToken();
  if (!claims.scope.includes('openid')) throw new OAuthError('insufficient_scope', 'The access token does not have the scope openid.', 403);
  send(200, { ...claimsOf(user, claims.scope), sub: user._id, subname: user._id });
};

function claimsOf(user: Identity, scopes: readonly string[]): Record<string, unknown> {
  const wanted = scopes.flatMap((scope) => (Object.hasOwn(CLAIMS, scope) ? (CLAIMS[scope] ?? []) : []));
  const attributes: Record<string, unknown> = { cn: [user.givenName, user.sn].filter(Boolean).join(' ') || user.userName, ...user };
  return Object.fromEntries(wanted.map(([claim, attribute]) => [claim, attributes[attribute]]).filter(([, value]) => value !== undefined));
}
