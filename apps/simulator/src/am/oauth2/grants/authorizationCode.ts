import { createHash } from 'node:crypto';
import { invalidGrant, invalidRequest } from '../error.ts';
import type { CodeGrant } from '../memory.ts';
import { issueTokens } from '../tokens.ts';
import type { GrantType } from './grant.ts';

/** However long tokens of a grant could still be used. */
const LONG = 31_536_000;

/** RFC 6749, 4.1.3, and the verifier of RFC 7636. */
export const authorizationCode: GrantType = {
  grantType: 'authorization_code',
  async handle(provider, client, form) {
    if (form.code === undefined) throw invalidRequest("Missing parameter, 'code'");
    const found = provider.memory.takeCode(form.code);
    if (!found) throw invalidGrant();
    if ('used' in found) {
      // Somebody else may hold the code: what came of it the first time is no longer good either (RFC 6749, 4.1.2).
      await provider.memory.deny(found.used, provider.now + LONG, provider.now);
      throw invalidGrant();
    }
    check(found, client._id, form, provider.now);
    const { scopes, user, authTime, nonce, session, grant } = found;
    const given = { client, scopes, grantType: 'authorization_code', user, authTime, session, grant, ...(nonce === undefined ? {} : { nonce }) };
    return issueTokens(provider, given, { refresh: true });
  },
};

function check(code: CodeGrant, client: string, { redirect_uri, code_verifier }: Record<string, string | undefined>, now: number): void {
  if (code.client !== client || code.expiresAt <= now) throw invalidGrant();
  if (redirect_uri !== code.redirectUri) throw invalidGrant('The redirection URI provided does not match a pre-registered value.');
  if (code.challenge === undefined) return;
  if (code_verifier === undefined) throw invalidRequest("Missing parameter, 'code_verifier'");
  if (createHash('sha256').update(code_verifier).digest('base64url') !== code.challenge) throw invalidGrant();
}
