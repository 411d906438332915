import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILURE_NODE_ID, type JsonObject, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '../passwords.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { output, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';

/** What a script does with a password that it asked for: its journey works as on AM, and nobody else gets to see the password. */

const BJENSEN = '05c17dd9-3506-4307-a2d3-8cdc1882abf3';
const script = (then: string) => `var given = callbacks.getPasswordCallbacks();
if (callbacks.isEmpty()) callbacksBuilder.passwordCallback("Password", false);
else if (given.size() > 0) {
  var password = given.get(0);
  ${then}
  callbacksBuilder.textOutputCallback(0, "You typed " + password);
  callbacksBuilder.textInputCallback("Again", password);
} else {
  nodeState.putShared("backchannel-user", "bjensen");
  nodeState.putShared("backchannel-data", { reopened: nodeState.get("copy") === "x" + nodeState.get("alone") });
  outcome = "outcome";
}`;
const COPIES = `nodeState.putShared("alone", password);
  nodeState.putShared("copy", "x" + password);
  nodeState.putShared("deep", { list: [1, "<" + password + ">"], json: JSON.stringify({ p: password }) });
  nodeState.putTransient("reversed", password.split("").reverse().join(""));
  nodeState.putTransient("codes", "c" + password.split("").map(function (c) { return c.charCodeAt(0); }).join("."));
  logger.error("it is " + password);`;

async function seen(simulator: TestSimulator, run: TestRun): Promise<string> {
  const view = (await simulator.call('GET', `/api/simulations/${run.id}/view`)).body;
  return JSON.stringify([view, await run.log(), await run.state()]);
}

function kept(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith('tandem.db'));
  return files.map((name) => readFileSync(join(folder, name)).toString('utf8')).join('\n');
}

const forms = (password: string): string[] => [
  password,
  JSON.stringify(password).slice(1, -1),
  [...password].reverse().join(''),
  [...password].map((c) => c.charCodeAt(0)).join('.'),
];

describe('a script that asks for a password', () => {
  it.each(['true', 'ok', 'error', 'outcome', '0', 'put', 'shared', 'x'])('runs when the password is "%s"', async (password) => {
    const simulator = await startSimulator();
    await simulator.editScript('Collect User to Login', script(COPIES));
    const run = await simulator.create();
    const shown = await run.answer(await run.start('BackchannelMain'), password);
    expect(output(shown, 'TextOutputCallback', 'message')).toBe(`You typed ${password}`);
    const next = await run.answer(shown);
    expect(next.status).toBe(200);
    expect(await run.state()).toMatchObject({ transactions: [{ subject: { name: 'bjensen' } }] });
  });

  it('shows it to its client alone, wherever it copied it to', async () => {
    const folder = temporaryFolder();
    const simulator = await startSimulator(folder);
    await simulator.editScript('Collect User to Login', script(COPIES));
    const run = await simulator.create();
    const password = 'Tr0ub4dor"&3';
    const shown = await run.answer(await run.start('BackchannelMain'), password);
    expect(output(shown, 'TextOutputCallback', 'message')).toBe(`You typed ${password}`);
    expect(output(shown, 'TextInputCallback', 'defaultText')).toBe(password);
    const asked = await seen(simulator, run);
    // The client leaves the text as it was shown.
    expect((await run.answer(shown, password)).status).toBe(200);
    const { runtime } = await simulator.simulations.get(run.id);
    expect(Object.values(runtime.state.transactions)[0]?.input).toEqual({ reopened: true });

    const views = asked + (await seen(simulator, run));
    for (const form of forms(password)) {
      expect(views).not.toContain(form);
      expect(kept(folder)).not.toContain(form);
    }
    expect(views).toContain('it is ••••');
    expect(views).toContain('"reversed":{"$sealed":"","empty":false}');
    expect(views).not.toContain('"$sealed":"a1.');
    expect(kept(folder)).toContain(run.id);
  });

  it('sets it as the password of a user: the hash is made, and shown to nobody', async () => {
    const folder = temporaryFolder();
    const simulator = await startSimulator(folder);
    const path = `managed/alpha_user/${BJENSEN}`;
    const patch = `openidm.patch("${path}", null, [{ operation: "replace", field: "/password", value: password }]);
  nodeState.putShared("mail", openidm.read("${path}").mail);`;
    await simulator.editScript('Collect User to Login', script(patch));
    const run = await simulator.create();
    const password = 'N3w-Secret!';
    expect((await run.answer(await run.start('BackchannelMain'), password)).status).toBe(200);
    const { runtime } = await simulator.simulations.get(run.id);
    const hash = runtime.state.identities[BJENSEN]?.passwordHash ?? '';
    expect(await verifyPassword(password, hash)).toBe(true);
    const views = await seen(simulator, run);
    for (const secret of ['passwordHash', hash, password, 'pending$']) expect(views).not.toContain(secret);
    expect(views).toContain('"mail":"bjensen@example.com"');
    expect(kept(folder)).not.toContain(hash);
  });
});

