/** The clock by which a Polling Wait ends: real time, or a simulation's. */
export interface WaitClock {
  /** Epoch ms. */
  now(): number;
  /** Calls back once `now()` has reached `at`; returns what cancels it. */
  when(at: number, callback: () => void): () => void;
  /** Reads the clock anew where `now()` may be old; a wait must not be measured from a time that has passed already. */
  refresh?(): Promise<void>;
}

export const realClock: WaitClock = {
  now: () => Date.now(),
  when(at, callback) {
    const timer = setTimeout(callback, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  },
};
