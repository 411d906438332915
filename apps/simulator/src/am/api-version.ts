import type { IncomingMessage } from 'node:http';
import { AmFailure } from './failure.ts';

/**
 * The resource's version that a client asks for by `Accept-API-Version`: "resource=2.1, protocol=1.0", in either order, either part alone.
 * @returns undefined when it asks for none
 * @throws AmFailure 400 for what is no such header, 404 for a version that the resource does not have
 */
export function resourceVersion(req: IncomingMessage, newest: number): string | undefined {
  const header = req.headers['accept-api-version'];
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  let resource: string | undefined;
  for (const part of header.split(',')) {
    const [, name, version] = /^\s*(protocol|resource)\s*=\s*(\d+(?:\.\d+)?)\s*$/i.exec(part) ?? [];
    if (name === undefined || version === undefined) throw new AmFailure(400, `Accept-API-Version: "${header}" is not a version.`);
    if (name.toLowerCase() === 'resource') resource = version;
  }
  if (resource !== undefined && Math.floor(Number(resource)) > newest)
    throw new AmFailure(404, `Accept-API-Version: Requested version "${resource}" does not match any routes.`);
  return resource;
}
