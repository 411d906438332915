import type { Json, JsonObject } from '@tandem/journey';
import type { StateScope, TransactionState } from '@tandem/nodes';

/** What a step tells of: a line of the log with the change of the state that it brought. */

/** path, value: set. path alone: remove. */
export type PatchOp = [string[], Json] | [string[]];

export interface EngineEvent {
  seq: number;
  /** Epoch ms. */
  at: number;
  kind: EventKind;
  run?: string;
  session?: string;
  player?: string;
  transaction?: string;
  journey?: string;
  node?: string;
  nodeType?: string;
  nodeName?: string;
  /** kind "log". */
  level?: string;
  /** The event in words; of a log line, AM's message. */
  message?: string;
  /** kind "visited": outcome taken; absent when callbacks were sent. */
  outcome?: string;
  outcomeName?: string;
  /** The rule that decided. */
  because?: string;
  /** Rules this step rests on that are assumptions. */
  assumptions?: string[];
  /** What AM would add to its audit entry of this node (a script's `auditEntryDetail`). */
  audit?: JsonObject;
  reads?: string[];
  writes?: { key: string; scope: StateScope }[];
  /** Transient keys that did not survive the way to the client, and those kept in secure state because a later node reads them. */
  lost?: string[];
  promoted?: string[];
  callbacks?: string[];
  state?: TransactionState;
  result?: string;
  data?: JsonObject;
  patch: PatchOp[];
}
export type EventKind =
  | 'session-started'
  | 'answered'
  | 'suspended'
  | 'resumed'
  | 'inner-started'
  | 'inner-ended'
  | 'effect-requested'
  | 'visited'
  | 'callbacks'
  | 'session-ended'
  | 'transaction-created'
  | 'transaction-started'
  | 'transaction-completed'
  | 'transaction-retry'
  | 'transaction-expired'
  | 'notification'
  | 'log'
  | 'metric'
  | 'identity-changed'
  | 'object-changed'
  | 'message'
  | 'message-answered'
  | 'clock'
  | 'latency'
  | 'realm'
  | 'logout'
  | 'state-edited'
  | 'held'
  | 'released'
  | 'control'
  | 'pruned';
