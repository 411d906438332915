import { type RunScript, runScriptSchema, scriptRunSchema } from '@tandem/api';
import { Model } from '@tandem/engine';
import { emptyRealm, type Realm } from '@tandem/journey';
import { createScriptPool } from '@tandem/scripting/node';
import { afterAll, expect, test } from 'vitest';
import { createEffectDriver } from '../simulations/effects.ts';
import { createSealer } from '../storage/sealer.ts';
import { runScript } from './run.ts';

const pool = createScriptPool({ size: 1, timeoutMs: 1500 });
afterAll(() => pool.close());
const sealer = createSealer(new Uint8Array(32));

const bjensen = { _id: '7d9f3a1e-0c3b-4f6e-9a55-1f2b3c4d5e6f', kind: 'user' as const, userName: 'bjensen', mail: 'b@example.com' };
const stub = { _id: 'risk', method: 'GET', url: 'https://api.example.com/risk', status: 200, body: '{"score":3}', delayMs: 40 };
const realm: Realm = {
  ...emptyRealm('alpha'),
  identities: { [bjensen._id]: bjensen },
  stubs: { risk: stub },
  secrets: { key: { _id: 'key', value: 'a-secret-of-the-realm' } as Realm['secrets'][string] },
};
const model = new Model(realm);

const script = (source: string, context = 'SCRIPTED_DECISION_NODE', evaluatorVersion = '2.0') => ({
  _id: 's',
  name: 'Test',
  script: JSON.stringify(source),
  context,
  evaluatorVersion,
});
const run = async (source: RunScript | string) => {
  const given = typeof source === 'string' ? { script: script(source) } : source;
  return scriptRunSchema.parse(await runScript(runScriptSchema.parse(given), model, createEffectDriver(pool, sealer), sealer, Date.UTC(2026, 0, 2)));
};

test('a run tells the outcome, what was read, written and logged, and how long stubs took', async () => {
  const result = await run({
    script: script(`
      var score = httpClient.send("https://api.example.com/risk").get().json().score;
      nodeState.putShared("score", score);
      nodeState.remove("old");
      logger.info("Hello {}, from {}", nodeState.get("username"), requestParameters.get("from").get(0));
      action.goTo(requestHeaders.get("X-Mode").get(0)).putSessionProperty("p", "1");`),
    state: { shared: { username: 'bjensen', old: 1 } },
    headers: { 'x-mode': ['fast'] },
    parameters: { from: ['here'] },
  });
  expect(result).toMatchObject({
    ending: 'outcome',
    outcome: 'fast',
    state: { shared: { username: 'bjensen', score: 3 }, transient: {}, secure: {} },
    changes: [
      { op: 'put', scope: 'shared', key: 'score', value: 3 },
      { op: 'remove', key: 'old' },
    ],
    reads: ['username'],
    logs: [
      { level: 'info', message: 'httpClient: GET https://api.example.com/risk was answered by a stub: 200' },
      { level: 'info', message: 'Hello bjensen, from here' },
    ],
    notes: ['Session property p: 1'],
    waited: 40,
  });
});

const ASKS = `
  if (callbacks.isEmpty()) {
    callbacksBuilder.nameCallback("Who?");
    callbacksBuilder.passwordCallback("Secret?", false);
    nodeState.putTransient("asked", true);
  } else {
    nodeState.putShared("who", callbacks.getNameCallbacks().get(0));
    logger.info("password " + callbacks.getPasswordCallbacks().get(0));
    action.goTo(nodeState.get("asked") ? "yes" : "no");
  }`;

test('a second pass has the answers; transient state has become secure on the way; a password is in no log', async () => {
  const first = await run(ASKS);
  expect(first.ending).toBe('callbacks');
  expect(first.state).toEqual({ shared: {}, transient: {}, secure: { asked: true } });
  const step = first.step as { callbacks: { type: string; input: { name: string; value: unknown }[] }[] };
  expect(step.callbacks.map(({ type }) => type)).toEqual(['NameCallback', 'PasswordCallback']);
  const values = ['bjensen', 'Secret12!'];
  const callbacks = step.callbacks.map((callback, n) => ({ ...callback, input: [{ name: `IDToken${n + 1}`, value: values[n] as string }] }));
  const second = await run({ script: script(ASKS), state: first.state, answer: { sent: first.sent, callbacks } });
  expect(second).toMatchObject({ ending: 'outcome', outcome: 'yes', state: { shared: { who: 'bjensen' } } });
  expect(second.logs).toEqual([{ level: 'info', message: 'password ••••' }]);
});

test('answers that do not fit what was sent are refused', async () => {
  const { sent } = await run(ASKS);
  await expect(run({ script: script(ASKS), answer: { sent, callbacks: sent.map(() => ({ type: 'ChoiceCallback' })) } })).rejects.toThrow(
    'should be a NameCallback',
  );
  await expect(run({ script: script(ASKS), answer: { sent, callbacks: [] } })).rejects.toThrow('0 callbacks came back, but 2 were sent.');
});

test('an error says the line, and what was written before stays', async () => {
  const result = await run('nodeState.putShared("a", 1);\nvar x = null;\nx.y();');
  expect(result).toMatchObject({ ending: 'error', error: { status: 'error', line: 3 }, state: { shared: { a: 1 } } });
});

test('what AM’s Rhino refuses fails here as there; the realm’s setting counts', async () => {
  expect((await run('let a = 1;')).error?.message).toContain('missing ; before statement');
});

test('an endless script is stopped as in a simulation', async () => {
  expect((await run('while (true) {}')).error).toMatchObject({ status: 'timeout' });
});

test.each([
  [script('config = { a: 1 };', 'CONFIG_PROVIDER_NODE'), { ending: 'config', config: { a: 1 } }],
  [script('var a = 1;', 'CONFIG_PROVIDER_NODE'), { ending: 'nothing' }],
  [script('var a = 1;'), { ending: 'nothing', error: { message: "Script must set 'outcome' to a string." } }],
  [script('action.suspend("Wait for {0}");'), { ending: 'suspended' }],
  [
    script(
      'var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action); action = fr.Action.goTo("x").build();',
      'AUTHENTICATION_TREE_DECISION_NODE',
      '1.0',
    ),
    { ending: 'outcome', outcome: 'x' },
  ],
])('%o ends as AM would end it', async (given, expected) => expect(await run({ script: given })).toMatchObject(expected));

test('identities are changed for the run alone, and secrets of the realm stay out of sight', async () => {
  const result = await run(`
    var who = idRepository.getIdentity("${bjensen._id}");
    who.setAttribute("mail", ["new@example.com"]);
    who.store();
    logger.info(secrets.getGenericSecret("key").getAsUtf8());
    outcome = idRepository.getIdentity("${bjensen._id}").getAttributeValues("mail").get(0);`);
  expect(result).toMatchObject({ outcome: 'new@example.com', identityChanges: ['bjensen changed: mail = "new@example.com"'] });
  expect(JSON.stringify(result)).not.toContain('a-secret-of-the-realm');
  expect(realm.identities[bjensen._id]).toBe(bjensen);
});

test('a library does not run by itself', async () => {
  await expect(run({ script: script('exports.a = 1;', 'LIBRARY') })).rejects.toThrow('does not run by itself');
});
