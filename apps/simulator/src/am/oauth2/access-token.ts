import { authenticateClient } from './client-auth.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidRequest, OAuthError } from './error.ts';
import { authorizationCode } from './grants/authorizationCode.ts';
import { clientCredentials } from './grants/clientCredentials.ts';
import type { GrantType } from './grants/grant.ts';
import { refreshToken } from './grants/refreshToken.ts';

const grantTypes: readonly GrantType[] = [authorizationCode, clientCredentials, refreshToken];

/** Names of all grant types, for the discovery document. */
export const GRANT_TYPES: readonly string[] = grantTypes.map(({ grantType }) => grantType);

/** `POST .../access_token`, the token endpoint. */
export const accessToken: Endpoint = async ({ req, form, provider, send }) => {
  if (form.grant_type === undefined) throw invalidRequest('Grant type is not set');
  const grant = grantTypes.find(({ grantType }) => grantType === form.grant_type);
  if (!grant) throw new OAuthError('unsupported_grant_type', `Grant type is not supported: ${form.grant_type}`);
  const client = await authenticateClient(req, form, provider);
  if (!client.grantTypes.includes(grant.grantType))
    throw new OAuthError('unauthorized_client', 'The client is not authorized to use this authorization grant type.');
  send(200, await grant.handle(provider, client, form));
};
