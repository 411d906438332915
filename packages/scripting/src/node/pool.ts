import type { ScriptEffect, ScriptResult } from '@tandem/nodes';
import type { ScriptHost } from '../host/types.ts';
import type { Recording } from '../recorder.ts';
import { type Ending, scriptResult } from '../result.ts';
import { SCRIPT_MS } from '../time-limit.ts';
import { FairQueue } from './fair-queue.ts';
import { createSlot, type Run, type Slot, type SlotEvents, type SlotOptions } from './slot.ts';
import { compileQuickJs, findWorker } from './worker-file.ts';

const PAGES_PER_MB = 16;
/** A script that waits so long waits for others that take their whole time: it gets a worker of its own. */
const LATE_MS = 50;

export interface ScriptPoolOptions {
  /** Workers that are kept ready. */
  size: number;
  /** Workers at most. More than `size` are started while scripts have to wait, and ended when there is nothing left to run. Default `size`. */
  most?: number | undefined;
  /** Milliseconds a script may take, host calls included. Default `SCRIPT_MS`. */
  timeoutMs?: number | undefined;
  /** Megabytes a script may use; at least 16. Default 64. */
  memoryMb?: number | undefined;
  /** QuickJS's stack. Default 128 KiB, which is safe within its WebAssembly stack. */
  stackBytes?: number | undefined;
  /** The built worker. Default: `script-worker.js` beside the calling bundle, else built from source with esbuild (development). */
  workerUrl?: URL | undefined;
  /** QuickJS's wasm file. Default: `quickjs.wasm` beside the worker, else the installed package's. */
  wasmUrl?: URL | undefined;
}

export interface ScriptPool {
  /**
   * Runs a script. Those of different owners (simulations) take turns, and one owner's hold at most half of the workers, so that its endless scripts
   * are its own trouble. Sealed values in the bindings must have been opened. Never rejects for what the script does: that is the result's `status`.
   *
   * @param owner whose script it is; scripts without one know no share
   * @throws when the pool is closed or its worker cannot be started
   */
  run(effect: ScriptEffect, host: ScriptHost, owner?: string): Promise<ScriptResult>;
  /** Stops all workers; running scripts end with an error. */
  close(): Promise<void>;
}

/** Runs scripts in QuickJS in worker threads: of one owner first come, first served; of several in turn. */
export function createScriptPool({
  size,
  most = size,
  timeoutMs = SCRIPT_MS,
  memoryMb = 64,
  stackBytes = 128 << 10,
  workerUrl,
  wasmUrl,
}: ScriptPoolOptions): ScriptPool {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const queue = new FairQueue<{ run: Run; fail(error: Error): void }>();
  let closed = false;

  const setup = (async (): Promise<SlotOptions> => {
    const worker = await findWorker(workerUrl);
    return { worker, wasm: await compileQuickJs(wasmUrl, worker), maxPages: memoryMb * PAGES_PER_MB, stackBytes };
  })();

  let late: NodeJS.Timeout | undefined;
  let wanted = size;

  function dispatch(): void {
    while (idle.length > 0) {
      const next = queue.take(Math.max(1, Math.floor(slots.size / 2)));
      if (!next) break;
      idle.shift()?.start(next.run);
    }
    clearTimeout(late);
    if (queue.waiting === 0 || wanted >= most || closed) return;
    late = setTimeout(() => {
      wanted = Math.min(most, slots.size + queue.waiting);
      void fill().then(dispatch, refuse);
    }, LATE_MS).unref();
  }
  const events: SlotEvents = {
    idle(slot) {
      if (queue.waiting === 0) wanted = size;
      if (slots.size > wanted) {
        slots.delete(slot);
        void slot.close();
        return;
      }
      idle.push(slot);
      dispatch();
    },
    gone(slot, error) {
      slots.delete(slot);
      const at = idle.indexOf(slot);
      if (at >= 0) idle.splice(at, 1);
      // A worker that cannot start would fail for ever: those who wait are told instead.
      if (error) for (const { fail } of queue.clear()) fail(error);
      else void fill();
    },
  };
  async function fill(): Promise<void> {
    const options = await setup;
    while (!closed && slots.size < wanted) slots.add(createSlot(options, events));
  }
  const refuse = (error: Error) => {
    for (const { fail } of queue.clear()) fail(error);
  };
  void fill().catch(refuse);

  function message(ending: Ending): Ending {
    if (ending.status === 'timeout') return { ...ending, message: `the script ran too long: Tandem stops scripts after ${timeoutMs} ms` };
    if (ending.status === 'memory') return { ...ending, message: `the script used more than ${memoryMb} MB of memory and was stopped` };
    return ending;
  }
  return {
    async run(effect, host, owner = '') {
      await setup;
      if (closed) throw new Error('the script pool is closed');
      const { engine, context, scriptName, bindings, source, language } = effect;
      const input = JSON.stringify({ engine, context, scriptName, language, bindings });
      return new Promise<ScriptResult>((resolve, reject) => {
        const done = (ending: Ending, recording: Recording): void => {
          queue.done(owner);
          resolve(scriptResult(message(ending), recording, host.identityWrites?.() ?? []));
        };
        queue.put(owner, { fail: reject, run: { message: { source, language, input, timeoutMs }, host, done } });
        if (slots.size < wanted) void fill();
        dispatch();
      });
    },
    async close() {
      closed = true;
      clearTimeout(late);
      refuse(new Error('the script pool is closed'));
      await setup.catch(() => undefined);
      await Promise.all([...slots].map((slot) => slot.close()));
    },
  };
}
