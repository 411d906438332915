import type { IncomingMessage } from 'node:http';
import { type RequestHandler, Router, urlencoded } from 'express';
import type { DesignerPages } from './designer.ts';
import { notFound } from './problem.ts';

/** Where AM is mounted: the live realm, a simulation, and the addresses of a simulation's players. */
const CONTEXTS = ['/am', '/sim/:id/am', '/sim/:id/as/:player/am'];
/** Ping's SDKs know the redirect URI as /UI/Login, its documentation as /XUI/Login, bookmarks as /XUI/. */
const PAGES = ['/XUI', '/XUI/Login', '/XUI/index.html', '/UI', '/UI/Login'];

const addressesIn = (context: string): string[] => PAGES.map((page) => context + page);

/** The end user's page, wherever AM would have its own. Mounted behind AM's REST interface. */
export function xuiRouter(pages: DesignerPages): Router {
  const router = Router();
  for (const context of CONTEXTS) {
    router.get(addressesIn(context), (_req, res) => pages.sendLoginPage(res));
    router.get(context, (req, res) => res.redirect(302, withQuery(`${req.path.replace(/\/$/, '')}/XUI/`, queryOf(req))));
    // Only what nobody knows comes here.
    router.use(context, (req) => {
      throw notFound(`There is no ${req.method} ${req.baseUrl}${req.path}.`);
    });
  }
  return router;
}

/** What browsers open that is no page, and yet means the page. Mounted before AM's REST interface. */
export function browserRouter(): Router {
  const router = Router();
  router.post(CONTEXTS.flatMap(addressesIn), urlencoded({ extended: false, limit: '64kb' }), toGet);
  router.use(openInPage);
  return router;
}

/** A form that is sent to the page (an identity provider's `form_post`) opens it; its fields go along as AM's page takes them, in the query. */
const toGet: RequestHandler = (req, res) => {
  const query = queryOf(req);
  for (const [name, value] of Object.entries((req.body ?? {}) as Record<string, unknown>)) if (typeof value === 'string') query.append(name, value);
  res.redirect(303, withQuery(req.path, query));
};

const AUTHENTICATE = /^(\/am|\/sim\/[^/]+(?:\/as\/[^/]+)?\/am)\/json\/(.*?)\/?authenticate\/?$/;

/**
 * A redirect URI of the type Post is the address of `authenticate` itself. Opened in a browser (a scanned code, a link, a plain form) it leads to
 * the page that asks for the answers; clients of the REST interface are left alone.
 */
const openInPage: RequestHandler = (req, res, next) => {
  const address = isNavigation(req) ? AUTHENTICATE.exec(req.path) : null;
  if (!address) return next();
  const [, context = '', path = ''] = address;
  const query = queryOf(req);
  const realm = decodeURIComponent(path)
    .split('/')
    .filter((part) => part !== '' && part !== 'realms' && part !== 'root');
  if (realm.length > 0) query.set('realm', `/${realm.join('/')}`);
  res.redirect(303, withQuery(`${context}/XUI/Login`, query));
};

/** A browser that opens an address, by a link or by a form, rather than a script that asks for JSON. */
export function isNavigation({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && !(method === 'POST' && headers['content-type']?.startsWith('application/x-www-form-urlencoded'))) return false;
  return /\btext\/html\b/.test(headers.accept ?? '');
}

function queryOf({ originalUrl }: { originalUrl: string }): URLSearchParams {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
