import { authenticateClient } from './client-auth.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidRequest } from './error.ts';
import { readToken, revokeToken } from './tokens.ts';

/** `POST .../token/revoke` (RFC 7009): a token that is none, or another client's, is as good as revoked. */
export const revoke: Endpoint = async ({ req, form, provider, send }) => {
  const client = await authenticateClient(req, form, provider);
  if (form.token === undefined) throw invalidRequest("Missing parameter, 'token'");
  const claims = await readToken(provider, form.token);
  if (claims?.client_id === client._id && claims.tokenName !== 'id_token') await revokeToken(provider, claims);
  send(200, {});
};
