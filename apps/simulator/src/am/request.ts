import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { COOKIE_NAME, type RequestData } from '@tandem/engine';
import { ADMIN_COOKIE } from '../http/cookies.ts';
import type { AmContext } from './serve.ts';

/** What a visit may see of the HTTP request: headers, query and cookies as scripts read them, and where the client reached this server. */
export function requestData(req: IncomingMessage, { address, contextPath, publicUrl }: AmContext): RequestData {
  const { [ADMIN_COOKIE]: _, ...cookies } = parseCookies(req.headers.cookie);
  return {
    base: `${publicUrl?.href.replace(/\/+$/, '') ?? `http://${req.headers.host ?? 'localhost'}`}${contextPath}`,
    headers: headerLists(req.headers),
    parameters: parameterLists(address.url),
    cookies,
    token: cookies[COOKIE_NAME] ?? null,
  };
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
  const lists: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(url.slice(start))) {
    if (Object.hasOwn(lists, name)) lists[name]?.push(value);
    else if (name !== '__proto__') lists[name] = [value];
  }
  return lists;
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
