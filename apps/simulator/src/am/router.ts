import { type Request, type Response, Router } from 'express';
import { foreignSender } from '../http/security.ts';
import { authenticate } from './authenticate.ts';
import { info } from './backchannel/info.ts';
import { initialize } from './backchannel/initialize.ts';
import { cors, isAcceptedOrigin } from './cors.ts';
import { AmFailure, methodNotAllowed, sendAmFailure } from './failure.ts';
import { mountOAuth2 } from './oauth2/routes.ts';
import { realmPaths } from './paths.ts';
import { type AmOptions, createServe, type Handler } from './serve.ts';
import { serverInfo, serverVersion } from './serverinfo.ts';
import { sessions } from './sessions.ts';
import { users } from './users.ts';

/**
 * AM's REST interface, the same under `/am` (the realm, live), `/sim/{id}/am` and `/sim/{id}/as/{player}/am`. Players have addresses of their own
 * because a browser keeps one cookie jar for all of its frames; redirect URIs leave the player out. What is not REST is left to later routers.
 */
export function amRouter(options: AmOptions): Router {
  const router = Router();
  const context = contextRouter(options);
  for (const mount of ['/am', '/sim/:sim/am', '/sim/:sim/as/:player/am']) router.use(mount, context);
  return router;
}

/** What answers below each context. One router for all of them: a request is matched against few paths, the most used first. */
function contextRouter(options: AmOptions): Router {
  const router = Router({ mergeParams: true });
  const serve = createServe(options);
  router.use(cors(options.origins));
  // A page of any site can send a POST of plain text without asking first, and a journey would start.
  router.use((req, res, next) => {
    const foreign = req.method === 'POST' && !isAcceptedOrigin(req) ? foreignSender(req, options.publicUrl) : undefined;
    if (foreign === undefined) next();
    else sendAmFailure(res, new AmFailure(403, forbidden(req, foreign)));
  });
  const by = (handler: Handler<Request, Response>) => (req: Request, res: Response) =>
    serve(req, res, handler, {
      url: req.originalUrl,
      query: req.query,
      sim: pathParameter(req, 'sim') ?? null,
      player: pathParameter(req, 'player') ?? null,
      realm: pathParameter(req, 'realm'),
    });
  router.post(realmPaths('authenticate'), by(authenticate));
  router.post(
    realmPaths('authenticate/backchannel/initialize'),
    by((req, res, context) => initialize(req, res, context, options.oauth2)),
  );
  router.post(
    realmPaths('authenticate/backchannel/info'),
    by((req, res, context) => info(req, res, context, options.oauth2)),
  );
  router.all(realmPaths('authenticate'), (_req, res) => methodNotAllowed(res));
  router.post(realmPaths('sessions'), by(sessions));
  router.post(realmPaths('users'), by(users));
  router.get('/json/serverinfo/version', (_req, res) => void res.json(serverVersion()));
  router.get(
    realmPaths('serverinfo/*name'),
    by((req, res, { runtime }) => void res.json(serverInfo(req, runtime.realm))),
  );
  mountOAuth2(router, options.oauth2, by);
  router.use('/json', (req, res) => {
    sendAmFailure(res, new AmFailure(404, `Resource '${req.path}' not found`));
  });
  return router;
}

function forbidden(req: Request, { field, expected }: { field: string; expected: string }): string {
  return `A page of another origin may not use this server: ${field} is "${req.get(field)}", expected ${expected}.`;
}

function pathParameter(req: Request, name: string): string | undefined {
  const value = req.params[name];
  return typeof value === 'string' ? value : undefined;
}
