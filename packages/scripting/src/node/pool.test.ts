import { describe, expect, test } from 'vitest';
import type { ScriptHost } from '../host/types.ts';
import { testPool } from '../testing/pool.ts';
import { effectOf, hostOf, noHost } from '../testing/support.ts';
import { createScriptPool } from './pool.ts';

const { run, value } = testPool();
const patient = testPool({ timeoutMs: 15_000 });

describe('what a script did before it failed stays', () => {
  const before =
    'logger.info("begun"); nodeState.putShared("a", 1); nodeState.get("seen"); openidm.delete("managed/alpha_user/2b6c1d7a-9e44-4a0a-8b7e-5a4b3c2d1e0f", null);';
  test.each([
    ['thrown error', 'throw new Error("no");', 'error'],
    ['time limit', 'while (true) {}', 'timeout'],
    ['killed worker', 'var i = 0; while (true) { i += "a".repeat(1e6).length; }', 'timeout'],
    ['memory limit', 'new Array(Math.pow(2, 32) - 2).fill(1);', 'memory'],
    ['no room left for the error', 'var a = []; while (true) { a.push([a.length, {}, []]); }', 'memory'],
  ])('%s', async (_, end, status) => {
    const pool = status === 'memory' ? patient : { run };
    const result = await pool.run(`${before} action.goTo("x").putSessionProperty("p", "v"); ${end}`);
    expect(result).toMatchObject({
      status,
      reads: ['seen'],
      writes: [{ op: 'put', scope: 'shared', key: 'a', value: 1 }],
      logs: [{ level: 'info', message: 'begun' }],
      identityWrites: [{ id: '2b6c1d7a-9e44-4a0a-8b7e-5a4b3c2d1e0f', record: null }],
      sessionProperties: {},
    });
    expect(result.outcome).toBeUndefined();
  });
});

test('a script may throw null', async () => {
  expect(await run('throw null;')).toMatchObject({ status: 'error', error: { message: 'null' } });
});

describe('same inputs, same bytes', () => {
  const source = `logger.info("{} {} {}", Math.random(), new Date().toString(), utils.crypto.randomUUID());
nodeState.putShared("r", [Math.random(), Date.now(), utils.crypto.getRandomValues([0, 0, 0]), new Date(2026, 0, 1).getTime()]);
outcome = [typeof performance, typeof WeakRef, typeof console, typeof setTimeout, typeof fetch, new Date().constructor === Date, Date().length].join();`;

  test('two runs agree, another seed and another time do not', async () => {
    const first = JSON.stringify(await run(source));
    await run('var a = []; for (var i = 0; i < 1000; i++) a.push({});');
    expect(JSON.stringify(await run(source))).toBe(first);
    const other = createScriptPool({ size: 1 });
    expect(JSON.stringify(await other.run(effectOf(source), hostOf()))).toBe(first);
    await other.close();
    expect(JSON.stringify(await run(source, { seed: 'ff' }))).not.toBe(first);
    expect(JSON.stringify(await run(source, { now: 0 }))).not.toBe(first);
  });

  test('Date stands still at the simulation time, in UTC', async () => {
    expect(await value('outcome = new Date().toString();')).toBe('Fri Jan 02 2026 03:04:05 GMT+0000');
    expect(await value('var t = Date.now(); for (var i = 0; i < 1e4; i++); outcome = Date.now() - t;')).toBe(0);
    expect(
      await value(
        'outcome = [new Date(0).toISOString(), Date.UTC(1970, 0), Date.parse("1970-01-01T00:00:01Z"), new Date(2026, 6, 1).getTimezoneOffset()].join();',
      ),
    ).toBe('1970-01-01T00:00:00.000Z,0,1000,0');
    expect(await value('outcome = [typeof Date(), new Date() instanceof Date, Object.prototype.toString.call(new Date())].join();')).toBe(
      'string,true,[object Date]',
    );
  });

  test('nothing of one run is seen by the next', async () => {
    await run('leak = 1; Array.prototype.leak = 2; JSON.parse = null; nodeState.putShared("x", 1);');
    expect(await value('outcome = [typeof leak, typeof [].leak, typeof JSON.parse, nodeState.get("x")].join();')).toBe(
      'undefined,undefined,function,',
    );
  });
});

test('a hostile script delays others by its own time only', { timeout: 20_000 }, async () => {
  const pool = createScriptPool({ size: 2 });
  const good = () => pool.run(effectOf('outcome = "true";'), noHost);
  await Promise.all([good(), good()]);
  const order: string[] = [];
  const runs = ['hostile', 'good 1', 'hostile', 'good 2', 'good 3'].map(async (name) => {
    const result = name === 'hostile' ? await pool.run(effectOf('while (true) {}'), noHost) : await good();
    order.push(name);
    return result.status;
  });
  expect(await Promise.all(runs)).toEqual(['timeout', 'ok', 'timeout', 'ok', 'ok']);
  expect(order[0]).toBe('good 1');
  await pool.close();
});

