import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler, Router } from 'express';
import * as z from 'zod';
import { accessGuard } from './admin/access.ts';
import { sessionRoutes } from './admin/session-routes.ts';
import { archetypeRoutes } from './archetypes/routes.ts';
import { customNodeRoutes } from './custom-nodes/routes.ts';
import { describeApi } from './http/openapi.ts';
import { notFound, sendErrors } from './http/problem.ts';
import { type ApiRoute, jsonRoute, mountRoutes } from './http/route.ts';
import { changeGuard, hostGuard, securityHeaders } from './http/security.ts';
import { browserRouter, xuiRouter } from './http/xui.ts';
import { liveRoutes } from './live/routes.ts';
import { backupsRoutes } from './realms/backups-routes.ts';
import { clientRoutes } from './realms/clients/routes.ts';
import { contentsRoutes } from './realms/contents-routes.ts';
import { directoryRoutes } from './realms/directory/routes.ts';
import { libraryRoutes } from './realms/library/routes.ts';
import { objectRoutes } from './realms/objects/routes.ts';
import { emptyOutbox, outboxRoutes } from './realms/outbox.ts';
import { realmRoutes } from './realms/routes.ts';
import { servicesRoutes } from './realms/services-routes.ts';
import { transferRoutes } from './realms/transfer-routes.ts';
import { versionsRoutes } from './realms/versions-routes.ts';
import { scriptRoutes } from './scripts/routes.ts';
import type { AppParts } from './services.ts';
import { VERSION } from './version.ts';

/** The whole server: what AM's clients ask all the time, and the app for everything else. */
export function createListener(parts: AppParts): RequestListener {
  const app = createApp(parts);
  const { amDirect } = parts;
  return amDirect ? (req, res) => void (amDirect(req, res) || app(req, res)) : app;
}

/** The whole server as an Express app: guards, Tandem's API, AM's endpoints, the designer. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders, hostGuard(parts.publicUrl, parts.names));
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  app.use('/api', apiRouter(parts));
  app.use(browserRouter());
  if (parts.adminRouter) app.use(parts.adminRouter);
  if (parts.amRouter) app.use(parts.amRouter);
  app.use(xuiRouter(parts.pages));
  app.use(parts.pages.router);
  app.use(() => {
    throw notFound('There is nothing at this address.');
  });
  app.use(sendErrors);
  return app;
}

/** Every route below `/api`. */
export function apiRoutes({ admin, realms, history, sealer, hub, outbox = emptyOutbox, simulationRoutes = [], publicUrl }: AppParts): ApiRoute[] {
  const routes: ApiRoute[] = [
    ...realmRoutes(realms),
    ...versionsRoutes(realms, history),
    ...libraryRoutes(realms),
    ...archetypeRoutes(realms),
    ...directoryRoutes(realms),
    ...objectRoutes(realms),
    ...clientRoutes(realms),
    ...servicesRoutes(realms),
    ...scriptRoutes(realms),
    ...customNodeRoutes(realms),
    ...contentsRoutes(realms, sealer),
    ...transferRoutes(realms, publicUrl),
    ...backupsRoutes(realms, history),
    ...outboxRoutes(realms, outbox),
    ...simulationRoutes,
    ...liveRoutes(hub),
    ...sessionRoutes(admin, publicUrl),
    jsonRoute({
      method: 'get',
      path: '/openapi.json',
      summary: 'This description',
      tag: 'About',
      answer: { description: 'OpenAPI 3.1.', schema: z.record(z.string(), z.unknown()) },
      handle: () => describeApi(routes, VERSION),
    }),
  ];
  return routes;
}

function apiRouter(parts: AppParts): Router {
  const router = Router({ caseSensitive: true });
  const uncached: RequestHandler = (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  };
  router.use(uncached, changeGuard(parts.publicUrl), accessGuard(parts.admin.sessions));
  mountRoutes(router, apiRoutes(parts));
  router.use((req) => {
    throw notFound(`There is no ${req.method} ${req.baseUrl}${req.path}.`, { expected: 'one of the paths in /api/openapi.json' });
  });
  return router;
}
