import { describe, expect, test } from 'vitest';
import type { ScriptHost } from '../host/types.ts';
import { testPool } from '../testing/pool.ts';
import { answered, effectOf } from '../testing/support.ts';
import { SCRIPT_MS } from '../time-limit.ts';
import { createScriptPool } from './pool.ts';

/**
 * Hostile scripts: contained, and the next script in the same worker is right. With ES6 on, so that they reach more built-ins; how long each took is
 * a matter of the machine, and no test.
 */
const pool = testPool();
const run = (source: string, bindings = {}, effect = {}, host?: ScriptHost) => pool.run(source, bindings, { language: 'es6', ...effect }, host);

const GOOD = 'nodeState.putShared("name", callbacks.getNameCallbacks().get(0)); outcome = "true";';
const callbacks = [answered('NameCallback', 'bjensen')];

const cases: [name: string, source: string, status: RegExp][] = [
  ['endless loop', 'while (true) {}', /timeout/],
  ['loop that swallows its end', 'while (true) { try { while (true) {} } finally { continue; } }', /timeout/],
  ['catch loop', 'function f() { try { while (true) {} } catch (e) { f(); } } f();', /timeout/],
  ['promise loop', 'function p() { return Promise.resolve().then(p); } p();', /timeout/],
  ['regex backtracking', '/^(a+)+$/.test("a".repeat(40) + "b");', /timeout/],
  ['arrays without end', 'var a = []; while (true) a.push(new Array(1e5).fill(1));', /memory|timeout/],
  ['buffers without end', 'var a = []; while (true) a.push(new Uint8Array(1e6));', /memory|timeout/],
  ['memory loop that swallows errors', 'var a = []; while (true) { try { a.push(new Uint8Array(1e6)); } catch (e) {} }', /memory|timeout/],
  ['text without end', 'var s = "x"; while (true) s += s;', /memory|timeout|error/],
  ['Array.from of 2^31', 'Array.from({ length: 2 ** 31 });', /memory|timeout/],
  ['fill of 2^32-2', 'new Array(2 ** 32 - 2).fill(1);', /memory|timeout/],
  ['built-in that never asks', 'var i = 0; while (true) { i += "a".repeat(1e6).length; }', /timeout/],
  ['concat that never asks', 'while (true) { [].concat(new Array(1e5)); }', /timeout/],
  ['sort that never asks', 'while (true) { new Array(1e5).fill(0).map(function (x, i) { return -i; }).sort(); }', /timeout|memory/],
  ['recursion', 'function f() { return f() + 1; } f();', /error|timeout/],
  ['deep JSON', 'JSON.parse("[".repeat(1e5));', /error|timeout/],
  ['deep value', 'var o = {}; for (var i = 0; i < 1e5; i++) o = { o: o }; nodeState.putShared("deep", o);', /error|timeout/],
  ['deep value in outcome', 'var o = []; for (var i = 0; i < 1e5; i++) o = [o]; outcome = o;', /error|timeout/],
  ['value that contains itself', 'var o = {}; o.o = o; nodeState.putShared("self", o);', /error|timeout/],
  ['error that will not be shown', 'throw { get message() { while (true) {} }, stack: 1 };', /timeout/],
  ['error with a hostile toString', 'throw { toString: function () { throw this; } };', /error|timeout/],
  ['outcome that never ends', 'Object.defineProperty(globalThis, "outcome", { get: function () { while (true) {} } });', /timeout/],
  ['host calls without end', 'while (true) { openidm.read("managed/alpha_user/x"); }', /error|timeout/],
  ['host calls that swallow errors', 'while (true) { try { openidm.read("managed/alpha_user/x"); } catch (e) {} }', /timeout/],
  ['a host call with a huge argument', 'openidm.create("managed/alpha_user", null, { userName: "x", a: "x".repeat(1e6) });', /error|timeout/],
  ['state writes without end', 'var i = 0; while (true) nodeState.putShared("k" + i++, i);', /error|timeout/],
  ['logs without end', 'while (true) logger.error("again and again");', /timeout/],
  ['big state', 'nodeState.putShared("big", "x".repeat(1e7));', /error|memory|timeout/],
  ['escape through a constructor', 'this.constructor.constructor("return process")().exit();', /error|timeout/],
  ['import', 'import("node:fs").then(function (fs) { outcome = "escaped"; });', /error|timeout/],
  ['getter bomb in state', 'nodeState.putShared("a", { get a() { while (true) {} } });', /timeout/],
  ['getter bomb in config', 'config = { get a() { return this.a; } };', /error|timeout/],
  ['getters that make getters', 'function g() { return { get a() { return g(); } }; } nodeState.putShared("a", g());', /error|timeout/],
  [
    'a proxy without end',
    'nodeState.putShared("a", new Proxy([], { get: function (t, k) { return k === "length" ? Infinity : 1; } }));',
    /error|timeout|memory/,
  ],
  ['a huge log line', 'while (true) logger.error("x".repeat(1e6));', /timeout|memory/],
  ['a log with endless arguments', 'logger.error("{}".repeat(1e5), new Array(1e5).fill("x".repeat(100))); while (true) {}', /timeout|memory/],
  ['huge state in small pieces', 'for (var i = 0; ; i++) nodeState.putShared("k" + (i % 10), new Array(1e5).fill(i));', /error|timeout|memory/],
  ['callbacks without end', 'while (true) callbacksBuilder.nameCallback("x".repeat(1000));', /timeout|memory/],
  ['session properties without end', 'for (var i = 0; ; i++) action.putSessionProperty("k" + i, "x".repeat(1000));', /timeout|memory/],
  ['recursion through a check', 'function f() { return [1].map(f); } f();', /error|timeout/],
  ['recursion through JSON', 'var o = {}; o.toJSON = function () { return JSON.stringify(o); }; JSON.stringify(o);', /error|timeout/],
  ['JSON that takes long to be found broken', 'while (true) { try { JSON.parse("[" + "1,".repeat(1e5)); } catch (e) {} }', /timeout/],
  ['a library that requires itself by another name', 'while (true) { try { require("x" + Math.random()); } catch (e) {} }', /timeout|error/],
  ['encryption without end', 'while (true) utils.crypto.subtle.digest("SHA-512", "x".repeat(1e5));', /timeout|memory/],
  ['keys without end', 'while (true) utils.crypto.subtle.generateKey("RSA");', /timeout/],
  ['a key larger than anyone needs', 'utils.crypto.subtle.generateKey({ name: "RSA", modulusLength: 65536 });', /error/],
  [
    'a key derived without end',
    'utils.crypto.subtle.deriveKey({ name: "PBKDF2", salt: utils.types.stringToBytes("s"), iterations: 2e9 }, [1], 256);',
    /error/,
  ],
  ['a source that is nested without end', '['.repeat(50_000), /error|timeout/],
  ['a sum of very many terms', `outcome = undefined; var a = ${'1+'.repeat(100_000)}1;`, /error|timeout/],
  ['eval without end', 'while (true) eval("1+1");', /timeout|memory/],
  ['functions made of text', 'while (true) new Function("return 1");', /timeout|memory/],
  ['syntax error', 'if (', /error|timeout/],
  ['NUL in the source', 'outcome = "a";\0', /error|timeout/],
];