test('a script that waits for endless ones gets a worker of its own', { timeout: 30_000 }, async () => {
  const pool = createScriptPool({ size: 1, most: 4, timeoutMs: 4000 });
  try {
    const order: string[] = [];
    const ran = (name: string, source: string) => pool.run(effectOf(source), hostOf()).then(() => void order.push(name));
    await Promise.all([
      ran('loop 1', 'while (true) {}'),
      ran('loop 2', 'while (true) {}'),
      ran('loop 3', 'while (true) {}'),
      ran('short', 'outcome = "x";'),
    ]);
    expect(order[0]).toBe('short');
  } finally {
    await pool.close();
  }
});

describe('of several owners', () => {
  const HOSTILE = 'while (true) {}';

  // Three endless scripts, one after the other, each of which may go on for four times its limit while its thread has no core.
  test('nobody waits for another one who fills half of the workers with endless scripts', { timeout: 90_000 }, async () => {
    const pool = createScriptPool({ size: 2, timeoutMs: 3000 });
    try {
      await Promise.all([pool.run(effectOf('1'), noHost), pool.run(effectOf('1'), noHost)]);
      const order: string[] = [];
      const ran = (owner: string, name: string, source: string) => pool.run(effectOf(source), noHost, owner).then(() => void order.push(name));
      const loops = ['loop 1', 'loop 2', 'loop 3'].map((name) => ran('a', name, HOSTILE));
      await Promise.all(['good 1', 'good 2', 'good 3'].map((name) => ran('b', name, 'outcome = "true";')));
      expect(order).toEqual(['good 1', 'good 2', 'good 3']);
      await Promise.all(loops);
    } finally {
      await pool.close();
    }
  });

  test('each is told of its own script, endless ones included', { timeout: 30_000 }, async () => {
    const pool = createScriptPool({ size: 1, most: 4, timeoutMs: 300 });
    try {
      const runs = Array.from({ length: 8 }, (_, n) => pool.run(effectOf(n % 2 ? HOSTILE : `outcome = "${n}";`), noHost, `simulation ${n % 3}`));
      expect((await Promise.all(runs)).map(({ status, outcome }) => outcome ?? status)).toEqual([
        '0',
        'timeout',
        '2',
        'timeout',
        '4',
        'timeout',
        '6',
        'timeout',
      ]);
    } finally {
      await pool.close();
    }
  });
});

test("time for which a call waited until the driver came to it is not the script's", async () => {
  const busy = () => {
    const until = performance.now() + 700;
    while (performance.now() < until);
  };
  let calls = 0;
  const host: ScriptHost = () => {
    calls += 1;
    // The first call is answered at once; the second one comes while the driver is busy with something else.
    if (calls === 1) process.nextTick(busy);
    return { ok: true, value: null };
  };
  const result = await run('openidm.read("managed/alpha_user/x"); openidm.read("managed/alpha_user/x"); outcome = "done";', {}, {}, host);
  expect(result).toMatchObject({ status: 'ok', outcome: 'done' });
});

test('a host that throws is an error in the script', async () => {
  const broken = () => {
    throw new Error('store is closed');
  };
  expect(await value('try { openidm.read("managed/alpha_user/x"); } catch (e) { outcome = e.message; }', {}, {}, broken)).toBe('store is closed');
});

test('a closed pool refuses scripts and ends those that run', async () => {
  const pool = createScriptPool({ size: 1 });
  await pool.run(effectOf('1'), noHost);
  let begun = () => {};
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const running = pool.run(effectOf('openidm.read("x"); while (true) {}'), () => {
    begun();
    return { ok: true, value: null };
  });
  const waiting = pool.run(effectOf('1'), noHost);
  waiting.catch(() => undefined);
  await started;
  await pool.close();
  expect(await running).toMatchObject({ status: 'error', error: { message: 'the script pool was closed' } });
  await expect(waiting).rejects.toThrow('the script pool is closed');
  await expect(pool.run(effectOf('1'), noHost)).rejects.toThrow('the script pool is closed');
});

test('a worker that cannot start is told to those who wait', async () => {
  const pool = createScriptPool({ size: 1, workerUrl: new URL('file:///nowhere/script-worker.js') });
  await expect(pool.run(effectOf('1'), noHost)).rejects.toThrow(/nowhere|ENOENT|Cannot find module/);
  await pool.close();
});

test('a longer limit lets a longer script end', async () => {
  const pool = createScriptPool({ size: 1, timeoutMs: 100 });
  expect(await pool.run(effectOf('while (true) {}'), noHost)).toMatchObject({
    status: 'timeout',
    error: { message: 'the script ran too long: Tandem stops scripts after 100 ms' },
  });
  await pool.close();
});
