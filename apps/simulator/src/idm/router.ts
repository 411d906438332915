import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AdminSessions } from '../admin/sessions.ts';
import { adminOf } from '../admin/who.ts';
import { sendJson } from '../am/answer.ts';
import { configBody } from '../am/config/call.ts';
import { queryAnswer } from '../am/config/query.ts';
import { AmFailure } from '../am/failure.ts';
import { answering } from '../am/serve.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { Settings } from '../storage/settings.ts';
import { idmConfig } from './config.ts';

/** `/openidm/config`: the documents of IDM that exports of journeys bring along. It wants amadmin's access token (or session). */
export function idmRouter({ realms, settings, sessions }: { realms: RealmStore; settings: Settings; sessions: AdminSessions }): Router {
  const router = Router();
  const config = idmConfig(realms, settings);
  const on = (handler: (req: Request, res: Response) => Promise<void> | void): RequestHandler =>
    answering(async (req, res) => {
      if (!adminOf(req, sessions)) throw new AmFailure(401, 'Access Denied');
      res.setHeader('Content-API-Version', 'protocol=2.1,resource=1.0');
      await handler(req, res);
    });
  const idOf = ({ params }: Request): string => [params.id].flat().join('/');
  const missing = (id: string) => new AmFailure(404, `No configuration exists for id ${id}`);

  router.get(
    '/',
    on(async (req, res) => {
      const ids = await config.ids();
      const items = await Promise.all(ids.map(async (id) => (await config.read(id)) ?? { _id: id }));
      if (req.query._queryFilter === undefined) sendJson(res, 200, { _id: '', configurations: ids.map((_id) => ({ _id })) });
      else sendJson(res, 200, queryAnswer(items, req.query, 'NONE'));
    }),
  );
  router.get(
    '/*id',
    on(async (req, res) => {
      const document = await config.read(idOf(req));
      if (!document) throw missing(idOf(req));
      sendJson(res, 200, document);
    }),
  );
  router.put(
    '/*id',
    on(async (req, res) => {
      const id = idOf(req);
      if (id === '__proto__') throw missing(id);
      const isNew = (await config.read(id)) === undefined;
      await config.write(id, await configBody(req));
      sendJson(res, isNew ? 201 : 200, (await config.read(id)) ?? {});
    }),
  );
  router.delete(
    '/*id',
    on(async (req, res) => {
      const document = await config.read(idOf(req));
      if (!document) throw missing(idOf(req));
      await config.remove(idOf(req));
      sendJson(res, 200, document);
    }),
  );
  return router;
}
