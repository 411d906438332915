/**
 * One authenticate round trip, script-free and stored, against a bare Express handler that answers the same bytes. Both are processes of their
 * own, measured in turn in the same run, with the same clients.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, table } from './support/report.ts';

const CLIENTS = 16;
const REQUESTS = 1_500;
const ROUNDS = 5;
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const root = new URL('..', import.meta.url).pathname;
const path = '/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=HelpDeskVerify';

function post(url: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end('{}');
  });
}

async function measure(url: string): Promise<number> {
  let left = REQUESTS;
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const { status } = await post(url);
      if (status !== 200) throw new Error(`${url} answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return REQUESTS / ((performance.now() - start) / 1000);
}

async function started(args: string[], env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const url = /(http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
    if (url) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`${args.join(' ')} ended: ${text}`);
}

const data = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const tandem = await started(['apps/simulator/dist/main.js'], { PORT: '0', TANDEM_DATA: data, TANDEM_ADMIN_PASSWORD: 'Secret12!' });
const children = [tandem.child];
try {
  const created = await fetch(`${tandem.url}/api/simulations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"realm":"alpha"}',
  });
  const { baseUrl } = (await created.json()) as { baseUrl: string };
  const target = `${tandem.url}${baseUrl}${path}`;
  const { body } = await post(target);
  const bare = await started(['--import', 'tsx', 'bench/support/bare.ts'], { ANSWER: body });
  children.push(bare.child);
  await measure(target);
  await measure(bare.url);
  const rounds: { tandem: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ tandem: await measure(target), bare: await measure(bare.url) });
  const ours = median(rounds.map((round) => round.tandem));
  const peer = median(rounds.map((round) => round.bare));
  table([
    ['authenticate requests/s, stored', ours],
    ['bare Express, the same bytes, requests/s', peer],
  ]);
  ratio('authenticate to bare Express', ours / peer);
} finally {
  agent.destroy();
  for (const child of children) child.kill();
  rmSync(data, { recursive: true, force: true });
}
