import type { MessagePort } from 'node:worker_threads';
import type { ScriptLanguage } from '../language/types.ts';
import type { Recording } from '../recorder.ts';
import type { Ending } from '../result.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  /** Compiled QuickJS. */
  wasm: WebAssembly.Module;
  maxPages: number;
  stackBytes: number;
  /** One Int32: 1 when an answer to a host call waits on the port. */
  signal: SharedArrayBuffer;
  /** What the running script has recorded, readable after the worker was killed. */
  journal: SharedArrayBuffer;
  answers: MessagePort;
}

export interface RunMessage {
  source: string;
  language: ScriptLanguage | undefined;
  /** JSON of the prelude's Start. */
  input: string;
  timeoutMs: number;
}

export type WorkerMessage =
  /** Ready for a run; `clock` tells how long the worker's thread had a core, `had` the milliseconds so far. */
  | { kind: 'ready'; clock: string | null; had: number }
  /** JSON of a HostCall, sent at this `process.hrtime` (nanoseconds). */
  | { kind: 'call'; call: string; at: bigint }
  /** The run makes keys: up to `KEYS_MS` more may go by. Sent once a run. */
  | { kind: 'keys' }
  | { kind: 'done'; ending: Ending; recording: Recording };

/** A host call's answer, and for how long the call had waited before the driver came to it: that time is not the script's. */
export interface AnswerMessage {
  /** JSON of a HostAnswer. */
  answer: string;
  stalledMs: number;
}

/** Calls that wait for the driver longer than this are the driver's fault and do not count against the script. */
export const STALL_MS = 20;

/** Milliseconds beyond its limit that a run may spend on keys which are slow to make. */
export const KEYS_MS = 5000;

/** Bounds of what one run may ask of the driver, whose thread serves everybody else meanwhile. Lengths in UTF-16 units of JSON text. */
export const hostLimits = { calls: 1000, callLength: 200_000 };
