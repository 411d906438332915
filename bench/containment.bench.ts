/**
 * Hostile scripts: how long until each is contained, how much memory the process had at most meanwhile, and whether the next script in the same pool
 * is right. Then eight endless loops at once, of one simulation and of eight, and how long a good script of another simulation takes meanwhile.
 */
import type { ScriptEffect, ScriptResult } from '@tandem/nodes';
import { createScriptPool } from '@tandem/scripting/node';
import { table } from './support/report.ts';

/** As the simulator has it. */
const LIMITS = { size: 4, most: 8, timeoutMs: 800 };
const MEMORY_EVERY_MS = 20;
const LOOP = 'while (true) {}';
const GOOD = 'outcome = "right";';

const hostile: Record<string, string> = {
  'endless loop': LOOP,
  'loop that swallows its end': 'while (true) { try { while (true) {} } finally { continue; } }',
  'regex backtracking': '/^(a+)+$/.test("a".repeat(40) + "b");',
  'built-in that never asks': 'var i = 0; while (true) { i += "a".repeat(1e6).length; }',
  'arrays without end': 'var a = []; while (true) a.push(new Array(1e5).fill(1));',
  'memory loop that swallows errors': 'var a = []; while (true) { try { a.push(new Uint8Array(1e6)); } catch (e) {} }',
  'fill of 2^32-2': 'new Array(Math.pow(2, 32) - 2).fill(1);',
  'text without end': 'var s = "x"; while (true) s += s;',
  'deep recursion': 'function f() { return f() + 1; } f();',
  'deep JSON': 'JSON.parse("[".repeat(1e5));',
  'huge state': 'nodeState.putShared("big", "x".repeat(1e7));',
  'huge logs': 'while (true) logger.error("x".repeat(1e6));',
  'getter bomb': 'nodeState.putShared("a", { get a() { while (true) {} } });',
  'tampering with JSON and Array': 'JSON.parse = JSON.stringify = null; Array.prototype.push = null; Object.prototype.x = 1; while (true) {}',
  'reaching for the host': 'this.constructor.constructor("return process")().exit();',
  'host calls without end': 'while (true) { try { openidm.read("managed/alpha_user/x"); } catch (e) {} }',
};

function effect(source: string): ScriptEffect {
  return {
    kind: 'script',
    context: 'SCRIPTED_DECISION_NODE',
    engine: 'next-gen',
    scriptId: 'bench',
    scriptName: 'bench',
    source,
    language: 'es6',
    bindings: {
      shared: {},
      transient: {},
      secure: {},
      callbacks: [],
      realm: '/alpha',
      cookieName: 'iPlanetDirectoryPro',
      requestHeaders: {},
      requestParameters: {},
      requestCookies: {},
      resumedFromSuspend: false,
      resumeUri: '',
      journey: { name: 'Bench', identityResource: 'managed/alpha_user', innerJourney: false, mustRun: false },
      locales: [],
      now: 0,
      seed: '00'.repeat(32),
    },
  };
}

const pool = createScriptPool(LIMITS);
const run = (source: string, owner: string): Promise<ScriptResult> => pool.run(effect(source), () => ({ ok: true, value: null }), owner);
const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20;

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number; peakMb: number }> {
  let peakMb = megabytes();
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, megabytes());
  }, MEMORY_EVERY_MS);
  const start = performance.now();
  try {
    const result = await work;
    return { result, ms: performance.now() - start, peakMb: Math.max(peakMb, megabytes()) };
  } finally {
    clearInterval(watch);
  }
}

async function expectGood(): Promise<void> {
  const { outcome, status } = await run(GOOD, 'next');
  if (status !== 'ok' || outcome !== 'right') throw new Error(`The next script is not right: ${status} ${String(outcome)}`);
}

/** Loops of these owners at once; how long all take, and how long a good script that another simulation runs in the middle takes. */
async function loops(owners: readonly string[]): Promise<{ all: number; good: number }> {
  const all = timed(Promise.all(owners.map((owner) => run(LOOP, owner))));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const good = await timed(run(GOOD, 'another'));
  if (good.result.outcome !== 'right') throw new Error('The good script among loops is not right.');
  return { all: (await all).ms, good: good.ms };
}

try {
  await Promise.all(Array.from({ length: LIMITS.size }, (_, n) => run(GOOD, `warm ${n}`)));
  const before = megabytes();
  const line = (name: string, ...cells: string[]): boolean =>
    process.stdout.write(`  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
  line('hostile script', 'ended as', 'ms', 'peak MB', 'next');
  for (const [name, source] of Object.entries(hostile)) {
    const { result, ms, peakMb } = await timed(run(source, 'hostile'));
    if (result.status === 'ok') throw new Error(`${name} was not contained.`);
    await expectGood();
    line(name, result.status, ms.toFixed(0), peakMb.toFixed(0), 'right');
  }
  const one = await loops(Array.from({ length: 8 }, () => 'hostile'));
  const eight = await loops(Array.from({ length: 8 }, (_, n) => `hostile ${n}`));
  table([
    ['process before the first of them, MB', before],
    ['8 endless loops of one simulation, ms', one.all],
    ['  a good script of another one meanwhile, ms', one.good],
    ['8 endless loops of 8 simulations, ms', eight.all],
    ['  a good script of another one meanwhile, ms', eight.good],
  ]);
} finally {
  await pool.close();
}
