import { OAuthError } from '../error.ts';
import { issueTokens } from '../tokens.ts';
import { type GrantType, grantedScopes } from './grant.ts';

/** RFC 6749, 4.4: the client acts for itself. */
export const clientCredentials: GrantType = {
  grantType: 'client_credentials',
  async handle(provider, client, form) {
    if (client.clientType === 'Public') throw new OAuthError('unauthorized_client', 'A public client has no credentials to ask with.');
    return issueTokens(provider, { client, scopes: grantedScopes(client, form.scope), grantType: 'client_credentials' });
  },
};
