import { randomBytes, randomUUID } from 'node:crypto';
import { liveSso } from '@tandem/engine';
import type { OAuth2Client } from '@tandem/journey';
import { requestData } from '../request.ts';
import type { Form } from './client-auth.ts';
import type { Endpoint, OAuthCall } from './endpoint.ts';
import { invalidRequest, OAuthError } from './error.ts';
import { grantedScopes } from './grants/grant.ts';
import { authTimeOf, findClient, type Provider } from './provider.ts';

/** AM's default life of a code, in seconds. */
const CODE_SECONDS = 120;

/**
 * `GET|POST .../authorize`: a code for the user whose session comes with the request. Consent is taken as given, as with AM's Implied Consent: who
 * runs the simulation is who would be asked.
 */
export const authorize: Endpoint = (call) => {
  const { form, provider } = call;
  const client = findClient(provider, form.client_id ?? '');
  if (!client) throw new OAuthError('invalid_client', 'Client authentication failed', 400);
  const redirectUri = redirectUriOf(client, form.redirect_uri);
  try {
    const { scopes, challenge } = checked(client, form);
    decide(call, client, redirectUri, scopes, challenge);
  } catch (error) {
    // Only now: before the address was known to be the client's, nothing may be sent there.
    if (!(error instanceof OAuthError)) throw error;
    back(call, redirectUri, { error_description: error.message, error: error.code });
  }
};

function decide(call: OAuthCall, client: OAuth2Client, redirectUri: string, scopes: string[], challenge: string | undefined): void {
  const { form, provider, req, context } = call;
  const { runtime, now, memory } = provider;
  const sso = liveSso(runtime.state, requestData(req, context).token, runtime.clock.now());
  const prompts = (form.prompt ?? '').split(' ');
  const tooOld = sso !== undefined && form.max_age !== undefined && now - authTimeOf(sso) > Number(form.max_age);
  if (!sso || tooOld || prompts.includes('login')) {
    if (prompts.includes('none')) throw new OAuthError('interaction_required', 'The request requires some interaction that is not allowed.');
    signIn(call, provider);
    return;
  }
  const code = randomBytes(20).toString('base64url');
  memory.putCode(code, {
    client: client._id,
    redirectUri,
    scopes,
    user: sso.identity,
    session: sso.token,
    authTime: authTimeOf(sso),
    ...(form.nonce === undefined ? {} : { nonce: form.nonce }),
    ...(challenge === undefined ? {} : { challenge }),
    grant: randomUUID(),
    expiresAt: now + CODE_SECONDS,
  });
  back(call, redirectUri, { code, iss: provider.issuer, client_id: client._id });
}

/** AM compares as texts; a client that has one address need not name it. */
function redirectUriOf({ redirectUris }: OAuth2Client, given: string | undefined): string {
  const [only, ...more] = redirectUris;
  const uri = given ?? (more.length === 0 ? only : undefined);
  if (uri === undefined) throw invalidRequest("Missing parameter, 'redirect_uri'");
  if (!redirectUris.includes(uri))
    throw new OAuthError('redirect_uri_mismatch', 'The redirection URI provided does not match a pre-registered value.');
  return uri;
}

function checked(client: OAuth2Client, form: Form): { scopes: string[]; challenge: string | undefined } {
  if (form.response_type === undefined) throw invalidRequest("Missing parameter, 'response_type'");
  if (form.response_type !== 'code') throw new OAuthError('unsupported_response_type', `Response type is not supported: ${form.response_type}`);
  if (!client.grantTypes.includes('authorization_code'))
    throw new OAuthError('unauthorized_client', 'The client is not authorized to use this authorization grant type.');
  const challenge = form.code_challenge;
  if (challenge !== undefined && form.code_challenge_method !== 'S256') throw invalidRequest('code_challenge_method must be S256.');
  if (challenge === undefined && client.clientType === 'Public') throw invalidRequest("Missing parameter, 'code_challenge'");
  return { scopes: grantedScopes(client, form.scope), challenge };
}

/** To the end user's page, which comes back here; `acr_values` names a journey. */
function signIn({ res, form, context }: OAuthCall, { base, runtime, issuer }: Provider): void {
  const again = new URL(`${issuer}/authorize`);
  for (const [name, value] of Object.entries(form)) if (value !== undefined && name !== 'prompt') again.searchParams.set(name, value);
  const page = new URL(`${context.player === null ? base : base.replace(context.contextPath, context.cookiePath)}/XUI/`);
  page.searchParams.set('realm', `/${runtime.realm}`);
  const [journey] = (form.acr_values ?? '').split(' ');
  if (journey) {
    page.searchParams.set('authIndexType', 'service');
    page.searchParams.set('authIndexValue', journey);
  }
  if ((form.prompt ?? '').split(' ').includes('login')) page.searchParams.set('ForceAuth', 'true');
  page.searchParams.set('goto', again.href);
  res.writeHead(302, { Location: page.href, 'Cache-Control': 'no-store' }).end();
}

function back({ res, form }: OAuthCall, redirectUri: string, parameters: Record<string, string>): void {
  const to = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) to.searchParams.set(name, value);
  if (form.state !== undefined) to.searchParams.set('state', form.state);
  res.writeHead(302, { Location: to.href, 'Cache-Control': 'no-store' }).end();
}
