import { COOKIE_NAME } from '@tandem/engine';
import { requestData } from '../request.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidRequest } from './error.ts';
import { findClient } from './provider.ts';
import { readToken } from './tokens.ts';

/** `GET|POST .../connect/endSession` (OpenID Connect RP-Initiated Logout): ends the session of the browser that asks, if the ID token is its user's. */
export const endSession: Endpoint = async ({ req, res, form, provider, context }) => {
  if (form.id_token_hint === undefined) throw invalidRequest('The endSession endpoint requires an id_token_hint parameter');
  const hint = await readToken(provider, form.id_token_hint, { expired: true });
  if (hint?.tokenName !== 'id_token') throw invalidRequest('The id_token_hint is not an ID token of this provider.');
  const { token } = requestData(req, context);
  const { runtime } = provider;
  if (token !== null && runtime.state.ssoSessions[token]?.identity === hint.sub) await runtime.submit({ kind: 'logout', token });
  const headers = ['Set-Cookie', `${COOKIE_NAME}=; Path=${context.cookiePath}; HttpOnly; SameSite=Lax; Max-Age=0`, 'Cache-Control', 'no-store'];
  const back = form.post_logout_redirect_uri;
  if (back === undefined) return void res.writeHead(204, headers).end();
  const client = findClient(provider, String(hint.aud));
  if (!client?.postLogoutRedirectUris.includes(back))
    throw invalidRequest('The post_logout_redirect_uri is not one that is registered for the client.');
  const to = new URL(back);
  if (form.state !== undefined) to.searchParams.set('state', form.state);
  res.writeHead(302, [...headers, 'Location', to.href]).end();
};
