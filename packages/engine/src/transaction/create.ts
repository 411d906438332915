import { NodeProcessError, type TransactionSpec } from '@tandem/nodes';
import { sessionEvent } from '../event.ts';
import { realmPath } from '../model.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { Transaction } from '../state.ts';
import { withParameters } from '../text.ts';
import { deadline } from '../time.ts';
import { baseUrl } from '../visit/baseUrl.ts';
import type { VisitRun } from '../visit/run.ts';

/**
 * Creates a backchannel transaction in state CREATED.
 *
 * @throws NodeProcessError when the journey does not exist or is disabled, or when Custom has no URL
 * @see Ping docs, Backchannel Initialize node: Redirect URL Type, Max Time
 */
export function createTransaction(run: VisitRun, node: ResolvedNode, spec: TransactionSpec): { id: string; redirectUri: string | undefined } {
  const { model, draft, session, random } = run;
  const tree = model.tree(spec.journey);
  if (!tree) throw new NodeProcessError(`The journey "${spec.journey}" to initialize does not exist in realm ${realmPath(model.realm)}.`);
  if (tree.enabled === false) throw new NodeProcessError(`The journey "${spec.journey}" to initialize is disabled.`);
  const now = draft.state.now;
  const id = random.uuid();
  const redirectUri = redirectUriOf(run, spec, id);
  const transaction: Transaction = {
    id,
    run: session.run,
    journey: spec.journey,
    state: 'CREATED',
    result: 'UNKNOWN',
    subject: spec.subject,
    input: spec.data,
    data: {},
    notifications: [],
    trackingId: random.uuid(),
    createdAt: now,
    expiresAt: deadline(now, (spec.timeout ?? model.realm.services.transactionTimeToLive) * 1000),
    expired: false,
    allowRetry: spec.allowRetry,
    redirectUri: redirectUri ?? null,
    sessions: [],
    sessionProperties: {},
  };
  draft.create(['transactions', id], transaction);
  const event = sessionEvent(draft, 'transaction-created', session);
  event.transaction = id;
  event.node = node.id;
  event.nodeName = node.displayName;
  event.state = 'CREATED';
  event.message = `Transaction created for ${spec.subject ? spec.subject.name : 'any subject'}; it starts ${spec.journey}`;
  draft.emit(event);
  return { id, redirectUri };
}

function redirectUriOf(run: VisitRun, spec: TransactionSpec, id: string): string | undefined {
  const base = baseUrl(run.model, run.session.request.base);
  const realm = realmPath(run.model.realm);
  const index = `authIndexType=transaction&authIndexValue=${id}`;
  switch (spec.redirectUrlType) {
    case 'NONE':
      return undefined;
    case 'GET':
      return `${base}/XUI/Login?realm=${realm}&${index}`;
    case 'POST':
      return `${base}/json/realms/root/realms${realm}/authenticate?${index}`;
    case 'CUSTOM':
      if (!spec.customRedirectUrl) throw new NodeProcessError('Redirect URL Type is Custom, but Custom Redirect URL is empty.');
      return withParameters(spec.customRedirectUrl, { authIndexType: 'transaction', authIndexValue: id });
  }
}
