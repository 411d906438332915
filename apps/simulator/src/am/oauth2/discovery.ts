import { GRANT_TYPES } from './access-token.ts';
import type { Endpoint } from './endpoint.ts';
import { SIGNING_ALGS } from './keys.ts';
import { CLAIM_NAMES, CLAIM_SCOPES } from './userinfo.ts';

const CLIENT_AUTHENTICATION = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'];

/** `.well-known/openid-configuration`: what this provider is and can, and nothing that it cannot. */
export const discovery: Endpoint = ({ provider, send }) => {
  const { issuer } = provider;
  send(200, {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/access_token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/connect/jwk_uri`,
    end_session_endpoint: `${issuer}/connect/endSession`,
    revocation_endpoint: `${issuer}/token/revoke`,
    introspection_endpoint: `${issuer}/introspect`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: GRANT_TYPES,
    subject_types_supported: ['public'],
    scopes_supported: ['openid', ...CLAIM_SCOPES],
    claims_supported: ['sub', ...CLAIM_NAMES],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    id_token_signing_alg_values_supported: SIGNING_ALGS,
    token_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    token_endpoint_auth_signing_alg_values_supported: ['PS256', 'ES256', 'RS256'],
    revocation_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    introspection_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    code_challenge_methods_supported: ['S256'],
    version: '3.0',
  });
};

/** `connect/jwk_uri`: the realm's public keys. */
export const jwkUri: Endpoint = async ({ provider, send }) => send(200, await provider.keys.published(provider.runtime.realm));
