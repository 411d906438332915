import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { foreignSender, isOurName } from '../http/security.ts';
import { isNavigation } from '../http/xui.ts';
import { authenticate } from './authenticate.ts';
import { createServe, type ServeOptions } from './serve.ts';

/** `authenticate` as Ping's SDKs, frodo and our players address it, with names that need no decoding. */
const ADDRESS = /^(?:\/am|\/sim\/([\w-]+)(?:\/as\/([\w-]+))?\/am)\/json\/realms\/root\/realms\/([\w-]+)\/authenticate(?:\?([^#]*))?$/;

/**
 * Answers `authenticate` without going through Express, whose way to a route below two routers costs as much as a visit. Whatever is unusual
 * about a request (another spelling of the address, a foreign name or origin) is left to the app, which knows what to say.
 *
 * @returns whether the request was taken
 */
export function amDirect(options: ServeOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const serve = createServe(options);
  return (req, res) => {
    if (req.method !== 'POST' || !isOurName(req.headers.host, options.publicUrl)) return false;
    const address = ADDRESS.exec(req.url ?? '');
    // A plain form in a browser wants to see a page.
    if (!address || isNavigation(req) || foreignSender(req, options.publicUrl) !== undefined) return false;
    const [url, sim = null, player = null, realm, query = ''] = address;
    void serve(req, res, authenticate, { url, query: parse(query), sim, player, realm });
    return true;
  };
}
