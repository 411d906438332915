import type { JsonObject } from '@tandem/journey';
import type { Callback } from './callbacks.ts';
import type { NodeContext } from './context.ts';

/** What a node returns. */

export type Action =
  | { kind: 'goTo'; outcome: string }
  | ({ kind: 'send'; callbacks: Callback[] } & SendOptions)
  /** The client is sent away and comes back through `suspension.uri()`. `minutes` absent: AM's default of 5. */
  | { kind: 'suspend'; callbacks: Callback[]; minutes?: number | undefined }
  /**
   * Runs another journey inside this one; its end is this node's outcome `true` or `false`. `config`: what a Configuration Provider made for it, kept in
   * shared state once the inner journey asks its client.
   */
  | { kind: 'enter'; journey: string; errorOutcome: boolean; config?: JsonObject | undefined };

export interface SendOptions {
  stage?: string | undefined;
  header?: string | undefined;
  description?: string | undefined;
  /** Epoch ms from which on no answer can be right (a one-time password ends): the clock knows it. */
  expiresAt?: number | undefined;
}

export type Execute = (context: NodeContext) => Action;
/** What a node does once a journey that contains it has succeeded, whether it was visited or not (AM's LifecycleNode). It may write identities. */
export type Complete = (context: NodeContext) => void;

export function goTo(outcome: string): Action {
  return { kind: 'goTo', outcome };
}
export function send(callbacks: Callback[], options: SendOptions = {}): Action {
  return { kind: 'send', callbacks, ...options };
}

/** @param minutes how long the client may stay away; absent: AM's default of 5 */
export function suspend(callbacks: Callback[], minutes?: number): Action {
  return { kind: 'suspend', callbacks, minutes };
}

/** Ends the journey as a failure, as AM's NodeProcessException does. The message is logged. */
export class NodeProcessError extends Error {
  override readonly name = 'NodeProcessError';
}
