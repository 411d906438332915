import { COOKIE_NAME } from '@tandem/engine';
import { type Request, type Response, Router } from 'express';
import { foreignSender } from '../http/security.ts';
import { logError } from '../log.ts';
import type { Simulations } from '../simulations/manager.ts';
import { RequestAbandoned } from '../simulations/waiters.ts';
import type { Sealer } from '../storage/sealer.ts';
import { type AmContext, authenticate } from './authenticate.ts';
import { AmFailure, sendAmFailure } from './failure.ts';
import { realmName, realmPaths } from './paths.ts';
import { sessions } from './sessions.ts';

export interface AmOptions {
  simulations: Simulations;
  sealer: Sealer;
  publicUrl: URL | undefined;
}

type Handler = (req: Request, res: Response, context: AmContext) => Promise<void> | void;

/**
 * AM's REST interface, the same under `/am` (the realm, live), `/sim/{id}/am` and `/sim/{id}/as/{player}/am`. Players have addresses of their own
 * because a browser keeps one cookie jar for all of its frames; redirect URIs leave the player out. What is not REST is left to later routers.
 */
export function amRouter(options: AmOptions): Router {
  const router = Router();
  const context = contextRouter(options, options.sealer.deriveKey('authId'));
  for (const mount of ['/am', '/sim/:sim/am', '/sim/:sim/as/:player/am']) router.use(mount, context);
  return router;
}

/** What answers below each context. One router for all of them: a request is matched against few paths, the most used first. */
function contextRouter(options: AmOptions, key: Buffer): Router {
  const router = Router({ mergeParams: true });
  // A page of any site can send a POST of plain text without asking first, and a journey would start.
  router.use((req, res, next) => {
    const foreign = req.method === 'POST' ? foreignSender(req, options.publicUrl) : undefined;
    if (foreign === undefined) next();
    else sendAmFailure(res, new AmFailure(403, forbidden(req, foreign)));
  });
  const by = (handler: Handler) => (req: Request, res: Response) => serve(req, res, handler, options, key);
  router.post(realmPaths('authenticate'), by(authenticate));
  router.post(realmPaths('sessions'), by(sessions));
  router.get(
    '/json/serverinfo/*name',
    by((_req, res, { runtime }) => void res.json({ cookieName: COOKIE_NAME, secureCookie: false, realm: `/${runtime.realm}`, lang: 'en-US' })),
  );
  router.use('/json', (req, res) => {
    sendAmFailure(res, new AmFailure(404, `Resource '${req.path}' not found`));
  });
  return router;
}

function forbidden(req: Request, { field, expected }: { field: string; expected: string }): string {
  return `A page of another origin may not use this server: ${field} is "${req.get(field)}", expected ${expected}.`;
}

async function serve(req: Request, res: Response, handler: Handler, options: AmOptions, key: Buffer): Promise<void> {
  try {
    await handler(req, res, await contextOf(req, options, key));
  } catch (error) {
    if (error instanceof RequestAbandoned) res.destroy();
    else if (error instanceof AmFailure) sendAmFailure(res, error);
    else {
      logError(`${req.method} ${req.baseUrl}${req.path}`, error);
      sendAmFailure(res, new AmFailure(500, 'Internal Server Error'));
    }
  }
}

async function contextOf(req: Request, { simulations, sealer, publicUrl }: AmOptions, key: Buffer): Promise<AmContext> {
  const sim = pathParameter(req, 'sim');
  const player = pathParameter(req, 'player');
  const named = realmName(pathParameter(req, 'realm') ?? req.query.realm);
  const runtime = sim === null ? await simulations.live(named ?? 'alpha') : (await simulations.find(sim))?.runtime;
  if (!runtime) throw new AmFailure(404, sim === null ? `Realm /${named} not found` : `Simulation ${sim} not found`);
  if (named !== undefined && named !== runtime.realm) throw new AmFailure(404, `Realm /${named} not found`);
  const contextPath = sim === null ? '/am' : `/sim/${sim}/am`;
  const cookiePath = player === null ? contextPath : `/sim/${sim}/as/${player}/am`;
  return { runtime, contextPath, cookiePath, player, sealer: sealer.within(runtime.id), key, publicUrl };
}

function pathParameter(req: Request, name: string): string | null {
  const value = req.params[name];
  return typeof value === 'string' ? value : null;
}
