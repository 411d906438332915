import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSContext, type QuickJSHandle } from 'quickjs-emscripten-core';
import type { prepareScript } from '../language/prepare.ts';
import type { ScriptLanguage } from '../language/types.ts';
import { preludeSource } from '../prelude.generated.ts';
import type { Ending } from '../result.ts';
import { position } from './position.ts';
import { hardlyRan } from './thread-time.ts';
import { createMemory, PAGE_BYTES, type WasmMemory } from './wasm.ts';

const FILE = 'script.js';
const INITIAL_PAGES = 256;

export interface SandboxOptions {
  wasm: WebAssembly.Module;
  /** Upper bound of memory in pages of 64 KiB; QuickJS's own limit does not count what scripts allocate. */
  maxPages: number;
  stackBytes: number;
  host(call: string): string;
  record(line: string): void;
  /** The code that runs in place of a script. */
  prepare: typeof prepareScript;
  /** Code that a script evaluates, made ready; JSON. */
  evaluated(source: string): string;
  /** Code of a library script, JSON. */
  library(name: string): string;
  /** Cryptography, JSON in and out. */
  crypto(request: string): string;
}

/**
 * One QuickJS with the prelude booted. Its memory is copied once; before each further script the copy is put back, which takes a tenth of
 * a millisecond where a new context takes ten, and every script starts from the very same bytes.
 */
export interface Sandbox {
  /** @param had milliseconds that the thread had a core since it was ready for this script */
  run(source: string, input: string, language: ScriptLanguage | undefined, timeoutMs: number, had: () => number): Ending;
  /** Gives a script time back that was not its own: a stalled driver's, or that of a key which is slow to make. */
  extend(ms: number): void;
  /**
   * Back to the state before the first script, byte for byte. False when that is not possible: memory has grown (it never shrinks), a limit was
   * met, or an exception of the host went through QuickJS. Then a new sandbox is needed. An error that the script threw is none of these.
   */
  reset(): boolean;
}

/** Bytes up to the last one that is used. */
function snapshot(memory: WasmMemory): Uint8Array<ArrayBuffer> {
  const words = new Int32Array(memory.buffer);
  let used = words.length;
  while (used > 0 && words[used - 1] === 0) used--;
  return new Uint8Array(memory.buffer.slice(0, used * 4));
}

/** A fresh QuickJS with memory of its own. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const memory = createMemory(INITIAL_PAGES, options.maxPages);
  const quiet = () => {};
  const emscriptenModule: object = { print: quiet, printErr: quiet };
  const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: options.wasm, wasmMemory: memory, emscriptenModule }));
  const runtime = module.newRuntime();
  runtime.setMaxStackSize(options.stackBytes);
  const context = runtime.newContext();
  let deadline = Number.POSITIVE_INFINITY;
  /** Whether a script whose time is over goes on, since its thread had no core for most of it. */
  let mayGoOn = (): boolean => false;
  let interrupted = false;
  let clean = true;
  runtime.setInterruptHandler(() => {
    if (performance.now() < deadline || mayGoOn()) return false;
    interrupted = true;
    return true;
  });
  const prelude = bootPrelude(context, options);
  const snapshots = { es6: snapshot(memory), aic: new Uint8Array() };

  const invoke = (name: string, ...args: QuickJSHandle[]): string => {
    const fn = context.getProp(prelude, name);
    const result = context.unwrapResult(context.callFunction(fn, context.undefined, ...args));
    return context.typeof(result) === 'string' ? context.getString(result) : '';
  };

  // Most scripts speak AIC's language: memory stands ready for one.
  invoke('world', context.newString('aic'));
  snapshots.aic = snapshot(memory);
  let world: ScriptLanguage = 'aic';
  function restore(language: ScriptLanguage): void {
    world = language;
    new Uint8Array(memory.buffer).set(snapshots[language]);
  }

  function failure(error: QuickJSHandle): Ending {
    const described = JSON.parse(invoke('describe', error)) as { message: string; stack: string };
    // Without room for the error itself QuickJS throws null; a script that throws null of its own has not filled the memory.
    const full = described.message === 'null' && memory.buffer.byteLength > (options.maxPages * PAGE_BYTES) / 2;
    if (full || /^InternalError: out of memory$/.test(described.message)) return { status: 'memory', message: 'out of memory' };
    const at = position(described.stack, FILE);
    return { status: 'error', message: described.message, line: at?.line };
  }

  function evaluate(source: string, input: string, language: ScriptLanguage | undefined): Ending {
    if (source.includes('\0')) return { status: 'error', message: 'SyntaxError: the script contains a NUL character' };
    const prepared = options.prepare(source, { language });
    if ('issue' in prepared) return { status: 'error', message: prepared.message, line: prepared.issue.line };
    if ((language ?? 'aic') !== world) restore(language ?? 'aic');
    if (world === 'es6') invoke('world', context.newString('es6'));
    invoke('start', context.newString(input));
    const result = context.evalCode(prepared.code, FILE, { type: 'global' });
    if (result.error) return failure(result.error);
    result.value.dispose();
    const jobs = runtime.executePendingJobs();
    if (jobs.error) return failure(jobs.error);
    const ended = context.callFunction(context.getProp(prelude, 'end'), context.undefined);
    if (ended.error) return failure(ended.error);
    ended.value.dispose();
    return { status: 'ok', summary: invoke('finish') };
  }

  return {
    extend: (ms) => {
      deadline += ms;
    },
    run(source, input, language, timeoutMs, had) {
      const start = performance.now();
      deadline = start + timeoutMs;
      mayGoOn = () => hardlyRan(had(), performance.now() - start, timeoutMs);
      let ending: Ending;
      try {
        ending = evaluate(source, input, language);
      } catch (error) {
        clean = false;
        ending = { status: 'error', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
        if (/out of memory|memory access|Cannot enlarge|allocation/i.test(ending.message)) ending = { status: 'memory', message: ending.message };
      }
      if (interrupted) ending = { status: 'timeout', message: 'interrupted' };
      if (ending.status === 'timeout' || ending.status === 'memory' || memory.buffer.byteLength !== INITIAL_PAGES * PAGE_BYTES) clean = false;
      return ending;
    },
    reset() {
      if (!clean) return false;
      restore('aic');
      return true;
    },
  };
}

function bootPrelude(context: QuickJSContext, { host, record, library, evaluated, crypto }: SandboxOptions): QuickJSHandle {
  const native = context.newObject();
  const ask = context.newFunction('host', (call) => context.newString(host(context.getString(call))));
  const note = context.newFunction('record', (line) => record(context.getString(line)));
  const load = context.newFunction('library', (name) => context.newString(library(context.getString(name))));
  const compute = context.newFunction('crypto', (request) => context.newString(crypto(context.getString(request))));
  const prepare = context.newFunction('prepare', (source) => context.newString(evaluated(context.getString(source))));
  context.setProp(native, 'prepare', prepare);
  context.setProp(native, 'library', load);
  context.setProp(native, 'crypto', compute);
  context.setProp(native, 'host', ask);
  context.setProp(native, 'record', note);
  const boot = context.unwrapResult(context.evalCode(preludeSource, 'tandem', { type: 'global' }));
  const prelude = context.unwrapResult(context.callFunction(boot, context.undefined, native));
  for (const handle of [native, ask, note, load, prepare, compute, boot]) handle.dispose();
  return prelude;
}
