import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { sendJson } from '../am/answer.ts';
import { answering } from '../am/serve.ts';
import { readText } from '../http/body.ts';
import type { AdminSession, AdminSessions } from './sessions.ts';
import { adminOf } from './who.ts';

/** AIC's own client, with which an administrator's tools get an access token for IDM. Everybody knows its secret: PKCE protects the code. */
const CLIENT = 'idmAdminClient';
const REDIRECT = /^https?:\/\/[^/]+(?:\/.*)?\/platform\/appAuthHelperRedirect\.html$/;
const CODE_LIFE = 120_000;
const TOKEN_SECONDS = 3600;
/** Codes at a time; the oldest go first. */
const MOST = 100;
const FORM_LIMIT = 65_536;

interface Code {
  session: AdminSession;
  challenge: string;
  redirectUri: string;
  scope: string;
  until: number;
}

/**
 * The root realm's OAuth 2.0 provider, for amadmin alone: `authorize` and `access_token` of `idmAdminClient` (code with PKCE), as frodo signs in to a
 * cloud tenant. Other clients belong to realms and are served elsewhere.
 */
export function adminOAuthRouter(sessions: AdminSessions): Router {
  const router = Router();
  const codes = new Map<string, Code>();
  const paths = (endpoint: string) => [`/oauth2/${endpoint}`, `/oauth2/realms/root/${endpoint}`];
  router.post(
    paths('authorize'),
    answering(async (req, res, next) => (isElsewhere(req) ? next() : authorize(req, res, sessions, codes))),
  );
  router.post(
    paths('access_token'),
    answering(async (req, res, next) => (isElsewhere(req) ? next() : token(req, res, sessions, codes))),
  );
  return router;
}

const isElsewhere = ({ query }: Request): boolean => query.realm !== undefined && query.realm !== '/' && query.realm !== 'root';

async function authorize(req: Request, res: Response, sessions: AdminSessions, codes: Map<string, Code>): Promise<void> {
  const form = await formOf(req);
  const session = adminOf(req, sessions);
  if (!session) return refuse(res, 401, 'access_denied', 'amadmin is not signed in.');
  if (form.get('client_id') !== CLIENT) return refuse(res, 400, 'invalid_client', 'Client authentication failed');
  const redirectUri = form.get('redirect_uri') ?? '';
  if (!REDIRECT.test(redirectUri))
    return refuse(res, 400, 'redirect_uri_mismatch', 'The redirection URI provided does not match a pre-registered value.');
  const challenge = form.get('code_challenge') ?? '';
  if (form.get('response_type') !== 'code' || form.get('code_challenge_method') !== 'S256' || challenge === '')
    return refuse(res, 400, 'invalid_request', 'response_type code with a code_challenge of the method S256 is expected.');
  const code = randomBytes(32).toString('base64url');
  const oldest = codes.size < MOST ? undefined : codes.keys().next().value;
  if (oldest !== undefined) codes.delete(oldest);
  codes.set(code, { session, challenge, redirectUri, scope: form.get('scope') ?? 'openid', until: Date.now() + CODE_LIFE });
  const location = new URL(redirectUri);
  location.searchParams.set('code', code);
  location.searchParams.set('iss', `${req.protocol}://${req.headers.host}/am/oauth2`);
  const state = form.get('state');
  if (state !== null) location.searchParams.set('state', state);
  res.redirect(302, location.href);
}

async function token(req: Request, res: Response, sessions: AdminSessions, codes: Map<string, Code>): Promise<void> {
  const form = await formOf(req);
  const client = form.get('client_id') ?? basicUser(req);
  if (client !== CLIENT) return refuse(res, 401, 'invalid_client', 'Client authentication failed');
  if (form.get('grant_type') !== 'authorization_code')
    return refuse(res, 400, 'unsupported_grant_type', 'Grant type is not supported: authorization_code is.');
  const given = form.get('code') ?? '';
  const code = codes.get(given);
  // A code is good for one attempt.
  codes.delete(given);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (!code || code.until < Date.now() || code.challenge !== challenge || code.redirectUri !== form.get('redirect_uri'))
    return refuse(res, 400, 'invalid_grant', 'The provided access grant is invalid, expired, or revoked.');
  sendJson(res, 200, {
    access_token: sessions.token(code.session),
    scope: code.scope,
    id_token: unsignedIdToken(code.session),
    token_type: 'Bearer',
    expires_in: TOKEN_SECONDS,
  });
}

/** Says who it is, for tools that show a name; nothing here takes it for a proof (`alg: none`). */
function unsignedIdToken({ userName, startedAt }: AdminSession): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    sub: userName,
    subname: userName,
    aud: CLIENT,
    realm: '/',
    auth_time: Math.floor(startedAt / 1000),
    iat,
    exp: iat + TOKEN_SECONDS,
    jti: randomUUID(),
  };
  return `${part({ typ: 'JWT', alg: 'none' })}.${part(claims)}.`;
}

async function formOf(req: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(req, FORM_LIMIT));
}

function basicUser(req: Request): string | undefined {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(req.get('authorization') ?? '') ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)[0];
}

function refuse(res: Response, status: number, error: string, description: string): void {
  sendJson(res, status, { error, error_description: description });
}
