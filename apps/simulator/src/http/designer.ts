import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Request, type Response, Router } from 'express';
import { createAhead } from './ahead.ts';
import { PAGE_HEADERS } from './security.ts';

/** The built designer: its files and its two pages. */
export interface DesignerPages {
  /** Files and the administrator's page, to be mounted last. */
  router: Router;
  /** Sends the end user's page: what a browser gets at `.../XUI/Login`. */
  sendLoginPage(res: Response): void;
}

/**
 * Where the designer's build lies: `apps/designer/dist` beside the bundle `apps/simulator/dist/main.js`, and beside the sources too, which
 * stand at the same depth.
 * @param from URL of the running module
 */
export function designerFolder(from: string): string {
  return fileURLToPath(new URL('../../designer/dist', from));
}

/**
 * @param folder the designer's build
 * @param isAdmitted whether somebody may see the designer; others get the same page, which asks them to sign in
 */
export function createPages(folder: string, isAdmitted: (req: Request) => boolean): DesignerPages {
  const sendPage = (res: Response, page: string): void => {
    // The page names hashed files, so it must not outlive them.
    res.set('Cache-Control', 'no-cache').set(PAGE_HEADERS);
    if (existsSync(`${folder}/${page}`)) res.sendFile(page, { root: folder, cacheControl: false, dotfiles: 'deny' });
    else res.status(503).type('text').send('The designer has not been built. Run "npm start", which builds what is missing.\n');
  };
  const ahead = createAhead(folder);
  const sendScreen = (req: Request, res: Response): void => {
    const links = isAdmitted(req) ? ahead(req.path) : undefined;
    if (links) res.set('Link', links);
    if (!isAdmitted(req)) res.status(401);
    sendPage(res, 'index.html');
  };
  const router = Router();
  // Of scripts, too: a worker goes by the policy of its own file.
  router.use((_req, res, next) => {
    res.set(PAGE_HEADERS);
    next();
  });
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: true, index: false, redirect: false }));
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }));
  router.get('/{*path}', (req, res, next) => (isPage(req) ? sendScreen(req, res) : next()));
  return { router, sendLoginPage: (res) => sendPage(res, 'login.html') };
}

/** Whether somebody opens a page (the designer finds out which from the address) rather than asks for a file. */
function isPage(req: Request): boolean {
  return !req.path.startsWith('/assets/') && req.accepts(['html', 'json']) === 'html';
}
