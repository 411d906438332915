import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

/**
 * What keeps other web pages out of a server that asks nobody at its own machine to sign in: only names of ours may be addressed (DNS rebinding), and
 * a browser may change something only from our own pages (cross-site requests).
 */

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // CodeMirror and React Aria put their rules into style elements of their own.
  "style-src 'self' 'unsafe-inline'",
  // QR codes and previews are made in the page.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  // Players are pages of ours in frames of ours.
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Of answers that are no pages: opened as one they load and run nothing. */
const ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Of a page; set in place of what all answers have. */
export const PAGE_HEADERS = { 'Content-Security-Policy': PAGE_POLICY, 'X-Frame-Options': 'SAMEORIGIN' };

/** Names and values in turn, as `writeHead` takes them. */
export const SECURITY_HEADERS: readonly string[] = [
  'Content-Security-Policy',
  ANSWER_POLICY,
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  // The address of a page can hold a transaction's id.
  'Referrer-Policy',
  'same-origin',
  'Cross-Origin-Opener-Policy',
  'same-origin',
  // No page elsewhere takes an answer in as an image or script; whoever may read them asks by CORS.
  'Cross-Origin-Resource-Policy',
  'same-origin',
];

export const securityHeaders: RequestHandler = (_req, res, next) => {
  for (let n = 0; n < SECURITY_HEADERS.length; n += 2) res.setHeader(SECURITY_HEADERS[n] as string, SECURITY_HEADERS[n + 1] as string);
  next();
};

/** Refuses requests to names that are not ours: a foreign name that resolves to 127.0.0.1 is another site's page speaking. */
export function hostGuard(publicUrl: URL | undefined, names: () => readonly string[] = () => []): RequestHandler {
  return (req, _res, next) => {
    if (isOurName(req.headers.host, publicUrl)) return next();
    const name = hostName(req.headers.host);
    if (name !== undefined && names().includes(name)) return next();
    const expected = [...new Set(['127.0.0.1', 'localhost', ...(publicUrl ? [publicUrl.hostname] : []), ...names()])].join(' or ');
    throw new ProblemError(421, `This server is not called "${name ?? ''}".`, {
      errors: [{ field: 'Host', message: `This server is not called "${name ?? ''}". Set TANDEM_PUBLIC_URL to use another name.`, expected }],
    });
  };
}

let lastHost = { header: undefined as string | undefined, name: undefined as string | undefined };

/** Whether the Host header says a name of this server. */
export function isOurName(header: string | undefined, publicUrl: URL | undefined): boolean {
  // Nearly all requests come to the same name, and taking an address apart is slow.
  if (lastHost.header !== header) lastHost = { header, name: hostName(header) };
  const { name } = lastHost;
  return name !== undefined && (isLoopback(name) || name === publicUrl?.hostname);
}

/** Whether a name or address always means this machine. Brackets around IPv6 as in URLs. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(name) || name === '[::1]';
}

/** The name in a Host header, as addresses hold it. */
export function hostName(header: string | undefined): string | undefined {
  if (header === undefined || !URL.canParse(`http://${header}`)) return undefined;
  const { hostname, username, pathname } = new URL(`http://${header}`);
  return username === '' && pathname === '/' ? hostname : undefined;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Calls that change something: JSON (which no plain form can send) and, from a browser, our own origin. */
export function changeGuard(publicUrl: URL | undefined): RequestHandler {
  return (req, _res, next) => {
    if (SAFE.has(req.method)) return next();
    checkOrigin(req, publicUrl);
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
    if (req.method === 'DELETE' && !hasBody) return next();
    if (!isJson(req.headers['content-type'])) {
      const message = 'This call needs "Content-Type: application/json".';
      throw new ProblemError(415, message, { errors: [{ field: 'Content-Type', message, expected: 'application/json' }] });
    }
    next();
  };
}

function isJson(header: string | undefined): boolean {
  const [type, ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  return type === 'application/json' && parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter));
}

function checkOrigin(req: Request, publicUrl: URL | undefined): void {
  const foreign = foreignSender(req, publicUrl);
  if (foreign === undefined) return;
  const message = 'A page of another origin may not change anything here.';
  throw new ProblemError(403, message, { errors: [{ message, ...foreign }] });
}

/**
 * Which header tells that a page of another origin sends this, and what it should say; undefined for our own pages and for whatever is no
 * browser (curl, an SDK in an app: they send neither header).
 */
export function foreignSender(
  req: IncomingMessage,
  publicUrl: URL | undefined,
): { field: 'Origin' | 'Sec-Fetch-Site'; expected: string } | undefined {
  const { origin, host } = req.headers;
  if (origin !== undefined) {
    const own = [`http://${host}`, `https://${host}`, ...(publicUrl ? [publicUrl.origin] : [])];
    if (!own.includes(origin.toLowerCase())) return { field: 'Origin', expected: own.join(' or ') };
  }
  const site = req.headers['sec-fetch-site'];
  // Same-site is not enough: every other port of this machine is the same site.
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  return foreignSite ? { field: 'Sec-Fetch-Site', expected: 'same-origin' } : undefined;
}
