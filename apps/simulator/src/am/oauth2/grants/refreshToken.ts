import { invalidGrant, invalidRequest, OAuthError } from '../error.ts';
import { findUser } from '../provider.ts';
import { issueTokens, readToken } from '../tokens.ts';
import type { GrantType } from './grant.ts';

/** RFC 6749, 6. Each use gives a new refresh token; the one before stays good until its time is over, as with AM's client-based tokens. */
export const refreshToken: GrantType = {
  grantType: 'refresh_token',
  async handle(provider, client, form) {
    if (form.refresh_token === undefined) throw invalidRequest("Missing parameter, 'refresh_token'");
    const claims = await readToken(provider, form.refresh_token);
    if (claims?.tokenName !== 'refresh_token' || claims.client_id !== client._id) throw invalidGrant();
    if (!findUser(provider, claims.subname)) throw invalidGrant();
    const given = {
      client,
      scopes: narrowed(claims.scope, form.scope),
      grantType: 'refresh_token',
      user: claims.subname,
      grant: claims.authGrantId,
      ...(claims.auth_time === undefined ? {} : { authTime: claims.auth_time }),
    };
    return issueTokens(provider, given, { refresh: true });
  },
};

/** As many scopes as before, or fewer. */
function narrowed(before: readonly string[], asked: string | undefined): readonly string[] {
  if (asked === undefined || asked.trim() === '') return before;
  const wanted = asked.trim().split(/\s+/);
  const more = wanted.filter((scope) => !before.includes(scope));
  if (more.length > 0) throw new OAuthError('invalid_scope', `Unknown/invalid scope(s): [${more.join(', ')}]`);
  return wanted;
}
