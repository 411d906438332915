import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { type Model, realmPath } from '../model.ts';
import { RandomStream } from '../random.ts';
import type { Input, Transaction } from '../state.ts';
import { deadline } from '../time.ts';
import { baseUrl } from '../visit/baseUrl.ts';

/**
 * Creates a transaction for an OAuth 2.0 client: `authenticate/backchannel/initialize`. It lives as long as the realm's Transaction Authentication
 * Service says; there is no Max Time as the node has one.
 *
 * @see Ping docs: authenticate endpoint parameters, backchannel authentication; facts 4.1 for the address of the end user's page
 */
export function initializeTransaction(model: Model, draft: Draft, input: Extract<Input, { kind: 'initialize' }>): void {
  const { transaction: id, spec } = input;
  const { now } = draft.state;
  const realm = encodeURIComponent(realmPath(model.realm));
  const transaction: Transaction = {
    id,
    run: id,
    journey: spec.journey,
    state: 'CREATED',
    result: 'UNKNOWN',
    subject: spec.subject,
    input: spec.data,
    data: {},
    notifications: [],
    trackingId: spec.trackingId ?? new RandomStream(input.random).uuid(),
    createdAt: now,
    expiresAt: deadline(now, model.realm.services.transactionTimeToLive * 1000),
    expired: false,
    allowRetry: spec.allowRetry,
    redirectUri: `${baseUrl(model, input.base)}/UI/Login?realm=${realm}&authIndexType=transaction&authIndexValue=${id}`,
    sessions: [],
    sessionProperties: {},
  };
  draft.create(['transactions', id], transaction);
  draft.emit({
    seq: draft.state.seq + 1,
    at: now,
    kind: 'transaction-created',
    run: id,
    transaction: id,
    state: 'CREATED',
    message: `Transaction created by REST for ${spec.subject ? spec.subject.name : 'any subject'}; it starts ${spec.journey}`,
    assumptions: [ASSUMED.restTransaction],
  });
}
