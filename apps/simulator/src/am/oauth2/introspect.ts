import { authenticateClient } from './client-auth.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidRequest } from './error.ts';
import { findUser } from './provider.ts';
import { readToken } from './tokens.ts';

/** `POST .../introspect` (RFC 7662). A client sees its own tokens; to see all, as a resource server does, it needs AM's scope for it. */
export const introspect: Endpoint = async ({ req, form, provider, send }) => {
  const client = await authenticateClient(req, form, provider);
  if (form.token === undefined) throw invalidRequest("Missing parameter, 'token'");
  const claims = await readToken(provider, form.token);
  const visible = claims && (claims.client_id === client._id || client.scopes.includes('am-introspect-all-tokens'));
  if (!claims || claims.tokenName === 'id_token' || !visible) return send(200, { active: false });
  const user = findUser(provider, claims.subname);
  send(200, {
    active: true,
    scope: claims.scope.join(' '),
    realm: claims.realm,
    client_id: claims.client_id,
    user_id: claims.subname,
    username: user?.userName ?? claims.subname,
    token_type: 'Bearer',
    exp: claims.exp,
    sub: claims.sub,
    subname: claims.subname,
    iss: claims.iss,
    ...(claims.auth_time === undefined ? {} : { auth_time: claims.auth_time }),
    authGrantId: claims.authGrantId,
    auditTrackingId: claims.auditTrackingId,
    expires_in: claims.exp - provider.now,
  });
};
