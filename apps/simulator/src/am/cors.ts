import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/**
 * CORS as AM's filter has it: pages of the origins that an administrator named may call what AM's clients call, with cookies. Nobody else's page may.
 * The configuration REST is not among it: it is no page's business.
 */

/** What Ping's SDKs and its documentation's examples send. */
const HEADERS = [
  'accept',
  'accept-api-version',
  'accept-language',
  'authorization',
  'cache-control',
  'content-type',
  'if-match',
  'if-none-match',
  'x-forgerock-transactionid',
  'x-openam-password',
  'x-openam-username',
  'x-requested-platform',
  'x-requested-with',
].join(',');
const EXPOSED = 'Link,Content-API-Version,WWW-Authenticate';
/** Seconds for which a browser may remember a preflight; AM's default. */
const MAX_AGE = '600';

/** Below a context: the endpoints of sign-in, sessions and tokens. */
const OPEN =
  /^\/(?:oauth2\/|json\/(?:realms\/root\/realms\/[^/?]+\/|realms\/[^/?]+\/|[^/?]+\/)?(?:authenticate|sessions|users|serverinfo)(?:[/?]|$))/;

/** Whether pages of other origins have business at an address below a context, if an administrator named them. */
export function isForPages(url: string): boolean {
  return OPEN.test(url);
}

const accepted = new WeakSet<IncomingMessage>();

/** Whether the page that sends this was named by an administrator. */
export function isAcceptedOrigin(req: IncomingMessage): boolean {
  return accepted.has(req);
}

/** @param origins those of all realms: AM's CORS service is the server's, not a realm's */
export function cors(origins: () => readonly string[]): RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers;
    if (origin === undefined || !isForPages(req.url)) return next();
    // Whatever is answered, it is answered to this origin.
    res.vary('Origin');
    if (!origins().includes(origin)) return next();
    accepted.add(req);
    res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Expose-Headers': EXPOSED });
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return next();
    res.set({ 'Access-Control-Allow-Methods': 'GET,POST', 'Access-Control-Allow-Headers': HEADERS, 'Access-Control-Max-Age': MAX_AGE });
    res.status(200).end();
  };
}
