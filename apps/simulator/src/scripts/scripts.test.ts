import { emptyRealm, scriptBody } from '@tandem/journey';
import { expect, test } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const base = '/api/realms/alpha/scripts';
const decide = { _id: 's1', name: 'Decide', script: '"outcome = \\"a\\";"', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' };
const library = { _id: 'l1', name: 'Helpers', script: 'exports.a = 1;', context: 'LIBRARY', evaluatorVersion: '2.0' };
const requiring = { ...decide, _id: 's2', name: 'Uses helpers', script: JSON.stringify('var h = require("Helpers");\noutcome = "a";') };

async function started() {
  const realm = emptyRealm('alpha');
  realm.scripts = { s1: decide, l1: library, s2: requiring };
  realm.nodes['ScriptedDecisionNode/n1'] = { _id: 'n1', _type: { _id: 'ScriptedDecisionNode' }, script: 's1', outcomes: ['a'] };
  realm.journeys.Login = { tree: { _id: 'Login', nodes: { n1: { nodeType: 'ScriptedDecisionNode', displayName: 'Who' } } } };
  return startTestServer({ realm });
}
interface Shown {
  script: { _id: string; name: string; description?: string };
  version: number;
  uses: { journey: string; displayName: string }[];
  requiredBy: string[];
}

test('scripts are listed by name, with the nodes that run them and the scripts that require them', async () => {
  const { call } = await started();
  const { scripts } = (await call('GET', base)).json as { scripts: Shown[] };
  expect(scripts.map(({ script, uses, requiredBy }) => [script.name, uses.map((use) => `${use.journey}: ${use.displayName}`), requiredBy])).toEqual([
    ['Decide', ['Login: Who'], []],
    ['Helpers', [], ['Uses helpers']],
    ['Uses helpers', [], []],
  ]);
});

test('a script is saved at the version it was read at; its journeys count up, since their documents show it', async () => {
  const { call, realms } = await started();
  const journeyVersion = () => realms.load('alpha')?.revision('journeys', 'Login')?.version;
  const [read, before] = [(await call('GET', `${base}/s1`)).json as Shown, journeyVersion()];
  const script = { ...decide, description: 'Who it is' };
  const saved = await call('PUT', `${base}/s1`, { body: { baseVersion: read.version, script } });
  expect(saved.json).toMatchObject({ script, version: read.version + 1 });
  expect(journeyVersion()).not.toBe(before);
  // The same once more, as after a lost answer, is no conflict.
  expect((await call('PUT', `${base}/s1`, { body: { baseVersion: read.version, script } })).status).toBe(200);
});

test('a stale save is refused with the script as it is now', async () => {
  const { call } = await started();
  const { version } = (await call('GET', `${base}/s1`)).json as Shown;
  await call('PUT', `${base}/s1`, { body: { baseVersion: version, script: { ...decide, description: 'mine' } } });
  const refused = await call('PUT', `${base}/s1`, { body: { baseVersion: version, script: { ...decide, description: 'theirs' } } });
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({ current: { script: { description: 'mine' }, version: version + 1 } });
});

test.each([
  [{ ...decide, _id: 'new', name: 'Decide' }, 'script.name'],
  [{ ...decide, _id: 'new', name: ' ' }, 'script.name'],
  [{ ...decide, _id: 'other', name: 'New' }, 'script._id'],
])('a new script that AM would not take is refused: %j', async (script, field) => {
  const reply = await (await started()).call('PUT', `${base}/new`, { body: { baseVersion: 0, script } });
  expect(reply.status).toBe(400);
  expect(reply.json).toMatchObject({ errors: [{ field }] });
});

test('a script that somebody saved since it was looked at is not deleted, and they are told what it is now', async () => {
  const { call, realms } = await started();
  const stored = realms.load('alpha')!;
  const version = stored.revision('scripts', 's2')!.version;
  await realms.apply('alpha', { puts: [{ kind: 'scripts', key: 's2', body: { ...stored.realm.scripts.s2!, description: 'theirs' } }] });
  const stale = await call('DELETE', `${base}/s2?baseVersion=${version}`);
  expect([stale.status, stale.json]).toMatchObject([409, { current: { script: { description: 'theirs' }, version: version + 1 } }]);
  expect((await call('DELETE', `${base}/s2?baseVersion=${version + 1}`)).status).toBe(200);
});

test('what is used is not deleted, and everything that uses it is named', async () => {
  const { call, realms } = await started();
  const node = await call('DELETE', `${base}/s1`);
  expect([node.status, node.json]).toMatchObject([409, { errors: [{ journey: 'Login', node: 'n1', field: 'script' }] }]);
  const required = await call('DELETE', `${base}/l1`);
  expect([required.status, required.json]).toMatchObject([409, { errors: [{ message: 'The script "Uses helpers" requires it.' }] }]);
  expect((await call('DELETE', `${base}/s2`)).status).toBe(200);
  expect((await call('DELETE', `${base}/l1`)).status).toBe(200);
  expect(Object.keys(realms.load('alpha')?.realm.scripts ?? {})).toEqual(['s1']);
  expect((await call('DELETE', `${base}/l1`)).status).toBe(404);
  // A deletion is taken back with the backup that it made.
  const { backups } = (await call('GET', '/api/realms/alpha/backups')).json as { backups: { id: string; cause: string; note: string }[] };
  expect(backups.map(({ cause, note }) => [cause, note])).toEqual([
    ['delete', 'the script Helpers'],
    ['delete', 'the script Uses helpers'],
  ]);
  expect((await call('POST', `/api/realms/alpha/backups/${backups[0]?.id}/restore`, { body: {} })).status).toBe(200);
  expect(Object.keys(realms.load('alpha')?.realm.scripts ?? {}).sort()).toEqual(['l1', 's1']);
});

test('a library that gets another name is required by it everywhere, in one change', async () => {
  const { call, realms } = await started();
  const type = { _id: 'c1-1', serviceName: 'c1', displayName: 'Greeter', script: "var h = require('Helpers'); action.goTo('a');", properties: {} };
  await realms.apply('alpha', { puts: [{ kind: 'nodeTypes', key: 'c1-1', body: type as never }] });
  const before = realms.load('alpha')?.version ?? 0;
  const read = (await call('GET', `${base}/l1`)).json as Shown;
  expect(read).toMatchObject({ requiredBy: ['Uses helpers'], requiredByNodeTypes: ['Greeter'] });
  const saved = await call('PUT', `${base}/l1`, { body: { baseVersion: read.version, script: { ...library, name: 'Tools' } } });
  expect(saved.json).toMatchObject({ requiredBy: ['Uses helpers'], rewritten: { scripts: ['Uses helpers'], nodeTypes: ['Greeter'] } });
  const realm = realms.load('alpha');
  expect(realm?.version).toBe(before + 1);
  expect(scriptBody(realm?.realm.scripts.s2 ?? expect.fail())).toBe('var h = require("Tools");\noutcome = "a";');
  expect(realm?.realm.nodeTypes['c1-1']?.script).toBe("var h = require('Tools'); action.goTo('a');");
});

test('another script of the same name as the one required, and a library whose text changes alone, rewrite nothing', async () => {
  const { call, realms } = await started();
  await call('PUT', `${base}/l1`, { body: { baseVersion: 1, script: { ...library, description: 'more' } } });
  expect(realms.load('alpha')?.revision('scripts', 's2')?.version).toBe(1);
  await call('PUT', `${base}/s1`, { body: { baseVersion: 1, script: { ...decide, name: 'Other' } } });
  expect(realms.load('alpha')?.revision('scripts', 's2')?.version).toBe(1);
});
