import type { JsonObject, Tree } from '@tandem/journey';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { sessionEvent } from '../event.ts';
import { type Model, realmPath } from '../model.ts';
import { RandomStream } from '../random.ts';
import type { Input, Session, StartTarget } from '../state.ts';
import { deadline } from '../time.ts';
import { liveTransaction } from '../transaction/read.ts';
import { blankSession } from './blank.ts';
import { enter } from './enter.ts';
import { fail } from './fail.ts';
import { shortcut } from './shortcut.ts';
import { useSso } from './sso.ts';

/** AM's default life of a journey that sets no `treeTimeout`, in minutes. */
const DEFAULT_JOURNEY_MINUTES = 5;

/** How long a journey may take, in ms; `treeTimeout` of inner journeys is ignored (Ping docs). */
export function journeyTime(model: Model, journey: string): number {
  return (model.tree(journey)?.treeTimeout ?? DEFAULT_JOURNEY_MINUTES) * 60_000;
}

/** Where a request wants to start, or AM's message why it cannot. */
type Target =
  | { journey: string; role: Session['role']; run: string; transaction: string | null; shared: JsonObject }
  | { refused: string; assumption?: string };

/**
 * Starts a session: the first `authenticate` call. A session that cannot start is created all the same and ends at once, so that the refusal is in
 * the log.
 *
 * @see facts: a transaction that is unknown or expired fails at once with "Unable to read transaction."
 */
export function startSession(model: Model, draft: Draft, input: Extract<Input, { kind: 'start' }>): void {
  const target = findTarget(model, draft, input);
  const random = new RandomStream(input.random);
  const now = draft.state.now;
  const journey = 'refused' in target ? nameOf(model, input.target) : target.journey;
  const shared: JsonObject = 'refused' in target ? {} : { ...target.shared };
  shared.realm = realmPath(model.realm);
  shared.authLevel = 0;
  const session = blankSession({
    id: input.session,
    run: 'refused' in target ? input.session : target.run,
    role: 'refused' in target ? 'main' : target.role,
    player: input.player,
    transaction: 'refused' in target ? null : target.transaction,
    journey,
    request: input.request,
    createdAt: now,
    expiresAt: deadline(now, journeyTime(model, journey)),
    otk: random.hex(16),
    shared,
  });
  if ('refused' in target) session.refused = true;
  draft.create(['sessions', session.id], session);
  if ('refused' in target) {
    emitStart(draft, session, `Request to start ${journey || 'a transaction'}`);
    fail(draft, session, { message: target.refused, log: target.refused, assumptions: target.assumption ? [target.assumption] : [] });
    return;
  }
  emitStart(draft, session, `${journey} started`);
  logRestricted(draft, session, target.shared);
  useSso(draft, session);
  if (shortcut(model, draft, session)) return;
  if (target.transaction !== null) beginTransaction(draft, session, target.transaction);
  const entry = model.tree(journey)?.entryNodeId;
  if (entry === undefined) fail(draft, session, { message: 'Login failure', log: `Journey "${journey}" has no start: connect Start to a node.` });
  else enter(model, draft, session, entry);
}

function emitStart(draft: Draft, session: Session, message: string): void {
  const event = sessionEvent(draft, 'session-started', session);
  event.message = message;
  draft.emit(event);
}

/** The journey that a refused request asked for, as far as it named one. */
function nameOf(model: Model, target: StartTarget): string {
  if (target.type === 'service') return target.journey;
  return target.type === 'default' ? (model.realm.services.defaultJourney ?? '') : '';
}

function findTarget(model: Model, draft: Draft, { target, session }: Extract<Input, { kind: 'start' }>): Target {
  if (target.type === 'transaction') {
    const transaction = liveTransaction(draft.state, target.id, 'backchannel');
    if (!transaction) return { refused: 'Unable to read transaction.' };
    const { journey, run, id, input } = transaction;
    return refusalOf(model.tree(journey), true) ?? { journey, role: 'backchannel', run, transaction: id, shared: input };
  }
  const journey = nameOf(model, target);
  return refusalOf(model.tree(journey), false) ?? { journey, role: 'main', run: session, transaction: null, shared: {} };
}

/** Why a journey cannot be started, in AM's words (facts 1.1). */
function refusalOf(tree: Tree | undefined, byTransaction: boolean): Extract<Target, { refused: string }> | undefined {
  if (!tree) return { refused: 'No Configuration found' };
  if (tree.enabled === false) return { refused: 'No configuration found' };
  if (tree.innerTreeOnly === true || (tree.transactionalOnly === true && !byTransaction)) {
    return {
      refused: 'No configuration found',
      assumption: ASSUMED.direct,
    };
  }
  return undefined;
}

/** Keys that AM keeps for itself: a data object may not set them (facts 4.1 says so of the REST call). */
const RESTRICTED = ['realm', 'authLevel'];

function logRestricted(draft: Draft, session: Session, data: JsonObject): void {
  for (const key of RESTRICTED.filter((candidate) => Object.hasOwn(data, candidate))) {
    const event = sessionEvent(draft, 'log', session);
    event.level = 'warn';
    event.message = `The data object sets "${key}", which is AM's own; its value is not taken over.`;
    event.assumptions = [ASSUMED.restrictedKeys];
    draft.emit(event);
  }
}

function beginTransaction(draft: Draft, session: Session, id: string): void {
  const transaction = draft.state.transactions[id];
  if (!transaction) return;
  const path = ['transactions', id];
  draft.set([...path, 'sessions'], [...transaction.sessions, session.id]);
  const first = transaction.state === 'CREATED';
  if (first) draft.set([...path, 'state'], 'IN_PROGRESS');
  const event = sessionEvent(draft, 'transaction-started', session);
  event.state = transaction.state;
  event.message = first ? 'The backchannel journey was opened: the transaction is in progress' : 'The backchannel journey was opened again';
  draft.emit(event);
}
