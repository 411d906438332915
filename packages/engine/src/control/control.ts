import type { TransactionResult, TransactionState } from '@tandem/nodes';

/** What a person sets up in a simulation to look closer, or to see what a journey makes of trouble. Each change of it is an input. */

/** Where sessions are held. `id` is the caller's own. */
export type Breakpoint = { id: string } & (
  | /** Before a node is visited; Success and Failure are nodes too. Without `journey`, in every journey that places it. */ {
      on: 'node';
      journey?: string | undefined;
      node: string;
    }
  | /** After a node chose an outcome. */ { on: 'outcome'; node: string; outcome: string }
  | /** After a visit that wrote a key of node state, whatever the scope. */ { on: 'key'; key: string }
  | /** After the visit by which a transaction came into a state. */ {
      on: 'transaction';
      state: TransactionState;
      result?: TransactionResult | undefined;
    }
  | /** A virtual clock stops there; epoch ms. */ { on: 'time'; at: number }
);

export type Fault =
  /** A script, or whatever script a node runs, throws. */
  | { kind: 'script'; script?: string | undefined; node?: string | undefined; message?: string | undefined }
  /** The identity store does not answer: neither to nodes nor to scripts. */
  | { kind: 'identity-store' }
  /** HTTP calls of scripts whose URL fits (`*` stands for any characters) are answered so, whatever the stubs say. */
  | { kind: 'http'; url: string; status: number }
  /** The server that runs the main or the backchannel journeys has a clock that is so far ahead; ms, negative: behind. */
  | { kind: 'clock-skew'; role: 'main' | 'backchannel'; ms: number };
