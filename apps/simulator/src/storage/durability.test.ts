import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { openStorage } from './open.ts';

const ROUNDS = 10;

/** The writer as plain JavaScript, which starts ten times faster; beside the packages that it needs. */
function builtWriter(): string {
  const outfile = fileURLToPath(new URL(`../../node_modules/.cache/durability-${process.pid}.mjs`, import.meta.url));
  onTestFinished(() => rmSync(outfile, { force: true }));
  const entry = fileURLToPath(new URL('durability.writer.ts', import.meta.url));
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['better-sqlite3', 'kysely', 'zod'],
    logLevel: 'silent',
  });
  return outfile;
}

/** Reads the writer's lines until there are `count` of them. */
async function answers(child: ChildProcess, count: number): Promise<number[]> {
  const numbers: number[] = [];
  let rest = '';
  for await (const chunk of child.stdout ?? []) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    numbers.push(...lines.map(Number));
    if (numbers.length >= count) break;
  }
  return numbers;
}

it('holds everything that was answered when the process is killed in the middle of saving, and its lock with it', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const writer = builtWriter();
  let last = -1;
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    // Different moments of the writer's loop.
    const numbers = await answers(child, 3 + round * 2);
    await new Promise((resolve) => setTimeout(resolve, round));
    child.kill('SIGKILL');
    await exited;
    last = numbers.at(-1) ?? last;

    const storage = await openStorage(folder);
    const realm = storage.realms.load('alpha')?.realm;
    const kept = Object.keys(realm?.journeys ?? {}).length;
    expect(kept).toBeGreaterThan(last);
    expect(Object.keys(realm?.variables ?? {})).toHaveLength(kept);
    expect(realm?.journeys[`J${last}`]?.tree.description).toHaveLength(2000);
    for (let n = 0; n <= last; n++) expect(realm?.variables[`J${n}`]).toBe(n);
    expect(await storage.runs.readSteps(`S${last}`)).toHaveLength(1);
    await storage.close();
  }
  expect(last).toBeGreaterThan(ROUNDS);
});
