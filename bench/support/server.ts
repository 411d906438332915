import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

export interface Started {
  child: ChildProcess;
  url: string;
}

/** `npm run bench` runs benchmarks with the options of Tandem's server; what they start has them, too. */
const heapFlags = process.execArgv.filter((flag) => flag.startsWith('--max-semi-space-size'));

/** Starts a Node program at the root of the repository, with the options of Tandem's server, and waits for the address that it prints. */
export async function startedServer(args: string[], env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [...heapFlags, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout } = child;
  if (!stdout) throw new Error('A process without output cannot say where it answers.');
  let text = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const url = /(http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
    if (url) {
      stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`${args.join(' ')} ended: ${text}`);
}

/** The built Tandem on a data folder of its own; `end` ends both. */
export async function startedTandem(options: string[] = []): Promise<Started & { end(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const env = { PORT: '0', TANDEM_DATA: data, TANDEM_ADMIN_PASSWORD: 'Secret12!' };
  const started = await startedServer([...options, 'apps/simulator/dist/main.js'], env);
  return {
    ...started,
    async end() {
      await ended(started.child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}
