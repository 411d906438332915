import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createRecorder, type Recorder } from '../recorder.ts';
import { openJournal } from './journal.ts';
import { type AnswerMessage, hostLimits, type RunMessage, type WorkerMessage, type WorkerSetup } from './protocol.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { useUtc } from './utc.ts';

/** Entry of the worker: runs one script after another, each in a sandbox that was made ready after the answer to the one before. */
const setup = workerData as WorkerSetup;
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread of the script pool');
useUtc();

const signal = new Int32Array(setup.signal);
const journal = openJournal(setup.journal);
let recorder: Recorder = createRecorder();

function send(message: WorkerMessage): void {
  port?.postMessage(message);
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

const options: SandboxOptions = {
  ...setup,
  host,
  record(line) {
    if (recorder.add(line)) journal.append(line);
  },
};

let sandbox = createSandbox(options);

async function run({ source, input, timeoutMs }: RunMessage): Promise<void> {
  current = await sandbox;
  recorder = createRecorder();
  journal.clear();
  calls = 0;
  const ending = current.run(source, input, timeoutMs);
  send({ kind: 'done', ending, recording: recorder.finish() });
  if (!current.reset()) sandbox = createSandbox(options);
  await sandbox;
  send({ kind: 'ready' });
}

port.on('message', (message: RunMessage) => void run(message));
await sandbox;
send({ kind: 'ready' });
