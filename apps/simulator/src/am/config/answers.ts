import type { JsonObject } from '@tandem/journey';
import type { Request } from 'express';
import { sendJson } from '../answer.ts';
import type { ConfigCall } from './call.ts';
import { revOf } from './rev.ts';

/** A resource as it is answered: with its revision, under which its ETag names it. */
export function withRev(item: JsonObject): JsonObject & { _rev: string } {
  const { _id, _rev, ...content } = item;
  return { ...(_id === undefined ? {} : { _id }), _rev: revOf(item), ...content };
}

/** Sends a resource. `created` says where it is now. */
export function sendItem(
  { req, res }: Pick<ConfigCall, 'req' | 'res'>,
  item: JsonObject,
  options: { status?: number; location?: string } = {},
): void {
  const headers = typeof item._rev === 'string' ? ['ETag', `"${item._rev}"`] : [];
  const location = options.location === undefined ? [] : ['Location', `${originOf(req)}${options.location}`];
  sendJson(res, options.status ?? 200, item, [...headers, ...location]);
}

/** "http://127.0.0.1:8080", as the client reached this server. */
function originOf(req: Request): string {
  return `${req.protocol}://${req.headers.host ?? 'localhost'}`;
}

/** The resource's version that the client asked for (`Accept-API-Version`, its parts in either order), else the given one. */
export function apiVersion(req: Request, otherwise: string): string {
  return /(?:^|[,\s])resource=(\d+(?:\.\d+)?)/.exec(req.get('accept-api-version') ?? '')?.[1] ?? otherwise;
}