it('cookies and headers with credentials reach the scripts, and no view', async () => {
  const folder = temporaryFolder();
  const simulator = await startSimulator(folder);
  const source = 'callbacksBuilder.textOutputCallback(0, [requestCookies.get("other"), requestHeaders.get("x-api-key").get(0)].join());';
  await simulator.editScript('Collect User to Login', source);
  const run = await simulator.create();
  const headers = { cookie: 'other=app-5ecret; iPlanetDirectoryPro=t0ken', 'x-api-key': 'k3y-value', 'x-plain': 'plain value' };
  const path = `${run.base}/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain&access_token=par4m`;
  const reply = await fetch(`${simulator.url}${path}`, { method: 'POST', headers });
  expect(reply.status).toBe(200);
  const views = await seen(simulator, run);
  const { runtime } = await simulator.simulations.get(run.id);
  expect(Object.values(runtime.state.sessions)[0]?.request).toMatchObject({ cookies: { other: 'app-5ecret' }, token: 't0ken' });
  for (const secret of ['t0ken', 'par4m']) expect(views).not.toContain(secret);
  expect(views).toContain('"other":"••••"');
  expect(views).toContain('"x-api-key":["••••"]');
  expect(views).toContain('"x-plain":["plain value"]');
  for (const secret of ['app-5ecret', 't0ken', 'k3y-value', 'par4m']) expect(kept(folder)).not.toContain(secret);
});

/** A journey whose script (next generation) leads to one that tells it something: `d` is its data, `transaction:notify` what it is told. */
function pair(source: string): JsonObject {
  const node = (id: string, type: string, config: JsonObject): JsonObject => ({ [id]: { _id: id, _type: { _id: type }, ...config } });
  const place = (nodeType: string, connections: JsonObject): JsonObject => ({ nodeType, displayName: nodeType, connections });
  const told = { success: SUCCESS_NODE_ID, error: FAILURE_NODE_ID };
  const started = { created: FAILURE_NODE_ID, error: FAILURE_NODE_ID };
  return {
    trees: {
      Asking: {
        tree: {
          _id: 'Asking',
          entryNodeId: 'asks',
          nodes: { asks: place('ScriptedDecisionNode', { outcome: 'starts' }), starts: place('BackChannelInitNode', started) },
        },
        nodes: {
          ...node('asks', 'ScriptedDecisionNode', { script: 'asks', outcomes: ['outcome'], inputs: ['*'], outputs: ['*'] }),
          ...node('starts', 'BackChannelInitNode', {
            tree: 'Telling',
            idType: 'NONE',
            dataKey: 'd',
            redirectUrlType: 'GET',
            timeout: 120,
            allowRetry: true,
          }),
        },
        scripts: { asks: { _id: 'asks', name: 'asks', script: JSON.stringify(source), context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' } },
      },
      Telling: {
        tree: { _id: 'Telling', entryNodeId: 'tells', nodes: { tells: place('BackchannelNotificationNode', told) } },
        nodes: node('tells', 'BackchannelNotificationNode', { dataKey: 'transaction:notify' }),
      },
    },
  };
}

describe('a notification with a secret in it', () => {
  const source = `var given = callbacks.getPasswordCallbacks();
if (callbacks.isEmpty()) callbacksBuilder.passwordCallback("Password", false);
else { nodeState.putShared("d", {"transaction:notify": {pin: "p-" + given.get(0)}}); outcome = "outcome"; }`;

  async function notified(): Promise<{ simulator: TestSimulator; run: TestRun; sealed: unknown }> {
    const simulator = await startSimulator();
    await simulator.import(pair(source));
    const run = await simulator.create();
    await run.answer(await run.start('Asking'), 'Tr0ub4dor-x3');
    const { transactions } = (await run.state()) as { transactions: { redirectUri: string }[] };
    await run.open(transactions[0]?.redirectUri ?? '');
    const { runtime } = await simulator.simulations.get(run.id);
    return { simulator, run, sealed: Object.values(runtime.state.transactions)[0]?.data.pin };
  }

  it('says what it is called, not what it is', async () => {
    const { simulator, run, sealed } = await notified();
    expect((await run.log()).find(({ kind }) => kind === 'notification')).toMatchObject({
      message: 'Notification to the main journey: pin',
      data: { pin: { $sealed: '', empty: false } },
    });
    expect(sealed).toMatchObject({ $sealed: expect.stringMatching(/^a1\./) });
    const views = await seen(simulator, run);
    for (const secret of ['Tr0ub4dor-x3', (sealed as { $sealed: string }).$sealed]) expect(views).not.toContain(secret);
  });

  it('opens in its simulation alone, even when a script hands out the very ciphertext', async () => {
    const { simulator, sealed } = await notified();
    await simulator.import(
      pair(`callbacksBuilder.textInputCallback("x", "y"); callbacksBuilder.metadataCallback({ v: ${JSON.stringify(sealed)} });`),
    );
    const step = await (await simulator.create()).start('Asking');
    expect(JSON.stringify(step.body)).not.toContain('Tr0ub4dor-x3');
    expect(output(step, 'MetadataCallback', 'data')).toEqual({ v: sealed });
  });
});
