import { createState, Model } from '@tandem/engine';
import { emptyRealm, type Json, type Realm } from '@tandem/journey';
import type { ScriptEffect, ScriptResult } from '@tandem/nodes';
import type { ScriptPool } from '@tandem/scripting/node';
import { expect, it } from 'vitest';
import { createSealer } from '../storage/sealer.ts';
import { createEffectDriver } from './effects.ts';

const url = 'https://api.example.com/slow';
const bindings = { realm: '/alpha', seed: '00', shared: {}, transient: {}, secure: {}, callbacks: [] } as unknown as ScriptEffect['bindings'];
const effect: ScriptEffect = {
  kind: 'script',
  context: 'SCRIPTED_DECISION_NODE',
  engine: 'next-gen',
  scriptId: 's',
  scriptName: 's',
  source: '',
  bindings,
};

/** What the driver answers for a script that makes these requests. */
async function resultOf(delayMs: number | undefined, requests: number): Promise<ScriptResult> {
  const pool: Pick<ScriptPool, 'run'> = {
    async run(_effect, host) {
      for (let n = 0; n < requests; n++) expect(host({ binding: 'httpClient', method: 'send', args: [url] }).ok).toBe(true);
      return { status: 'ok', callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };
    },
  };
  const stub = { _id: 'slow', method: 'GET', url, status: 200, body: '', ...(delayMs === undefined ? {} : { delayMs }) };
  const realm: Realm = { ...emptyRealm('alpha'), stubs: { slow: stub } };
  const drive = createEffectDriver(pool as ScriptPool, createSealer(new Uint8Array(32)));
  const world = { simulation: 'sim', model: new Model(realm), state: createState({ now: 0 }) };
  return (await drive({ session: 'x', id: 'e', effect }, world)) as ScriptResult;
}

it("a script's result says how long HTTP stubs made it wait", async () => {
  expect(await resultOf(250, 2)).toMatchObject({ status: 'ok', waited: 500 });
});

it.each([
  [250, 0],
  [0, 1],
  [undefined, 1],
])('a delay of %s ms asked for %i times is no wait', async (delayMs, requests) => {
  const result = await resultOf(delayMs, requests);
  expect(result.status).toBe('ok');
  expect(result).not.toHaveProperty('waited');
});

/** What the driver answers for a script that makes one call of `openidm` in a realm with a role. */
async function idmResult(method: string, ...args: Json[]): Promise<{ answer: unknown; result: ScriptResult }> {
  let answer: unknown;
  const pool: Pick<ScriptPool, 'run'> = {
    async run(_effect, host) {
      answer = host({ binding: 'openidm', method, args });
      return { status: 'ok', callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };
    },
  };
  const stub = { _id: 'risk', method: 'GET', url: 'https://am.example/openidm/endpoint/risk*', status: 200, body: '{"score":3}' };
  const role = { type: 'alpha_role', object: { _id: 'admin', name: 'Admin' } };
  const realm: Realm = { ...emptyRealm('alpha'), stubs: { risk: stub }, objects: { 'alpha_role/admin': role } };
  const drive = createEffectDriver(pool as ScriptPool, createSealer(new Uint8Array(32)));
  const world = { simulation: 'sim', model: new Model(realm), state: createState({ now: 0 }) };
  const asked = { ...effect, bindings: { ...bindings, resumeUri: 'https://am.example/am/XUI/?suspendedId=1' } };
  return { result: (await drive({ session: 'x', id: 'e', effect: asked }, world)) as ScriptResult, answer };
}

it("a script's changes of managed objects and its mails are part of its result", async () => {
  const changed = await idmResult('patch', 'managed/alpha_role/admin', null, [{ operation: 'replace', field: '/name', value: 'Boss' }]);
  expect(changed.result.objectWrites).toEqual([{ type: 'alpha_role', id: 'admin', changes: [{ path: ['name'], value: 'Boss' }] }]);
  expect(changed.result).not.toHaveProperty('mails');
  const mailed = await idmResult('action', 'external/email', 'send', { to: 'a@x', body: 'Hi' });
  expect(mailed.result.mails).toEqual([{ to: 'a@x', body: 'Hi', html: false }]);
  expect(mailed.result).not.toHaveProperty('objectWrites');
});

it("IDM's policies are the realm's, and stubs of its REST requests stand under the host that the client calls", async () => {
  expect((await idmResult('action', 'policy/managed/alpha_user/*', 'validateProperty', { password: 'x' })).answer).toMatchObject({
    ok: true,
    value: { result: false, failedPolicyRequirements: [{ property: 'password' }] },
  });
  expect((await idmResult('read', 'endpoint/risk')).answer).toEqual({
    ok: true,
    value: { score: 3 },
    log: 'openidm: GET https://am.example/openidm/endpoint/risk was answered by a stub: 200',
  });
});
