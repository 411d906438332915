import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { hostOf } from '../testing/support.ts';

const { run, value } = testPool();

describe('nodeState', () => {
  const state = {
    shared: { a: 'shared', only: 1, map: { x: 1, y: 1 } },
    secure: { a: 'secure', map: { y: 2, z: 2 } },
    transient: { a: 'transient', map: { z: 3 } },
  };
  test('looks in transient, secure, shared, in this order', async () => {
    expect(await value('outcome = nodeState.get("a");', state)).toBe('transient');
    expect(await value('outcome = nodeState.get("a");', { ...state, transient: {} })).toBe('secure');
    expect(await value('outcome = nodeState.get("a");', { ...state, transient: {}, secure: {} })).toBe('shared');
  });
  test('getObject puts the maps of all scopes together and cannot be changed', async () => {
    expect(await value('var o = nodeState.getObject("map"); o.x = 9; outcome = [o.x, o.y, o.z, nodeState.getObject("none")].join();', state)).toBe(
      '1,2,3,',
    );
  });
  test('isDefined and keys', async () => {
    expect(
      await value(
        'outcome = [nodeState.isDefined("only"), nodeState.isDefined("no"), nodeState.keys().contains("map"), nodeState.keys().size()].join();',
        state,
      ),
    ).toBe('true,false,true,3');
  });
  test('writes come back in order, reads once each, own values are no reads', async () => {
    const result = await run(
      'nodeState.putShared("n", 1).putTransient("t", [true]); nodeState.get("n"); nodeState.get("a"); nodeState.get("a"); nodeState.remove("only"); nodeState.get("later"); nodeState.keys();',
      state,
    );
    expect(result.reads).toEqual(['a', 'later', '*']);
    expect(result.writes).toEqual([
      { op: 'put', scope: 'shared', key: 'n', value: 1 },
      { op: 'put', scope: 'transient', key: 't', value: [true] },
      { op: 'remove', key: 'only' },
    ]);
  });
  test('a merge takes plain values and registered containers only', async () => {
    const result = await run('nodeState.mergeShared({ plain: 1, objectAttributes: { sn: "J" } }).mergeTransient({ p: "x" });', {
      shared: { objectAttributes: { mail: 'm' } },
    });
    expect(result.writes).toEqual([
      { op: 'put', scope: 'shared', key: 'plain', value: 1 },
      { op: 'put', scope: 'shared', key: 'objectAttributes', value: { mail: 'm', sn: 'J' } },
      { op: 'put', scope: 'transient', key: 'p', value: 'x' },
    ]);
    expect((await run('nodeState.mergeShared({ a: 1, other: { b: 1 } });')).error?.message).toContain('IllegalArgumentException');
  });
  test.each([
    ['undefined', null],
    ['NaN', null],
    ['new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['[undefined, function () {}]', [null, null]],
    ['{ a: undefined, b: function () {}, c: new String("s") }', { c: 's' }],
    ['"\\u0000\\ud800é"', '\u0000\ud800é'],
    ['new Uint8Array([1, 2])', [1, 2]],
  ])('a value %s is kept as JSON', async (source, expected) => {
    expect((await run(`nodeState.putShared("v", ${source});`)).writes).toEqual([{ op: 'put', scope: 'shared', key: 'v', value: expected }]);
  });
});

describe('action', () => {
  test('collects everything, and methods chain', async () => {
    const result =
      await run(`action.goTo("a").putSessionProperty("k", 1).removeSessionProperty("old").withMaxSessionTime(30).withMaxIdleTime(5).withErrorMessage("E")
      .withLockoutMessage("L").withIdentifiedUser("bjensen").withStage("S").withHeader("H").withDescription("D"); action.goTo("b");`);
    expect(result).toMatchObject({
      outcome: 'b',
      fromAction: true,
      sessionProperties: { k: '1', old: null },
      maxSessionTime: 30,
      maxIdleTime: 5,
      errorMessage: 'E',
      lockoutMessage: 'L',
      identifiedUser: 'bjensen',
      stage: 'S',
      header: 'H',
      description: 'D',
    });
  });
  test('suspends with a message; additional logic gets the address that resumes', async () => {
    expect(await run('action.suspend("Look at your mail");')).toMatchObject({ suspend: { message: 'Look at your mail' } });
    const logic = 'action.suspend("m", function (uri) { nodeState.putShared("uri", uri); }, 5);';
    expect(await run(logic, { resumeUri: 'https://am/resume' })).toMatchObject({
      suspend: { message: 'm', minutes: 5 },
      writes: [{ op: 'put', scope: 'shared', key: 'uri', value: 'https://am/resume' }],
    });
  });
  test('its text is a Java message format with that address', async () => {
    const text = "action.suspend(\"Go to {0}, don''t wait: '{0}' {1}\");";
    expect((await run(text, { resumeUri: 'https://am/resume' })).suspend?.message).toBe("Go to https://am/resume, don't wait: {0} {1}");
    await expect(value('action.suspend("{");')).rejects.toThrow('Unmatched braces');
    await expect(value('action.suspend("{x}");')).rejects.toThrow("can't parse argument number: x");
  });
  test('the logic runs when the script is over, and fails the script when it fails', async () => {
    const late = 'var said = "early"; action.suspend("m", function () { nodeState.putShared("said", said); }); said = "late";';
    expect((await run(late)).writes).toEqual([{ op: 'put', scope: 'shared', key: 'said', value: 'late' }]);
    expect(await run('action.suspend("m", function () {\n throw new Error("no mail server"); });')).toMatchObject({
      status: 'error',
      error: { message: 'Error: no mail server', line: 2 },
    });
  });
  test('of an action that suspends AM keeps nothing else (AM 8.0.2, ActionWrapper)', async () => {
    const result = await run('action.putSessionProperty("k", "v").withHeader("H").goTo("a").suspend("m");');
    expect(result).toMatchObject({ suspend: { message: 'm' }, sessionProperties: {} });
    expect([result.header, result.outcome]).toEqual([undefined, undefined]);
  });
  test.each(['withMaxSessionTime(0)', 'withMaxIdleTime("x")', 'suspend("m", function () {}, 0)'])('%s is refused as AM refuses it', async (call) => {
    await expect(value(`action.${call};`)).rejects.toThrow('must be greater than 0');
  });
  test('more minutes than a Java int holds are as many as it holds', async () => {
    const result = await run('action.withMaxSessionTime(1 / 0).withMaxIdleTime(1e300);');
    expect(result).toMatchObject({ status: 'ok', maxSessionTime: 2_147_483_647, maxIdleTime: 2_147_483_647 });
    expect((await run('action.suspend("m", function () {}, 1 / 0);')).suspend?.minutes).toBe(2_147_483_647);
  });
  test('a user and an agent are identified apart', async () => {
    expect(await run('action.withIdentifiedUser("u").withIdentifiedAgent("a");')).toMatchObject({ identifiedUser: 'u', identifiedAgent: 'a' });
  });
  test('an action wins over the global outcome, which may be of any type', async () => {
    expect(await run('outcome = "global"; action.goTo("action");')).toMatchObject({ outcome: 'action', fromAction: true });
    expect((await run('outcome = { a: [1] };')).outcome).toEqual({ a: [1] });
    expect((await run('outcome = true;')).outcome).toBe(true);
    expect((await run('1;')).outcome).toBeUndefined();
  });
});

describe('logger', () => {
  test.each([
    ['"plain {}"', 'plain {}'],
    ['"{} and {}", 1, "two"', '1 and two'],
    ['"{}", "a", "surplus"', 'a'],
    ['"{} {}", ["x", "y"]', 'x y'],
    ['"\\\\{} {}", 1', '{} 1'],
    ['"o {}", { a: 1 }', 'o {"a":1}'],
    ['"e {}", new Error("bad")', 'e Error: bad'],
    ['{ a: 1 }', '{"a":1}'],
    ['null', 'null'],
  ])('%s', async (args, message) => {
    expect((await run(`logger.warn(${args});`)).logs).toEqual([{ level: 'warn', message }]);
  });
  test('levels and names', async () => {
    expect((await run('logger.trace("t"); logger.debug("d"); logger.info(logger.getName()); logger.error(logger.isDebugEnabled());')).logs).toEqual([
      { level: 'trace', message: 't' },
      { level: 'debug', message: 'd' },
      { level: 'info', message: 'scripts.Test Script' },
      { level: 'error', message: 'true' },
    ]);
  });
});

describe('utils', () => {
  test.each<[string, unknown]>([
    ['utils.base64.encode("héllo ✓ 😀")', 'aMOpbGxvIOKckyDwn5iA'],
    ['utils.base64.decode("aMOpbGxvIOKckyDwn5iA")', 'héllo ✓ 😀'],
    ['utils.base64.encode([104, 105])', 'aGk='],
    ['utils.base64url.encode("??>>~")', 'Pz8-Pn4'],
    ['utils.base64url.decode("Pz8-Pn4")', '??>>~'],
    ['utils.base64.btoa("ûÿ") + utils.base64.atob("w7vDvw==")', 'w7vDvw==ûÿ'],
    ['JSON.stringify(utils.base64url.decodeToBytes("-_8="))', '[-5,-1]'],
    ['utils.base64url.decode("%%%bad")', null],
    ['(function () { try { utils.base64.decode("%%%bad"); } catch (e) { return String(e); } })()', 'InternalError: Illegal base64 character 25'],
    ['JSON.stringify(utils.base64.decodeToBytes("/w=="))', '[-1]'],
    ['utils.types.bytesToString(utils.types.stringToBytes("é✓"))', 'é✓'],
    ['/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(utils.crypto.randomUUID())', true],
    ['utils.crypto.getRandomValues(new Uint8Array(4)).length', 4],
  ])('%s', async (expression, expected) => {
    expect(await value(`outcome = ${expression};`)).toEqual(expected);
  });
});

test.each([
  ['cacheManager.named("x")', 'cacheManager.named'],
  ['secrets.getGenericSecret("x")', 'secrets.getGenericSecret'],
  ['policy.evaluate({}, "app", [], {})', 'policy.evaluate'],
  ['require("lib")', 'require'],
  ['systemEnv.getProperty("esv.x")', 'systemEnv.getProperty'],
  ['openidm.action("sync", "recon")', 'openidm.action on sync (recon)'],
  ['openidm.read("managed/bravo_user/x")', 'openidm.read on managed/bravo_user/x'],
])('%s says that it is not simulated', async (source, what) => {
  await expect(value(source)).rejects.toThrow(`not simulated: ${what}`);
});

test.each<[string, unknown]>([
  ['"a text"', 'a text'],
  ['{ why: "risk", score: 3 }', { why: 'risk', score: 3 }],
  ['null', undefined],
])('auditEntryDetail = %s is what the script leaves for the audit log', async (detail, expected) => {
  expect((await run(`auditEntryDetail = ${detail};`)).audit).toEqual(expected);
  expect((await run(`auditEntryDetail = ${detail};`, {}, { engine: 'legacy' })).audit).toEqual(expected);
});

test('bindings differ by context as AM lists them', async () => {
  const probe =
    'config = { r: ["callbacks", "callbacksBuilder", "action", "properties", "requestCookies", "openidm", "nodeState", "cookieName"].filter(function (n) { return typeof globalThis[n] !== "undefined"; }).join() };';
  expect((await run(probe, {}, { context: 'CONFIG_PROVIDER_NODE' })).config).toEqual({ r: 'openidm,nodeState,cookieName' });
  expect((await run(probe)).config).toEqual({ r: 'callbacks,callbacksBuilder,action,requestCookies,openidm,nodeState,cookieName' });
  expect((await run(probe, { properties: {} }, { context: 'NODE_DESIGNER' })).config).toEqual({
    r: 'callbacks,callbacksBuilder,action,properties,requestCookies,openidm,nodeState,cookieName',
  });
});

test('environment', async () => {
  const source = 'outcome = [realm, scriptName, cookieName, resumedFromSuspend, typeof existingSession, samlApplication].join("|");';
  expect(await value(source)).toBe('/alpha|Test Script|iPlanetDirectoryPro|false|undefined|');
  expect(await value('outcome = existingSession.get("UserId") + existingSession.UserId;', { existingSession: { UserId: 'b' } })).toBe('bb');
  const host = hostOf(undefined, { variable: (name) => (name === 'esv.colour' ? 'green' : undefined) });
  expect(
    await value(
      'outcome = [systemEnv.getProperty("esv.colour"), systemEnv.getProperty("esv.none", "blue"), systemEnv.getProperty("esv.none")].join();',
      {},
      {},
      host,
    ),
  ).toBe('green,blue,');
});

describe('httpClient', () => {
  test('is refused without a stub, which is said once: as the error, or in the log where the script goes on', async () => {
    const message = 'httpClient: no stub for GET https://api.example/x - nothing in a simulation reaches the network';
    const result = await run('httpClient.send("https://api.example/x").get();');
    expect(result).toMatchObject({ status: 'error', error: { message: `Error: ${message}` } });
    expect(result.logs).toEqual([]);
    const unseen = await run('httpClient.send("https://api.example/x"); outcome = "on";');
    expect(unseen).toMatchObject({ status: 'ok', logs: [{ level: 'warn', message: `Error: ${message}` }] });
    const other = await run('httpClient.send("https://api.example/x"); throw new Error("other");');
    expect(other).toMatchObject({ status: 'error', logs: [{ level: 'warn', message: `Error: ${message}` }] });
    expect(await value('httpClient.send("https://api.example/x").then(function () {}).catch(function (e) { outcome = e.message; });')).toBe(message);
  });
  test('answers from a stub', async () => {
    const host = hostOf(undefined, {
      http: ({ method, uri, options }) => ({ status: 201, headers: { 'X-Id': ['7'] }, body: JSON.stringify({ method, uri, options }) }),
    });
    const source = `var r = httpClient.send("https://api.example/x", { method: "post", body: { a: 1 }, token: "t" }).get();
      outcome = [r.status, r.ok, r.json().method, r.json().options.body.a, r.headers.get("x-id").get(0)].join();`;
    const result = await run(source, {}, {}, host);
    expect(result.outcome).toBe('201,true,POST,1,7');
    expect(result.logs).toEqual([{ level: 'info', message: 'httpClient: POST https://api.example/x was answered by a stub: 201' }]);
  });
  test('a call that a fault answers says so, and a failing one of another binding, too', async () => {
    const host = hostOf(undefined, { http: () => ({ status: 503, body: '', isFault: true }) });
    const result = await run('try { openidm.read("endpoint/mine"); } catch (e) { outcome = String(e.code); }', {}, {}, host);
    expect(result).toMatchObject({
      outcome: '503',
      logs: [{ level: 'info', message: 'openidm: GET https://localhost/openidm/endpoint/mine was answered by a fault: 503' }],
    });
  });
});
