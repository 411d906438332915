import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from '../../http/body.ts';
import { ProblemError } from '../../http/problem.ts';
import { logError } from '../../log.ts';
import { sendJson } from '../answer.ts';
import type { AmContext, Handler } from '../serve.ts';
import type { Form } from './client-auth.ts';
import { invalidRequest, OAuthError } from './error.ts';
import type { OAuth2, Provider } from './provider.ts';

/** One call of an endpoint of the provider. */
export interface OAuthCall {
  req: IncomingMessage;
  res: ServerResponse;
  provider: Provider;
  context: AmContext;
  /** Parameters of the query and, of a POST, of its form. */
  form: Form;
  send(status: number, body: object): void;
}
export type Endpoint = (call: OAuthCall) => Promise<void> | void;

/** Of a form: signed requests and assertions fit many times. */
const LIMIT = 262_144;

/** Makes a handler of an endpoint: reads its parameters, and answers what it throws as RFC 6749 and 6750 have it. */
export function oauthHandler<Req extends IncomingMessage, Res extends ServerResponse>(oauth2: OAuth2, endpoint: Endpoint): Handler<Req, Res> {
  return async (req, res, context) => {
    try {
      const form = await readForm(req, context);
      const send = (status: number, body: object): void => sendJson(res, status, body, ['Pragma', 'no-cache']);
      await endpoint({ req, res, provider: oauth2.provider(req, context), context, form, send });
    } catch (error) {
      sendOAuthError(res, oauthErrorOf(req, error));
    }
  };
}

function oauthErrorOf(req: IncomingMessage, error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof ProblemError) return new OAuthError('invalid_request', error.message, error.status);
  logError(`${req.method} OAuth 2.0`, error);
  return new OAuthError('server_error', 'The server met something it did not foresee.', 500);
}

function sendOAuthError(res: ServerResponse, { status, code, message }: OAuthError): void {
  const challenge = code === 'invalid_token' ? `Bearer error="invalid_token", error_description="${message}"` : 'Basic realm="/"';
  sendJson(res, status, { error_description: message, error: code }, status === 401 ? ['WWW-Authenticate', challenge] : []);
}

async function readForm(req: IncomingMessage, { address }: AmContext): Promise<Form> {
  const query = address.url.includes('?') ? address.url.slice(address.url.indexOf('?')) : '';
  const form: Form = Object.create(null);
  for (const text of [query, req.method === 'POST' ? await formText(req) : '']) {
    const seen = new Set<string>();
    for (const [name, value] of new URLSearchParams(text)) {
      // RFC 6749, 3.1: twice the same parameter is no request.
      if (seen.has(name)) throw invalidRequest(`Invalid Request, duplicate request parameter found : ${name}`);
      seen.add(name);
      form[name] = value;
    }
  }
  return form;
}

async function formText(req: IncomingMessage): Promise<string> {
  const text = await readText(req, LIMIT);
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (text !== '' && type !== 'application/x-www-form-urlencoded') throw invalidRequest('Invalid Content Type');
  return text;
}
