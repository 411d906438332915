import type { JsonObject } from '@tandem/journey';
import { sendJson } from '../answer.ts';
import { AmFailure } from '../failure.ts';
import { sendItem, withRev } from './answers.ts';
import { type ConfigCall, configBody } from './call.ts';
import { notFound } from './collection.ts';

/** The Transaction Authentication Service: a single resource without an id, its seconds a text (facts 4.1). */
function transactionView({ stored }: Pick<ConfigCall, 'stored'>): JsonObject {
  return withRev({
    _id: '',
    timeToLive: String(stored.realm.services.transactionTimeToLive),
    _type: { _id: 'transaction', name: 'Transaction Authentication Service', collection: false },
  });
}

export function readTransactionService(call: ConfigCall): void {
  sendItem(call, transactionView(call));
}

/** @throws AmFailure 400 for what is no whole number of seconds above 0 */
export async function writeTransactionService(call: ConfigCall): Promise<void> {
  const { timeToLive } = await configBody(call.req);
  const seconds = Number(timeToLive);
  if (!Number.isInteger(seconds) || seconds < 1) throw new AmFailure(400, 'Data validation failed for the attribute, Time to Live');
  const stored = await call.apply(({ realm }) => ({ services: { ...realm.services, transactionTimeToLive: seconds } }));
  sendItem(call, transactionView({ stored }));
}

/** `realm-config/services?_action=nextdescendents|getAllTypes|getCreatableTypes`: the services that Tandem keeps settings of. */
export function actOnServices(call: ConfigCall): void {
  switch (call.req.query._action) {
    case 'nextdescendents':
      sendJson(call.res, 200, { result: [transactionView(call)] });
      return;
    case 'getAllTypes':
    case 'getCreatableTypes':
      sendJson(call.res, 200, { result: [{ _id: 'transaction', name: 'Transaction Authentication Service', collection: false }] });
      return;
    default:
      throw notFound();
  }
}
