import type { ToldEvent } from './events.ts';

/** A line of AIC's log API (`/monitoring/logs?source=am-authentication`): the audit event stands in `payload`. */
export interface AicLogLine {
  payload: Record<string, unknown>;
  timestamp: string;
  type: 'application/json';
  source: 'am-authentication';
}

/**
 * A run as the tenant would have logged it: AM-NODE-LOGIN-COMPLETED for each node that was left by an outcome, AM-TREE-LOGIN-COMPLETED and
 * AM-LOGIN-COMPLETED at a journey's end (Ping docs: audit logging reference, authentication log format and audit events).
 *
 * @param realm name, without a slash
 */
export function aicLogOf(events: readonly ToldEvent[], realm: string): AicLogLine[] {
  const users = new Map<string, string>();
  // A request is one transaction of AM's audit: its events count up behind it.
  const requests = new Map<string, number>();
  return events.flatMap((event): AicLogLine[] => {
    const { kind, session } = event;
    if (session === undefined) return [];
    if (kind === 'session-started' || kind === 'answered' || kind === 'resumed') requests.set(session, (requests.get(session) ?? 0) + 1);
    const user = userIn(event) ?? users.get(session);
    if (user !== undefined) users.set(session, user);
    const line = (eventName: string, info: Record<string, unknown>, result?: string): AicLogLine =>
      lineOf(event, realm, eventName, info, { user, request: requests.get(session) ?? 1, result });
    if (kind === 'visited') return [line('AM-NODE-LOGIN-COMPLETED', nodeInfo(event))];
    if (kind === 'inner-ended') return innerOf(event).map(({ journey, result }) => line('AM-TREE-LOGIN-COMPLETED', treeInfo({ journey }), result));
    if (kind !== 'session-ended') return [];
    const result = event.result === 'success' ? 'SUCCESSFUL' : 'FAILED';
    const failure = result === 'FAILED' ? { failureReason: 'LOGIN_FAILED' } : {};
    return [
      line('AM-TREE-LOGIN-COMPLETED', { ...treeInfo(event), ...failure }, result),
      line('AM-LOGIN-COMPLETED', { ...failure, authIndex: 'service', authIndexValue: event.journey }, result),
    ];
  });
}

interface Rest {
  user: string | undefined;
  request: number;
  result: string | undefined;
}

function lineOf({ seq, at, session }: ToldEvent, realm: string, eventName: string, info: Record<string, unknown>, rest: Rest): AicLogLine {
  const timestamp = new Date(at).toISOString();
  const transactionId = `${session}/${rest.request - 1}`;
  const payload = {
    _id: `${session}-${seq}`,
    timestamp,
    eventName,
    transactionId,
    trackingIds: [session],
    ...(rest.result === undefined ? {} : { result: rest.result }),
    ...(rest.user === undefined ? {} : { principal: [rest.user] }),
    entries: [{ info }],
    component: 'Authentication',
    realm: `/${realm}`,
    level: 'INFO',
    source: 'audit',
    topic: 'authentication',
  };
  return { payload, timestamp, type: 'application/json', source: 'am-authentication' };
}

function nodeInfo({ node, nodeType, nodeName, outcome, journey, audit }: ToldEvent): Record<string, unknown> {
  const extra = audit === undefined ? {} : { nodeExtraLogging: audit };
  return { nodeOutcome: outcome, treeName: journey, displayName: nodeName, nodeType, nodeId: node, authLevel: '0', ...extra };
}

function treeInfo({ journey }: { journey?: string | undefined }): Record<string, unknown> {
  return { treeName: journey, authLevel: '0' };
}

/** An inner journey that ended, as its event says. */
function innerOf({ message }: ToldEvent): { journey: string; result: string }[] {
  const [, journey, end] = /^(.*) ended inside .*: (success|failure|exception)$/.exec(message ?? '') ?? [];
  return journey === undefined ? [] : [{ journey, result: end === 'success' ? 'SUCCESSFUL' : 'FAILED' }];
}

/** Whom a journey is about, once it says so at its end. */
function userIn({ kind, message, result }: ToldEvent): string | undefined {
  return kind === 'session-ended' && result === 'success' ? / succeeded for (.+)$/.exec(message ?? '')?.[1] : undefined;
}
