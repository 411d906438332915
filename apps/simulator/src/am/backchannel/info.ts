import { own } from '@tandem/journey';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { sendJson } from '../answer.ts';
import { readBody } from '../body.ts';
import { AmFailure } from '../failure.ts';
import type { OAuth2 } from '../oauth2/provider.ts';
import type { AmContext } from '../serve.ts';
import { checkClient } from './client.ts';
import { parsed } from './initialize.ts';

const bodySchema = z.object({ transaction: z.string().min(1) });

/**
 * `POST .../authenticate/backchannel/info`: how far a transaction is. One whose time has passed is unknown, as to the end user. Session properties
 * leave AM only when the realm's Session Property Whitelist service names them (Ping docs).
 */
export async function info(req: Request, res: Response, context: AmContext, oauth2: OAuth2): Promise<void> {
  await checkClient(req, context, oauth2);
  const { transaction: id } = parsed(bodySchema, await readBody(req));
  const { runtime } = context;
  const found = own(runtime.state.transactions, id);
  if (!found || found.expired || runtime.clock.now() >= found.expiresAt) throw new AmFailure(404, 'Unable to read transaction.');
  const { state, result, trackingId, journey, subject, sessionProperties } = found;
  const allowed = runtime.model.realm.services.sessionProperties ?? [];
  sendJson(res, 200, {
    state,
    result,
    auditTrackingIds: [trackingId],
    type: 'service',
    value: journey,
    ...(subject === null ? {} : { subject: { type: subject.type, name: subject.name } }),
    ...(state === 'COMPLETED'
      ? { sessionProperties: Object.fromEntries(Object.entries(sessionProperties).filter(([name]) => allowed.includes(name))) }
      : {}),
  });
}
