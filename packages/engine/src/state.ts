import type { HttpStub, Identity, JsonObject, ManagedObject } from '@tandem/journey';
import type { OutgoingMessage, PushRequest, TransactionResult, TransactionState } from '@tandem/nodes';

import type { Breakpoint, Fault } from './control/control.ts';
import type { Session } from './session-state.ts';

export type * from './control/control.ts';
export type * from './input.ts';
export type * from './log.ts';
export type * from './session-state.ts';

/**
 * The state of a simulation: plain JSON, so that it can be stored, folded from patches and compared. Times are epoch milliseconds of the
 * simulation's clock. Secrets stand in it as `Sealed`.
 */
export interface SimulationState {
  now: number;
  /** Seq of the newest event. */
  seq: number;
  /** Counts arrivals; breaks ties between visits due at the same time. */
  arrivals: number;
  /** Version of the realm that visits read; changes only in a live simulation. */
  realmVersion: number;
  sessions: Record<string, Session>;
  transactions: Record<string, Transaction>;
  /** Sessions that successful journeys created, by token id. */
  ssoSessions: Record<string, SsoSession>;
  /** Identities that differ from the realm's; null is deleted. */
  identities: Record<string, Identity | null>;
  /** Managed objects that differ from the realm's, by `objectKey(type, id)`; null is deleted. */
  objects: Record<string, ManagedObject | null>;
  outbox: Record<string, Message>;
  /** Simulated duration of a visit in ms, by node id, node type id, type name, display name, "Success" or "Failure". */
  latency: Record<string, number>;
  /** What a person set up to see or to provoke; absent: nothing. */
  breakpoints?: Breakpoint[];
  faults?: Fault[];
  /** HTTP stubs laid over the realm's, by id; null: the realm's does not answer. */
  stubs?: Record<string, HttpStub | null>;
}

export interface Transaction {
  id: string;
  /** Run (main session) that created it. */
  run: string;
  journey: string;
  state: TransactionState;
  result: TransactionResult;
  subject: { type: 'user' | 'agent'; id: string; name: string } | null;
  /** Put at the root of the backchannel journey's shared state. */
  input: JsonObject;
  /** What Notification nodes added, merged by top-level key. */
  data: JsonObject;
  notifications: { at: number; data: JsonObject }[];
  trackingId: string;
  createdAt: number;
  expiresAt: number;
  expired: boolean;
  allowRetry: boolean;
  redirectUri: string | null;
  /** Sessions opened for it, newest last. */
  sessions: string[];
  sessionProperties: Record<string, string>;
}

export interface SsoSession {
  token: string;
  identity: string;
  journey: string;
  createdAt: number;
  expiresAt: number;
  /** Epoch ms: the last request of a journey that came with it. */
  latestAccess: number;
  /** Minutes without a request after which it is over. */
  maxIdleTime: number;
  properties: Record<string, string>;
}

/** Something a journey sent. */
export interface Message {
  id: string;
  /** Session and node that sent it. */
  session: string;
  node: string;
  kind: OutgoingMessage['kind'];
  to: string;
  from: string | null;
  subject: string | null;
  text: string;
  html: string | null;
  links: string[];
  push: PushRequest | null;
  at: number;
  answered: boolean;
  approved: boolean | null;
}
