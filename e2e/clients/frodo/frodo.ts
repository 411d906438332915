import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { JsonObject } from '@tandem/journey';

const launch = createRequire(import.meta.url).resolve('@rockcarver/frodo-cli/dist/launch.cjs');
const PASSWORD = 'Secret12!';

/** A server of its own (frodo deletes and prunes), and frodo beside it in a folder of its own. */
export interface Frodo {
  url: string;
  /** Runs a command against the realm; it has to succeed, and to complain about nothing. @returns what it printed */
  run(...command: string[]): Promise<string>;
  write(name: string, value: unknown): string;
  read(name: string): JsonObject;
  stop(): Promise<void>;
}

/** @param kind of deployment that frodo takes Tandem for */
export async function startFrodo(kind: 'classic' | 'cloud'): Promise<Frodo> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-frodo-'));
  const { server, url } = await startServer(join(folder, 'data'));
  const env = { PATH: process.env.PATH ?? '', HOME: folder, FRODO_NO_CACHE: '1' };
  return {
    url,
    run: (...command) =>
      new Promise((resolve, reject) => {
        // `info` alone is about no realm.
        const target = [`${url}am`, ...(command[0] === 'info' ? [] : ['alpha']), 'amadmin', PASSWORD];
        const child = execFile(process.execPath, [launch, ...command, '-m', kind, ...target], { cwd: folder, env }, (error, stdout, stderr) => {
          const told = `frodo ${command.join(' ')}\n${stdout}\n${stderr}`;
          if (error) return reject(new Error(`${told}\nended with ${String(error.code)}`));
          // Progress goes to stderr, too; complaints are red or yellow, or have a cross.
          if (COMPLAINT.test(stderr)) return reject(new Error(`${told}\nhas complaints`));
          resolve(stdout.replaceAll(COLOUR, ''));
        });
        // `prune` asks whether it should.
        child.stdin?.end('y\n');
      }),
    write(name, value) {
      writeFileSync(join(folder, name), JSON.stringify(value));
      return name;
    },
    read: (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`${ESCAPE}\\[\\d+m`, 'g');
const COMPLAINT = new RegExp(`✖|HTTP client error|${ESCAPE}\\[(?:31|33|91|93)m`);

function startServer(data: string): Promise<{ server: ChildProcess; url: string }> {
  const env = { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', TANDEM_DATA: data, TANDEM_ADMIN_PASSWORD: PASSWORD };
  const server = spawn(process.execPath, ['apps/simulator/dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${String(code)}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(chunk.toString()) ?? [];
      if (url !== undefined) resolve({ server, url });
    });
  });
}

/** amadmin's own request, for what frodo has no command for. */
export async function amadmin(url: string, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { 'X-OpenAM-Username': 'amadmin', 'X-OpenAM-Password': PASSWORD, 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}am/json/realms/root/authenticate`, { method: 'POST', headers, body: '{}' });
  const { tokenId } = (await signedIn.json()) as { tokenId: string };
  expect(tokenId).toBeTruthy();
  const cookie = { cookie: `iPlanetDirectoryPro=${tokenId}`, 'content-type': 'application/json' };
  return fetch(`${url}am/json/realms/root/realms/alpha/${path}`, {
    method,
    headers: cookie,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
