import { MessageChannel, Worker } from 'node:worker_threads';
import type { HostAnswer, HostCall } from '../host/types.ts';
import { createRecorder, type Recording } from '../recorder.ts';
import type { Ending } from '../result.ts';
import { JOURNAL_BYTES, readJournal } from './journal.ts';
import { type AnswerMessage, KEYS_MS, type RunMessage, STALL_MS, type WorkerMessage, type WorkerSetup } from './protocol.ts';
import { hardlyRan, threadTime } from './thread-time.ts';

/** How long past its time limit a script may go on before its worker is killed: some loops never ask QuickJS's interrupt handler. */
const GRACE_MS = 100;
/** How often a script is looked at whose time is over while its thread waits for a core. */
const LOOK_MS = 50;

export interface SlotOptions {
  worker: URL;
  wasm: WebAssembly.Module;
  maxPages: number;
  stackBytes: number;
}

export interface Run {
  message: RunMessage;
  host(call: HostCall): HostAnswer;
  /** Called once, with what the run left behind. */
  done(ending: Ending, recording: Recording): void;
}

/** One worker and the run it is busy with. A worker that had to be killed, or died, ends its slot; the pool makes another. */
export interface Slot {
  start(run: Run): void;
  close(): Promise<void>;
}

export interface SlotEvents {
  /** Ready for a run: after its start and after each run. */
  idle(slot: Slot): void;
  /** Gone; `error` when it never got ready. */
  gone(slot: Slot, error?: Error): void;
}

function answerOf(run: Run, call: string): string {
  try {
    return JSON.stringify(run.host(JSON.parse(call) as HostCall));
  } catch (error) {
    const failure: HostAnswer = { ok: false, message: error instanceof Error ? error.message : String(error) };
    return JSON.stringify(failure);
  }
}

function recorded(journal: SharedArrayBuffer): Recording {
  const recorder = createRecorder();
  for (const line of readJournal(journal)) recorder.add(line);
  return recorder.finish();
}

export function createSlot({ worker: file, wasm, maxPages, stackBytes }: SlotOptions, events: SlotEvents): Slot {
  const { port1: answers, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const journal = new SharedArrayBuffer(JOURNAL_BYTES);
  const setup: WorkerSetup = { wasm, maxPages, stackBytes, signal, journal, answers: port2 };
  const worker = new Worker(file, {
    workerData: setup,
    transferList: [port2],
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  });
  let run: Run | undefined;
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  let clock: string | null = null;
  let hadAtStart = 0;
  let startedAt = 0;
  /** Milliseconds in which its calls were answered: the script's own time too, though its thread had no core meanwhile. */
  let answering = 0;
  let ready = false;
  let over = false;

  function finish(ending: Ending, recording: Recording): void {
    clearTimeout(timer);
    const finished = run;
    run = undefined;
    finished?.done(ending, recording);
  }
  function end(error?: Error): void {
    if (over) return;
    over = true;
    answers.close();
    const oom = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (run)
      finish(
        oom
          ? { status: 'memory', message: 'out of memory' }
          : { status: 'error', message: `the script's worker ended: ${error?.message ?? 'unexpectedly'}` },
        recorded(journal),
      );
    events.gone(slot, ready ? undefined : (error ?? new Error('the script worker ended before it was ready')));
  }
  function retire(): void {
    over = true;
    answers.close();
    void worker.terminate().then(() => events.gone(slot));
  }
  function kill(): void {
    retire();
    finish({ status: 'timeout', message: 'killed' }, recorded(journal));
  }
  function starved({ message }: Run): boolean {
    return hardlyRan(threadTime(clock) - hadAtStart + answering, performance.now() - startedAt, message.timeoutMs + GRACE_MS);
  }
  function watch(): void {
    timer = setTimeout(
      () => {
        // When this thread was the one that was late, the worker's messages are waiting: they come before the next check.
        setImmediate(() => {
          if (!run || over) return;
          if (performance.now() >= due && starved(run)) due = performance.now() + LOOK_MS;
          if (performance.now() < due) watch();
          else kill();
        });
      },
      Math.max(1, due - performance.now()),
    );
  }
  function answer(call: string, at: bigint): void {
    if (!run) return;
    // Given back is the time before this thread came to the call. What answering takes is the script's own: it chose what to ask.
    const stalledMs = Math.max(0, Number(process.hrtime.bigint() - at) / 1e6 - STALL_MS);
    due += stalledMs;
    const began = performance.now();
    const message: AnswerMessage = { answer: answerOf(run, call), stalledMs };
    const ended = performance.now();
    answering += ended - began;
    if (ended > due && !starved(run)) {
      kill();
      return;
    }
    answers.postMessage(message);
    Atomics.store(new Int32Array(signal), 0, 1);
    Atomics.notify(new Int32Array(signal), 0);
  }

  const slot: Slot = {
    start(next) {
      run = next;
      worker.ref();
      startedAt = performance.now();
      answering = 0;
      due = startedAt + next.message.timeoutMs + GRACE_MS;
      worker.postMessage(next.message);
      watch();
    },
    async close() {
      over = true;
      clearTimeout(timer);
      answers.close();
      await worker.terminate();
      if (run) finish({ status: 'error', message: 'the script pool was closed' }, recorded(journal));
    },
  };
  worker.on('message', (message: WorkerMessage) => {
    if (over) return;
    if (message.kind === 'call') return answer(message.call, message.at);
    if (message.kind === 'keys') {
      due += KEYS_MS;
      return;
    }
    if (message.kind === 'done') {
      // Memory that a script filled is given back with its worker, not at some later garbage collection.
      if (message.ending.status === 'memory') retire();
      return finish(message.ending, message.recording);
    }
    ready = true;
    clock = message.clock;
    hadAtStart = message.had;
    worker.unref();
    return events.idle(slot);
  });
  worker.on('error', end);
  worker.on('exit', () => end());
  return slot;
}