describe.each(cases)('%s', (_, source, status) => {
  test('is contained and leaves no trace', { timeout: 60_000 }, async () => {
    const result = await run(source);
    expect(result.status).toMatch(status);
    expect(result.status === 'ok' || result.error?.message).toBeTruthy();
    expect(result.outcome).toBeUndefined();
    const next = await run(GOOD, { callbacks });
    expect(next).toEqual({
      status: 'ok',
      outcome: 'true',
      callbacks: [],
      sessionProperties: {},
      reads: [],
      logs: [],
      identityWrites: [],
      writes: [{ op: 'put', scope: 'shared', key: 'name', value: 'bjensen' }],
    });
  });
});

test('host calls are answered in the time of the script that makes them', { timeout: 60_000 }, async () => {
  let calls = 0;
  const slow: ScriptHost = () => {
    const until = performance.now() + 50;
    while (performance.now() < until);
    return { ok: true, value: ++calls };
  };
  const { status } = await run('while (true) { openidm.read("managed/alpha_user/x"); }', {}, {}, slow);
  expect(status).toBe('timeout');
  // Its time and the grace have no room for more.
  expect(calls).toBeLessThan(100);
});

test('a run makes 1,000 host calls at most, the next run again', async () => {
  let calls = 0;
  const counting: ScriptHost = () => ({ ok: true, value: ++calls });
  const source = 'for (var i = 0; i < 2000; i++) openidm.read("managed/alpha_user/x");';
  const patient = createScriptPool({ size: 1, timeoutMs: 5000 });
  for (const total of [1000, 2000]) {
    expect((await patient.run(effectOf(source), counting)).error?.message).toContain('too many calls');
    expect(calls).toBe(total);
  }
  await patient.close();
});

test('messages say which limit was met', async () => {
  expect((await run('while (true) {}')).error).toEqual({ message: `the script ran too long: Tandem stops scripts after ${SCRIPT_MS} ms` });
  expect((await run('new Array(2 ** 32 - 2).fill(1);')).error?.message).toMatch(/^the script (used more than 64 MB of memory|ran longer)/);
  expect((await run('"x".repeat(1).foo.bar;\nboom')).error).toMatchObject({ line: 1 });
});
