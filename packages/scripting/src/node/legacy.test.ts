import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { answered } from '../testing/support.ts';

const pool = testPool();
const legacy = { engine: 'legacy' } as const;
const run = (source: string, bindings = {}) => pool.run(source, bindings, legacy);
const value = (source: string, bindings = {}) => pool.value(source, bindings, legacy);

const IMPORT = `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, javax.security.auth.callback.NameCallback, javax.security.auth.callback.PasswordCallback,
  com.sun.identity.authentication.callbacks.HiddenValueCallback);`;

describe('nodeState gives JsonValues', () => {
  const shared = { text: 'abc', number: 7, flag: true, list: [1, 2], map: { a: { b: 'deep' } }, none: null };
  test.each<[string, unknown]>([
    ['nodeState.get("text").asString()', 'abc'],
    ['nodeState.get("number").asInteger()', 7],
    ['nodeState.get("flag").asBoolean()', true],
    ['nodeState.get("list").asList().get(1)', 2],
    ['nodeState.get("list").size()', 2],
    ['nodeState.get("map").get("a").get("b").asString()', 'deep'],
    ['nodeState.get("map").asMap().get("a").b', 'deep'],
    ['nodeState.get("map").get("x").isNull()', true],
    ['nodeState.get("map").get("x").asString()', null],
    ['nodeState.get("map").isDefined("a")', true],
    ['nodeState.get("map").keys().contains("a")', true],
    ['"" + nodeState.get("text")', '"abc"'],
    ['nodeState.get("missing")', null],
    ['nodeState.getObject("map").get("a").isMap()', true],
    ['nodeState.isDefined("text")', true],
  ])('%s', async (expression, expected) => {
    expect(await value(`outcome = ${expression};`, { shared })).toEqual(expected);
  });

  test('the wrong type is an exception', async () => {
    await expect(value('nodeState.get("number").asString()', { shared })).rejects.toThrow('Expecting a java.lang.String');
  });

  test('a JsonValue that is put is its value', async () => {
    expect((await run('nodeState.putShared("copy", nodeState.get("map")).putTransient("t", nodeState.get("text"));', { shared })).writes).toEqual([
      { op: 'put', scope: 'shared', key: 'copy', value: { a: { b: 'deep' } } },
      { op: 'put', scope: 'transient', key: 't', value: 'abc' },
    ]);
  });
});

describe('sharedState and transientState', () => {
  test('are maps of plain values', async () => {
    const result = await run(
      'sharedState.put("b", sharedState.get("a") + 1); transientState.put("p", "x"); outcome = String(sharedState.get("none"));',
      { shared: { a: 1 } },
    );
    expect(result).toMatchObject({ outcome: 'null', reads: ['a', 'none'] });
    expect(result.writes).toEqual([
      { op: 'put', scope: 'shared', key: 'b', value: 2 },
      { op: 'put', scope: 'transient', key: 'p', value: 'x' },
    ]);
  });

  test('a removal leaves the other scope alone', async () => {
    expect((await run('sharedState.remove("a");', { shared: { a: 1 }, transient: { a: 2 } })).writes).toEqual([
      { op: 'remove', key: 'a' },
      { op: 'put', scope: 'transient', key: 'a', value: 2 },
    ]);
  });
});

