import type { IncomingMessage } from 'node:http';
import type { OAuth2Client } from '@tandem/journey';
import { createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { verifyPassword } from '../../passwords.ts';
import { invalidClient, invalidRequest } from './error.ts';
import { findClient, type Provider } from './provider.ts';

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Algorithms of a client's own assertions. */
const ASSERTION_ALGS = ['RS256', 'PS256', 'ES256', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512', 'EdDSA'];

/** A form as OAuth 2.0 has it: each parameter once. */
export type Form = Record<string, string | undefined>;

/**
 * Finds out which client asks, and whether it is that one: secret in the header or the form, a signed assertion, or nothing of a public client.
 * Which of the first two a client is registered with makes no difference, as on AM.
 *
 * @throws OAuthError invalid_client, invalid_request
 */
export async function authenticateClient(req: IncomingMessage, form: Form, provider: Provider): Promise<OAuth2Client> {
  const basic = basicOf(req.headers.authorization);
  if (basic && form.client_secret !== undefined) throw invalidRequest('A client authenticates in one way only.');
  if (form.client_assertion !== undefined) return byAssertion(form, provider);
  const id = basic?.id ?? form.client_id;
  const client = id === undefined ? undefined : findClient(provider, id);
  if (!client) throw invalidClient();
  const secret = basic?.secret ?? form.client_secret;
  if (client.clientType === 'Public' || client.tokenEndpointAuthMethod === 'none') {
    if (secret !== undefined && secret !== '') throw invalidClient();
    return client;
  }
  if (secret === undefined || client.passwordHash === undefined || client.tokenEndpointAuthMethod === 'private_key_jwt') throw invalidClient();
  if (!(await verifyPassword(secret, client.passwordHash))) throw invalidClient();
  return client;
}

/** RFC 6749, 2.3.1: both parts are form-encoded inside of the Basic credentials. */
function basicOf(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic +([A-Za-z\d+/=_-]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const split = text.indexOf(':');
  if (split < 0) throw invalidClient();
  return { id: decoded(text.slice(0, split)), secret: decoded(text.slice(split + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Not encoded at all, as curl sends it.
    return text;
  }
}

/** RFC 7523: a JWT of the client about itself, meant for this provider. Its keys are those the client's settings hold. */
async function byAssertion(form: Form, provider: Provider): Promise<OAuth2Client> {
  const { client_assertion: assertion = '', client_assertion_type: type } = form;
  if (type !== ASSERTION) throw invalidRequest(`client_assertion_type must be ${ASSERTION}.`);
  try {
    const { iss = '' } = decodeJwt(assertion);
    const client = findClient(provider, iss);
    if (!client?.jwks || (form.client_id !== undefined && form.client_id !== iss)) throw invalidClient();
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks as JSONWebKeySet), {
      algorithms: ASSERTION_ALGS,
      subject: iss,
      audience: [provider.issuer, `${provider.issuer}/access_token`],
      currentDate: new Date(provider.now * 1000),
      requiredClaims: ['exp', 'jti'],
    });
    // Once: who overhears it cannot use it again.
    const used = `assertion:${iss}:${payload.jti}`;
    if (await provider.memory.isDenied(used)) throw invalidClient();
    await provider.memory.deny(used, payload.exp ?? provider.now, provider.now);
    return client;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw invalidClient();
    throw error;
  }
}
