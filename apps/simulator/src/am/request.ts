import type { IncomingHttpHeaders } from 'node:http';
import { COOKIE_NAME, type RequestData } from '@tandem/engine';
import type { Request } from 'express';

/** What a visit may see of the HTTP request: headers, query and cookies as scripts read them, and where the client reached this server. */
export function requestData(req: Request, contextPath: string, publicUrl: URL | undefined): RequestData {
  const cookies = parseCookies(req.headers.cookie);
  return {
    base: `${originOf(req, publicUrl)}${contextPath}`,
    headers: headerLists(req.headers),
    parameters: parameterLists(req.originalUrl),
    cookies,
    token: cookies[COOKIE_NAME] ?? null,
  };
}

function originOf(req: Request, publicUrl: URL | undefined): string {
  return publicUrl?.href.replace(/\/+$/, '') ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`;
}

/** Credentials stay out of what scripts see. Cookies they do see, all of them as on AM; views mask those and other telling headers. */
const withheld = new Set(['cookie', 'authorization', 'x-openam-password', 'proxy-authorization']);

function headerLists(headers: IncomingHttpHeaders): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    // As elsewhere here, nobody names a prototype.
    if (value !== undefined && name !== '__proto__' && !withheld.has(name)) lists[name] = Array.isArray(value) ? value : [value];
  }
  return lists;
}

function parameterLists(url: string): Record<string, string[]> {
  const start = url.indexOf('?');
  if (start < 0) return {};
  const query = new URLSearchParams(url.slice(start));
  return Object.fromEntries([...new Set(query.keys())].filter((name) => name !== '__proto__').map((name) => [name, query.getAll(name)]));
}

function parseCookies(header: string | undefined): Record<string, string> {
  if (header === undefined) return {};
  const pairs = header.split(';').flatMap((part): [string, string][] => {
    const split = part.indexOf('=');
    const name = part.slice(0, split).trim();
    return split < 0 || name === '' || name === '__proto__' ? [] : [[name, part.slice(split + 1).trim()]];
  });
  // The first of several is the one with the longest path (RFC 6265, 5.4).
  return Object.fromEntries(pairs.reverse());
}
