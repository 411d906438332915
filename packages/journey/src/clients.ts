import * as z from 'zod';

/** OAuth 2.0 clients of a realm, in RFC 7591's terms where it has them, else in those of AM's client settings. */

const strings = z.array(z.string().min(1));
const seconds = z.int('A whole number above 0.').min(1, 'A whole number above 0.');
const httpUrl = z.url({ protocol: /^https?$/, error: 'An address with http or https.' });

const clientFields = {
  name: z.string().optional(),
  /** A confidential client proves who it is; a public one cannot keep a secret. */
  clientType: z.enum(['Confidential', 'Public']),
  redirectUris: strings,
  postLogoutRedirectUris: strings,
  /** Scopes it may ask for. */
  scopes: strings,
  /** Scopes it gets when it asks for none. */
  defaultScopes: strings,
  grantTypes: strings,
  tokenEndpointAuthMethod: z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']),
  /** JSON Web Key Set with the client's public keys, or where they are to be found. */
  jwks: z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) }).optional(),
  jwksUri: httpUrl.optional(),
  idTokenSigningAlg: z.enum(['RS256', 'PS256', 'ES256']).optional(),
  /** Seconds; absent: the provider's own. */
  accessTokenLifetime: seconds.optional(),
  refreshTokenLifetime: seconds.optional(),
};

/** A client as the realm keeps it. Fields that other grants need stand beside these. */
export const oauth2ClientSchema = z.looseObject({
  _id: z.string().min(1),
  ...clientFields,
  /** Of its secret, as of an identity's password; never shown. */
  passwordHash: z.string().optional(),
});
export type OAuth2Client = z.infer<typeof oauth2ClientSchema>;

/** A client of which nothing is said yet. */
export function newClient(id: string): OAuth2Client {
  return {
    _id: id,
    clientType: 'Confidential',
    redirectUris: [],
    postLogoutRedirectUris: [],
    scopes: [],
    defaultScopes: [],
    grantTypes: ['authorization_code', 'refresh_token'],
    tokenEndpointAuthMethod: 'client_secret_basic',
  };
}

/** What may be said of a client, each field by itself. */
export const clientFieldsSchema = z.object(clientFields);