describe('Action', () => {
  test('goTo with everything around it', async () => {
    const source = `${IMPORT} action = fr.Action.goTo("true").putSessionProperty("k", "v").removeSessionProperty("old").withHeader("H").withErrorMessage("E").build();`;
    expect(await run(source)).toMatchObject({
      outcome: 'true',
      fromAction: true,
      sessionProperties: { k: 'v', old: null },
      header: 'H',
      errorMessage: 'E',
    });
  });

  test('send with callbacks, as arguments or as a list', async () => {
    const one = await run(`${IMPORT} action = fr.Action.send(new fr.NameCallback("User"), new fr.PasswordCallback("Password", false)).build();`);
    expect(one.callbacks.map(({ type }) => type)).toEqual(['NameCallback', 'PasswordCallback']);
    const list =
      await run(`var list = new java.util.ArrayList(); list.add(new javax.security.auth.callback.TextOutputCallback(javax.security.auth.callback.TextOutputCallback.ERROR, "No"));
      action = org.forgerock.openam.auth.node.api.Action.send(list).build();`);
    expect(list.callbacks).toEqual([
      {
        type: 'TextOutputCallback',
        output: [
          { name: 'message', value: 'No' },
          { name: 'messageType', value: '2' },
        ],
        input: [],
      },
    ]);
  });

  test('without an action the global outcome counts, and an action that was not built does not', async () => {
    expect(await run(`${IMPORT} fr.Action.goTo("false"); outcome = "true";`)).toMatchObject({ outcome: 'true' });
  });

  test('suspend shows the callback that its function made of the address that resumes', async () => {
    const source = `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, org.forgerock.openam.auth.node.api.SuspendedTextOutputCallback, java.time.Duration);
      action = fr.Action.suspend(function (uri) { sharedState.put("sent", uri); return new fr.SuspendedTextOutputCallback(0, "Look"); }, fr.Duration.ofHours(1))
        .putSessionProperty("k", "v").build();`;
    const result = await run(source, { resumeUri: 'https://am/resume' });
    const output = [
      { name: 'message', value: 'Look' },
      { name: 'messageType', value: '0' },
    ];
    expect(result).toMatchObject({
      suspend: { minutes: 60, callback: { type: 'SuspendedTextOutputCallback', output } },
      sessionProperties: { k: 'v' },
      writes: [{ op: 'put', scope: 'shared', key: 'sent', value: 'https://am/resume' }],
    });
  });
  test.each([
    ['Action.suspend(function () {})', 'must return a callback'],
    ['Action.suspend("text")', 'takes a function'],
  ])('%s fails when the script is over', async (call, message) => {
    await expect(value(`${IMPORT} action = fr.${call}.build();`)).rejects.toThrow(message);
  });

  test('replaceSharedState and replaceTransientState count when that action is left, not before', async () => {
    const states = 'replaceSharedState(org.forgerock.json.JsonValue.json({ a: 1 })).replaceTransientState({})';
    expect((await run(`${IMPORT} action = fr.Action.goTo("x").${states}.build();`, { shared: { b: 2 } })).writes).toEqual([
      { op: 'replace', scope: 'shared', value: { a: 1 } },
      { op: 'replace', scope: 'transient', value: {} },
    ]);
    expect((await run(`${IMPORT} fr.Action.goTo("x").${states}.build(); outcome = "y";`)).writes).toEqual([]);
    await expect(value(`${IMPORT} fr.Action.goTo("x").replaceSharedState("text");`)).rejects.toThrow('must be a map');
  });

  test('importing packages and with', async () => {
    expect(
      await run(
        'var fr = new JavaImporter(org.forgerock.openam.auth.node.api, javax.security.auth.callback); with (fr) { action = Action.send(new NameCallback("Who?")).build(); }',
      ),
    ).toMatchObject({
      callbacks: [{ type: 'NameCallback' }],
    });
  });
});

test('callbacks is a list of callbacks that carry the answers', async () => {
  const callbacks = [
    answered('NameCallback', 'bjensen', { prompt: 'User' }),
    answered('PasswordCallback', 'secret', { prompt: 'Password' }),
    answered('HiddenValueCallback', 'h', { id: 'x' }),
  ];
  expect(
    await value(
      'outcome = [callbacks.isEmpty(), callbacks.size(), callbacks.get(0).getName(), callbacks.get(0).getPrompt(), new java.lang.String(callbacks.get(1).getPassword()), callbacks.get(2).getValue()].join();',
      { callbacks },
    ),
  ).toBe('false,3,bjensen,User,secret,h');
});

test('logger has the old names, idRepository works by user and attribute', async () => {
  const id = '7d9f3a1e-0c3b-4f6e-9a55-1f2b3c4d5e6f';
  const result =
    await run(`logger.message("m"); logger.warning("w"); logger.error("e"); idRepository.setAttribute("${id}", "mail", ["new@example.com"]);
    outcome = idRepository.getAttribute("${id}", "mail").iterator().next();`);
  expect(result.logs.map(({ level }) => level)).toEqual(['debug', 'warn', 'error']);
  expect(result).toMatchObject({
    outcome: 'new@example.com',
    identityWrites: [{ id, changes: [{ path: ['mail'], value: 'new@example.com' }] }],
  });
});

test('next-generation bindings do not exist, nor the other way round', async () => {
  expect(
    await value('outcome = [typeof callbacksBuilder, typeof action, typeof openidm, typeof utils, typeof sharedState, typeof JavaImporter].join();'),
  ).toBe('undefined,undefined,undefined,undefined,object,function');
  expect(await pool.value('outcome = [typeof sharedState, typeof transientState, typeof fr].join();')).toBe('undefined,undefined,undefined');
});
