import type { Clock, SimEvent, SimulationAnswer, SimulationListEntry } from '@tandem/api';
import type { Due, EngineEvent, Message, Session, Transaction } from '@tandem/engine';
import type { LiveMessage } from '../live/message.ts';
import type { StoredSimulation } from '../storage/run-store.ts';
import type { OwnAddresses } from './addresses.ts';
import type { SimulationClock } from './clock.ts';
import { maskedData, maskedEvent } from './mask.ts';
import type { SimulationRuntime } from './runtime.ts';
import { parentIn } from './stored-body.ts';
import { titleIn } from './title.ts';

/** The simulation as the API tells it: times as ISO strings, statuses in words. */

export const iso = (ms: number): string => new Date(ms).toISOString();

export function clockOf(clock: SimulationClock): Clock {
  return { mode: clock.mode, now: iso(clock.now()), rate: clock.rate };
}

/** What a list of simulations tells of one. */
export function listEntry({ id, realm, createdAt, clockMode, body }: StoredSimulation): SimulationListEntry {
  return { id, realm, createdAt, clockMode, ...titleIn(body), ...parentIn(body) };
}

export function simulationAnswer(runtime: SimulationRuntime, { createdAt, body }: Pick<StoredSimulation, 'createdAt' | 'body'>): SimulationAnswer {
  const { state, ownAddresses } = runtime;
  return {
    id: runtime.id,
    realm: runtime.realm,
    baseUrl: `/sim/${runtime.id}/am`,
    createdAt,
    ...parentIn(body),
    clock: clockOf(runtime.clock),
    latency: state.latency,
    sessions: Object.values(state.sessions).map(sessionSummary),
    transactions: ownAddresses(Object.values(state.transactions).map(transactionSummary)),
    outbox: ownAddresses(Object.values(state.outbox).map(messageAnswer)),
    seq: state.seq,
  };
}

function sessionSummary(session: Session): SimulationAnswer['sessions'][number] {
  const { status } = session;
  const kind = status.kind === 'callbacks' ? 'waiting' : status.kind !== 'ended' ? 'running' : status.result === 'success' ? 'succeeded' : 'failed';
  return {
    id: session.id,
    run: session.run,
    role: session.role,
    ...(session.player === null ? {} : { player: session.player }),
    journey: session.journey,
    status: kind,
    node: session.node,
    ...(session.transaction === null ? {} : { transaction: session.transaction }),
  };
}

function transactionSummary(transaction: Transaction): SimulationAnswer['transactions'][number] {
  const { id, run, journey, state, result, subject, trackingId, expired, allowRetry, redirectUri, data, notifications } = transaction;
  return {
    id,
    run,
    journey,
    state,
    result,
    subject,
    trackingId,
    expired,
    allowRetry,
    data: maskedData(data),
    expiresAt: iso(transaction.expiresAt),
    ...(redirectUri === null ? {} : { redirectUri: maskedData(redirectUri) }),
    notifications: notifications.map((notification) => ({ at: iso(notification.at), data: maskedData(notification.data) })),
  };
}

/** A message as a person gets it: of a number challenge the phone knows the numbers, not which of them is right. */
export function messageAnswer(message: Message): SimulationAnswer['outbox'][number] {
  const { id, kind, to, from, subject, text, html, links, push, answered, approved } = message;
  const written = { ...(from === null ? {} : { from }), ...(subject === null ? {} : { subject }), text, ...(html === null ? {} : { html }), links };
  return {
    id,
    kind,
    to,
    ...maskedData(written),
    at: iso(message.at),
    ...(push === null ? {} : { push: pushAnswer(push) }),
    answered,
    ...(approved === null ? {} : { approved }),
  };
}

function pushAnswer({ number: _number, expiresAt, ...push }: NonNullable<Message['push']>): SimulationAnswer['outbox'][number]['push'] {
  return { ...maskedData(push), expiresAt: iso(expiresAt) };
}

/** An event as the log and the stream carry it: secrets masked. */
export function eventAnswer(event: EngineEvent): SimEvent {
  return { ...maskedEvent(event), at: iso(event.at) } as SimEvent;
}

/**
 * An event for whoever watches. Masked when it is first read, as most of the time nobody watches.
 *
 * @param own makes addresses those of this simulation
 */
export function eventMessage(simulation: string, event: EngineEvent, own: OwnAddresses): LiveMessage {
  let data: { simulation: string; event: SimEvent } | undefined;
  return {
    name: 'event',
    seq: event.seq,
    get data() {
      data ??= { simulation, event: own(eventAnswer(event)) };
      return data;
    },
  };
}

export function firedAnswer({ at, kind, session, transaction, message, node }: Due): {
  at: string;
  kind: Due['kind'];
  session?: string;
  transaction?: string;
  message?: string;
  node?: string;
} {
  return {
    at: iso(at),
    kind,
    ...(session === undefined ? {} : { session }),
    ...(transaction === undefined ? {} : { transaction }),
    ...(message === undefined ? {} : { message }),
    ...(node === undefined ? {} : { node }),
  };
}
