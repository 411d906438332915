import type { JsonObject } from '@tandem/journey';
import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import { sendJson } from '../answer.ts';
import { AmFailure } from '../failure.ts';
import { apiVersion, sendItem, withRev } from './answers.ts';
import { type ConfigCall, configBody } from './call.ts';
import { checkPreconditions, isUnmodified } from './preconditions.ts';
import { queryAnswer, type Totals, withFields } from './query.ts';

type Params = ConfigCall['params'];
export type Action = (call: ConfigCall, body: JsonObject) => Promise<void> | void;

/** A kind of resource below one address, as CREST serves it: read, queried, put, deleted, and asked to do something. */
export interface Collection {
  /** `resource=` in Content-API-Version, where the client asks for none. */
  version?: string;
  totals?: Totals;
  /** Everything there is, without revisions. */
  list(stored: StoredRealm, params: Params): JsonObject[];
  read(stored: StoredRealm, id: string, params: Params): JsonObject | undefined;
  /** What writing it changes. @throws AmFailure for what AM would not take */
  write?(stored: StoredRealm, id: string, body: JsonObject, params: Params): RealmChange;
  /** As the answer to a write shows it; as it is read, unless AM tells more. */
  written?(before: StoredRealm, item: JsonObject, params: Params): JsonObject;
  remove?(stored: StoredRealm, id: string, params: Params): RealmChange;
  /** What the answer to a delete holds; default: the resource as it was. */
  removed?(item: JsonObject): JsonObject;
  missing?(id: string): AmFailure;
  /** `?_action=` of the collection. */
  actions?: Readonly<Record<string, Action>>;
  /** `?_action=` of one resource. */
  itemActions?: Readonly<Record<string, (call: ConfigCall, id: string, body: JsonObject) => Promise<void> | void>>;
  /** Whether resources are told with a revision; scripts are not (recorded). */
  plain?: true;
}

/** Runs a handler with what the request is about; what it throws becomes AM's answer. */
export type Serving = (handler: (call: ConfigCall) => Promise<void> | void) => RequestHandler;

/** Routes of a collection below its own address; `/:id` is one resource. */
export function collectionRouter(collection: Collection, serving: Serving): Router {
  const router = Router({ mergeParams: true });
  const on = (handler: (call: ConfigCall) => Promise<void> | void): RequestHandler =>
    serving((call) => {
      call.res.setHeader('Content-API-Version', `resource=${collection.version ?? apiVersion(call.req, '1.0')}`);
      return handler(call);
    });
  router.get(
    '/',
    on((call) => query(collection, call)),
  );
  router.post(
    '/',
    on((call) => act(collection, call)),
  );
  router.get(
    '/:id',
    on((call) => get(collection, call, idOf(call))),
  );
  router.put(
    '/:id',
    on((call) => put(collection, call, idOf(call))),
  );
  router.delete(
    '/:id',
    on((call) => remove(collection, call, idOf(call))),
  );
  router.post(
    '/:id',
    on((call) => actOn(collection, call, idOf(call))),
  );
  return router;
}

export const notFound = (): AmFailure => new AmFailure(404, 'Not Found');

const idOf = ({ params }: ConfigCall): string => params.id ?? '';
const missing = (collection: Collection, id: string): AmFailure => collection.missing?.(id) ?? notFound();
const shown = (collection: Collection, item: JsonObject): JsonObject => (collection.plain ? item : withRev(item));

function read(collection: Collection, stored: StoredRealm, id: string, params: Params): JsonObject | undefined {
  // Nobody names a prototype.
  const item = id === '__proto__' ? undefined : collection.read(stored, id, params);
  return item && shown(collection, item);
}

function query(collection: Collection, { req, res, stored, params }: ConfigCall): void {
  const items = collection.list(stored, params).map((item) => shown(collection, item));
  sendJson(res, 200, queryAnswer(items, req.query, collection.totals ?? 'NONE'));
}

function get(collection: Collection, call: ConfigCall, id: string): void {
  const item = read(collection, call.stored, id, call.params);
  if (!item) throw missing(collection, id);
  if (isUnmodified(call.req, item)) {
    call.res.writeHead(304, { ETag: `"${String(item._rev)}"` }).end();
    return;
  }
  sendItem(call, withFields(item, call.req.query._fields));
}

async function put(collection: Collection, call: ConfigCall, id: string): Promise<void> {
  if (!collection.write) throw new AmFailure(501, 'Update is not supported here.');
  await writeItem(collection, call, id, await configBody(call.req));
}

/** Creates or replaces a resource and answers it. `mustBeNew`: what is answered where there is one. */
export async function writeItem(collection: Collection, call: ConfigCall, id: string, body: JsonObject, mustBeNew?: AmFailure): Promise<void> {
  const { params } = call;
  if (id === '' || id === '__proto__') throw new AmFailure(400, 'A resource cannot have this id.');
  let before: { stored: StoredRealm; item: JsonObject | undefined } | undefined;
  const after = await call.apply((current) => {
    const item = read(collection, current, id, params);
    if (mustBeNew && item) throw mustBeNew;
    if (!mustBeNew) checkPreconditions(call.req, item, () => missing(collection, id));
    before = { stored: current, item };
    return collection.write?.(current, id, body, params) ?? {};
  });
  const item = read(collection, after, id, params);
  if (!item || !before) throw missing(collection, id);
  const told = collection.written?.(before.stored, item, params) ?? item;
  const path = call.req.originalUrl.split('?', 1)[0]?.replace(/\/+$/, '') ?? '';
  const location = mustBeNew ? `${path}/${encodeURIComponent(id)}` : path;
  sendItem(call, told, before.item ? {} : { status: 201, location });
}

async function remove(collection: Collection, call: ConfigCall, id: string): Promise<void> {
  if (!collection.remove) throw new AmFailure(501, 'Delete is not supported here.');
  let before: JsonObject | undefined;
  await call.apply((current) => {
    before = read(collection, current, id, call.params);
    if (!before) throw missing(collection, id);
    checkPreconditions(call.req, before, () => missing(collection, id));
    return collection.remove?.(current, id, call.params) ?? {};
  });
  sendItem(call, collection.removed?.(before ?? {}) ?? before ?? {});
}

async function act(collection: Collection, call: ConfigCall): Promise<void> {
  await actionOf(collection.actions, call)(call, await configBody(call.req));
}

async function actOn(collection: Collection, call: ConfigCall, id: string): Promise<void> {
  await actionOf(collection.itemActions, call)(call, id, await configBody(call.req));
}

function actionOf<T>(actions: Readonly<Record<string, T>> | undefined, { req }: ConfigCall): T {
  // CREST creates by POST without an action, too.
  const name = typeof req.query._action === 'string' ? req.query._action : 'create';
  if (!actions || !Object.hasOwn(actions, name)) throw new AmFailure(501, `The action ${name} is not supported here.`);
  return actions[name] as T;
}
