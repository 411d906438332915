import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../http/security.ts';

/**
 * Sends JSON, all headers at once: set one by one they cost more than the text. Nothing here may be kept by a cache.
 *
 * @param headers further ones, names and values in turn
 */
export function sendJson(res: ServerResponse, status: number, body: object, headers: readonly (string | string[])[] = []): void {
  const text = JSON.stringify(body);
  const own = ['Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(Buffer.byteLength(text))];
  res.writeHead(status, [...SECURITY_HEADERS, ...own, ...headers] as string[]);
  res.end(text);
}
