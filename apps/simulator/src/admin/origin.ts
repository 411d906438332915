import type { RequestHandler } from 'express';
import { isForPages } from '../am/cors.ts';
import { AmFailure, sendAmFailure } from '../am/failure.ts';
import { foreignSender } from '../http/security.ts';

/** A page of another origin may not use the administrator's cookie. What such pages may ask at all is no matter of amadmin: AM's endpoints answer it. */
export function guardOrigin(publicUrl: URL | undefined): RequestHandler {
  return (req, res, next) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS';
    const foreign = isRead && !isForPages(req.url) ? undefined : foreignSender(req, publicUrl);
    if (foreign === undefined) next();
    else if (isForPages(req.url)) next('router');
    else sendAmFailure(res, new AmFailure(403, `A page of another origin may not use this server: ${foreign.field} should be ${foreign.expected}.`));
  };
}
