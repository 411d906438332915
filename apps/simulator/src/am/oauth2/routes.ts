import type { Request, RequestHandler, Response, Router } from 'express';
import type { Handler } from '../serve.ts';
import { accessToken } from './access-token.ts';
import { authorize } from './authorize.ts';
import { discovery, jwkUri } from './discovery.ts';
import { endSession } from './end-session.ts';
import { type Endpoint, oauthHandler } from './endpoint.ts';
import { introspect } from './introspect.ts';
import type { OAuth2 } from './provider.ts';
import { revoke } from './revoke.ts';
import { userinfo } from './userinfo.ts';

const endpoints: readonly { path: string; methods: readonly ('get' | 'post')[]; endpoint: Endpoint }[] = [
  { path: '.well-known/openid-configuration', methods: ['get'], endpoint: discovery },
  { path: 'connect/jwk_uri', methods: ['get'], endpoint: jwkUri },
  { path: 'authorize', methods: ['get', 'post'], endpoint: authorize },
  { path: 'access_token', methods: ['post'], endpoint: accessToken },
  { path: 'userinfo', methods: ['get', 'post'], endpoint: userinfo },
  { path: 'introspect', methods: ['post'], endpoint: introspect },
  { path: 'token/revoke', methods: ['post'], endpoint: revoke },
  { path: 'connect/endSession', methods: ['get', 'post'], endpoint: endSession },
];

/** A realm's provider, in each of the forms its path is written; the root realm's is not here. */
const forms = ['/oauth2/realms/root/realms/:realm/', '/oauth2/realms/:realm/', '/oauth2/:realm/', '/oauth2/'] as const;

/** Mounts the provider's endpoints. */
export function mountOAuth2(router: Router, oauth2: OAuth2, by: (handler: Handler<Request, Response>) => RequestHandler): void {
  for (const { path, methods, endpoint } of endpoints) {
    const handle = by(oauthHandler(oauth2, endpoint));
    const here: RequestHandler = (req, res, next) => (namesRealm(req) ? handle(req, res, next) : next());
    for (const method of methods)
      router[method](
        forms.map((form) => form + path),
        here,
      );
  }
}

/** A simulation has one realm; the live server has several, and `/oauth2/…` alone is the root realm's. */
function namesRealm({ params, query }: Request): boolean {
  const named = params.realm ?? query.realm;
  return params.sim !== undefined || (typeof named === 'string' && named !== '/' && named !== 'root');
}
