import type { NodeContext } from '../contract.ts';

/** A wait under way at one node: AM 8.0.2 source, WaitingHelper. Its two keys stand in shared state under the node's id. */
export interface Wait {
  /** Epoch ms; set at the first display and never moved. */
  readonly end: number;
  /** Displays before this visit, less one: -1 before the first one. */
  readonly returns: number;
  /** Keeps the end and counts this display. */
  again(): void;
  /** Forgets both, so that a loop can wait again. */
  finish(): void;
}

/** A node's two keys, kept: a text made anew has to be looked up among all known keys before state can be read with it. */
const keysOf = new WeakMap<NodeContext['node'], { endKey: string; spamKey: string }>();

function keysFor(node: NodeContext['node']): { endKey: string; spamKey: string } {
  let keys = keysOf.get(node);
  if (!keys) {
    keys = { endKey: `${node.id}.end_time`, spamKey: `${node.id}.spam_count` };
    keysOf.set(node, keys);
  }
  return keys;
}

export function waitAt({ node, now, state }: NodeContext, seconds: number): Wait {
  const { endKey, spamKey } = keysFor(node);
  const storedEnd = state.get(endKey);
  const storedSpam = state.get(spamKey);
  const end = typeof storedEnd === 'number' ? storedEnd : now + seconds * 1000;
  const returns = typeof storedSpam === 'number' ? storedSpam : -1;
  return {
    end,
    returns,
    again() {
      state.putShared(endKey, end);
      state.putShared(spamKey, returns + 1);
    },
    finish() {
      state.remove(endKey);
      state.remove(spamKey);
    },
  };
}

/** Index of a wait's one button. */
export const EXIT_PRESSED = 0;
/** What the button is sent with: echoed back, it means that nobody pressed it. */
export const EXIT_NOT_PRESSED = 100;
