import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { HostAnswer } from '../host/types.ts';
import { createPreparer, prepareScript } from '../language/prepare.ts';
import type { ScriptLanguage } from '../language/types.ts';
import { createRecorder, type Recorder } from '../recorder.ts';
import { cryptoCall, takesLong } from './crypto/index.ts';
import { openJournal } from './journal.ts';
import { type AnswerMessage, hostLimits, KEYS_MS, type RunMessage, type WorkerMessage, type WorkerSetup } from './protocol.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { threadClock, threadTime } from './thread-time.ts';
import { useUtc } from './utc.ts';

/** Entry of the worker: runs one script after another, each in a sandbox that was made ready after the answer to the one before. */
const setup = workerData as WorkerSetup;
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread of the script pool');
useUtc();

const clock = threadClock();

const signal = new Int32Array(setup.signal);
const journal = openJournal(setup.journal);
let recorder: Recorder = createRecorder();

function send(message: WorkerMessage): void {
  port?.postMessage(message);
}

let had = 0;
/** The thread's time is read between runs: it takes as long as a short script. */
function beReady(): void {
  had = threadTime(clock);
  send({ kind: 'ready', clock, had });
}

const refusal = (message: string): string => JSON.stringify({ ok: false, message });

let current: Sandbox | undefined;
let calls = 0;
/** Asks the driver and blocks until it has answered. What goes beyond the bounds is refused here, so that it costs the driver nothing. */
function host(call: string): string {
  calls += 1;
  if (calls > hostLimits.calls) return refusal(`the script makes too many calls to openidm, idRepository and the like: at most ${hostLimits.calls}`);
  if (call.length > hostLimits.callLength) return refusal(`the arguments are too long: at most ${hostLimits.callLength} characters of JSON`);
  Atomics.store(signal, 0, 0);
  send({ kind: 'call', call, at: process.hrtime.bigint() });
  for (;;) {
    Atomics.wait(signal, 0, 0);
    const received = receiveMessageOnPort(setup.answers);
    if (received) {
      const { answer, stalledMs } = received.message as AnswerMessage;
      current?.extend(stalledMs);
      return answer;
    }
  }
}

let keysLeft = KEYS_MS;
/** Keys that are slow to make are no part of the script's time, up to a limit: AM sets scripts none (facts 6.4: serverTimeout 0). */
function crypto(request: string): string {
  if (!takesLong(request)) return cryptoCall(request);
  // The driver's own clock goes on while this thread is busy.
  if (keysLeft === KEYS_MS) send({ kind: 'keys' });
  const start = performance.now();
  const answer = cryptoCall(request);
  const given = Math.min(performance.now() - start, keysLeft);
  keysLeft -= given;
  current?.extend(given);
  return answer;
}

const prepare = createPreparer();
let language: ScriptLanguage | undefined;
/** Source of a LIBRARY script from the driver, made ready to run as the body of a CommonJS module. */
function library(name: string): string {
  const answer = JSON.parse(host(JSON.stringify({ binding: 'require', method: 'source', args: [name] }))) as HostAnswer;
  if (!answer.ok) return JSON.stringify(answer);
  const source = String(answer.value);
  const prepared = source.includes('\0')
    ? { message: 'SyntaxError: the script contains a NUL character' }
    : prepare(source, { language, library: true });
  return JSON.stringify('code' in prepared ? { ok: true, code: prepared.code } : { ok: false, message: prepared.message });
}

/** Code that a script evaluates. It is not remembered: a script may make a new one each time. */
function evaluated(source: string): string {
  // Rhino keeps the value of a `const` at the top of it, as in a function.
  const prepared = prepareScript(source, { language, library: true });
  if ('code' in prepared) return JSON.stringify({ ok: true, code: prepared.code });
  return JSON.stringify({ ok: false, message: prepared.issue.message, explained: prepared.message });
}

const options: SandboxOptions = {
  ...setup,
  host,
  prepare,
  library,
  evaluated,
  crypto,
  record(line) {
    if (recorder.add(line)) journal.append(line);
  },
};

// The parser is at its slowest the first time: that is not to be a script's own time.
// biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template
prepare('(function () { const a = [1].map(x => x); try { a.get(0); } catch (e) { b = { c: `${e}` }; } })();');
let sandbox = createSandbox(options);

async function run({ source, language: spoken, input, timeoutMs }: RunMessage): Promise<void> {
  current = await sandbox;
  recorder = createRecorder();
  journal.clear();
  calls = 0;
  keysLeft = KEYS_MS;
  language = spoken;
  const ending = current.run(source, input, language, timeoutMs, () => threadTime(clock) - had);
  send({ kind: 'done', ending, recording: recorder.finish() });
  if (!current.reset()) sandbox = createSandbox(options);
  await sandbox;
  beReady();
}

port.on('message', (message: RunMessage) => void run(message));
await sandbox;
beReady();
