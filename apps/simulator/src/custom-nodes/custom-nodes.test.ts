import type { ImportReview } from '@tandem/api';
import { type CustomNodeType, emptyRealm, nodeKey, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../testing/server.ts';
import { openStream } from '../testing/stream.ts';

const base = '/api/realms/alpha/custom-nodes';
const service = 'b'.repeat(32);
const id = `${service}-1`;
const type = `designer-${service}`;
const score: CustomNodeType = {
  _id: id,
  serviceName: service,
  displayName: 'Score',
  outcomes: ['Low', 'High'],
  script: 'action.goTo("Low");',
  errorOutcome: false,
  tags: ['customNode'],
  properties: { limit: { title: 'Limit', type: 'NUMBER', required: true, defaultValue: 5, multivalued: false } },
};
const unused = { ...score, _id: `${'c'.repeat(32)}-1`, serviceName: 'c'.repeat(32), displayName: 'A spare one' };

/** Two journeys place a node of the type. */
async function started() {
  const realm = emptyRealm('alpha');
  realm.nodeTypes = { [id]: score, [unused._id]: unused };
  for (const [journey, node] of [
    ['Login', 'n1'],
    ['Other', 'n2'],
  ] as const) {
    realm.nodes[nodeKey(type, node)] = { _id: node, _type: { _id: type, name: 'Score' }, limit: 7 };
    const place = { nodeType: type, displayName: `Ask ${node}`, connections: { Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID } };
    realm.journeys[journey] = { tree: { _id: journey, nodes: { [node]: place } } };
  }
  return startTestServer({ realm });
}

interface Shown {
  nodeType: CustomNodeType;
  version: number;
  uses: { journey: string; displayName: string }[];
}

test('they are listed by name, each with the nodes of it', async () => {
  const { call } = await started();
  const { customNodes } = (await call('GET', base)).json as { customNodes: Shown[] };
  expect(customNodes.map(({ nodeType, uses }) => [nodeType.displayName, uses.map((use) => `${use.journey}: ${use.displayName}`)])).toEqual([
    ['A spare one', []],
    ['Score', ['Login: Ask n1', 'Other: Ask n2']],
  ]);
  expect((await call('GET', `${base}/nothing-1`)).json).toMatchObject({
    detail: 'Node Type with resource ID nothing-1 does not exist in the realm "alpha".',
  });
});

describe('saving', () => {
  test('changes the type and the nodes of it in all journeys at once', async () => {
    const { call, realms } = await started();
    const read = (await call('GET', `${base}/${id}`)).json as Shown;
    const at = realms.load('alpha')?.version ?? 0;
    const nodeType = { ...score, outcomes: ['Few'], properties: { most: { title: 'Most', type: 'STRING', required: true } } };
    const body = { baseVersion: read.version, nodeType, renamed: { outcomes: { Few: 'Low' }, properties: { most: 'limit' } } };

    const proposed = await call('POST', `${base}/${id}/effects`, { body });
    expect(realms.load('alpha')?.version).toBe(at);
    const saved = await call('PUT', `${base}/${id}`, { body });
    expect(saved.json).toMatchObject({ nodeType, version: read.version + 1 });
    expect((saved.json as { effects: unknown }).effects).toEqual((proposed.json as { effects: unknown }).effects);
    expect(proposed.json).toMatchObject({
      effects: ['Login', 'Other'].map((journey) => ({
        journey,
        cut: [{ outcome: 'High', to: 'Success' }],
        moved: [{ from: 'Low', outcome: 'Few' }],
        values: [{ label: 'Most', before: 7, after: '7', why: 'fitted' }],
      })),
    });
    const { realm, version } = realms.load('alpha') ?? expect.fail('no realm');
    expect(version).toBe(at + 1);
    expect(realm.nodes[nodeKey(type, 'n2')]).toMatchObject({ most: '7' });
    expect(realm.journeys.Other?.tree.nodes?.n2?.connections).toEqual({ Few: SUCCESS_NODE_ID });
  });

  test('can leave the nodes as they are, as AIC does', async () => {
    const { call, realms } = await started();
    const body = { baseVersion: 1, nodeType: { ...score, outcomes: ['Few'] }, instances: 'leave' };
    expect((await call('PUT', `${base}/${id}`, { body })).json).toMatchObject({ effects: [] });
    expect(realms.load('alpha')?.realm.journeys.Login?.tree.nodes?.n1?.connections).toEqual({ Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID });
  });

  test('counts up journeys whose nodes change, and leaves the versions of the others alone', async () => {
    const { call, realms } = await started();
    const versionOf = (journey: string) => realms.load('alpha')?.revision('journeys', journey)?.version;
    await call('PUT', `${base}/${id}`, { body: { baseVersion: 1, nodeType: { ...score, script: 'action.goTo("High");' } } });
    expect(versionOf('Login')).toBe(1);
    await call('PUT', `${base}/${id}`, { body: { baseVersion: 2, nodeType: { ...score, properties: {} } } });
    expect(versionOf('Login')).toBe(3);
  });

  test('at an old version is refused with the type as it is now; the same once more is no conflict', async () => {
    const { call } = await started();
    const mine = { baseVersion: 1, nodeType: { ...score, description: 'mine' } };
    expect((await call('PUT', `${base}/${id}`, { body: mine })).status).toBe(200);
    expect((await call('PUT', `${base}/${id}`, { body: mine })).status).toBe(200);
    const refused = await call('PUT', `${base}/${id}`, { body: { baseVersion: 1, nodeType: { ...score, description: 'theirs' } } });
    expect([refused.status, refused.json]).toMatchObject([409, { current: { nodeType: { description: 'mine' }, version: 2 } }]);
  });

  test('a new one wants AIC’s shape of an id', async () => {
    const { call } = await started();
    const made = 'd'.repeat(32);
    const nodeType = { ...score, _id: `${made}-1`, serviceName: made, displayName: 'New' };
    expect((await call('PUT', `${base}/${made}-1`, { body: { baseVersion: 0, nodeType } })).json).toMatchObject({ nodeType, version: 2, uses: [] });
    const named = { ...nodeType, _id: 'mine-1', serviceName: 'mine' };
    const refused = await call('PUT', `${base}/mine-1`, { body: { baseVersion: 0, nodeType: named } });
    expect([refused.status, refused.json]).toMatchObject([400, { errors: [{ field: 'id' }] }]);
  });

  test.each([
    [{ displayName: '' }, 'nodeType.displayName'],
    [{ outcomes: ['a', 'a'] }, 'nodeType.outcomes.1'],
    [{ serviceName: 'other' }, 'nodeType.serviceName'],
    [{ properties: { 'a-b': { title: 'A', type: 'STRING' } } }, 'nodeType.properties.a-b.name'],
  ])('what AM would not take is refused at its field: %j', async (change, field) => {
    const reply = await (await started()).call('PUT', `${base}/${id}`, { body: { baseVersion: 1, nodeType: { ...score, ...change } } });
    expect([reply.status, reply.json]).toMatchObject([400, { errors: [{ field }] }]);
  });

  test('what a file brought and AM would not take does not stand in the way of other changes', async () => {
    const realm = emptyRealm('alpha');
    const odd = { ...score, properties: { mode: { title: 'Mode', type: 'STRING', options: { fast: 'Fast' } } } };
    realm.nodeTypes = { [id]: odd };
    const { call } = await startTestServer({ realm });
    expect((await call('PUT', `${base}/${id}`, { body: { baseVersion: 1, nodeType: { ...odd, description: 'Better' } } })).status).toBe(200);
  });
});

describe('deleting', () => {
  test('is refused while journeys use one of them, and names them', async () => {
    const { call, realms } = await started();
    const reply = await call('POST', `${base}/delete`, { body: { ids: [unused._id, id] } });
    expect([reply.status, reply.json]).toMatchObject([
      409,
      {
        detail: '"Score" is used in 2 journeys. Remove it there first.',
        errors: [
          { journey: 'Login', node: 'n1' },
          { journey: 'Other', node: 'n2' },
        ],
      },
    ]);
    expect(Object.keys(realms.load('alpha')?.realm.nodeTypes ?? {})).toHaveLength(2);
  });

  test('takes those away that nothing uses', async () => {
    const { call, realms } = await started();
    expect((await call('POST', `${base}/delete`, { body: { ids: [unused._id] } })).status).toBe(200);
    expect(Object.keys(realms.load('alpha')?.realm.nodeTypes ?? {})).toEqual([id]);
    expect((await call('POST', `${base}/delete`, { body: { ids: [unused._id] } })).status).toBe(404);
    const { backups } = (await call('GET', '/api/realms/alpha/backups')).json as { backups: { cause: string; note: string }[] };
    expect(backups).toMatchObject([{ cause: 'delete', note: `the custom node ${unused.displayName}` }]);
  });
});

test('a file that AIC exported, edited in one place, is exported with that change alone', async () => {
  const { call } = await started();
  const made = 'e'.repeat(32);
  const foreign = { ...score, _id: `${made}-1`, serviceName: made, displayName: 'Foreign', version: 1, later: { unknown: [1] } };
  await call('POST', '/api/realms/alpha/import', { body: { meta: { resourceVersion: '1.0' }, nodeTypes: { [foreign._id]: foreign } } });
  const exported = async () => (await call('GET', `/api/realms/alpha/export/custom-nodes?ids=${foreign._id}`)).json;
  expect(await exported()).toMatchObject({ meta: { resourceVersion: '1.0' }, nodeTypes: { [foreign._id]: foreign } });
  const { nodeType, version } = (await call('GET', `${base}/${foreign._id}`)).json as Shown;
  await call('PUT', `${base}/${foreign._id}`, { body: { baseVersion: version, nodeType: { ...nodeType, description: 'Edited' } } });
  expect((await exported()) as object).toHaveProperty('nodeTypes', { [foreign._id]: { ...foreign, description: 'Edited' } });
});

test('a file’s type that the realm has otherwise is kept, replaced, or comes as another one', async () => {
  const { call, realms } = await started();
  const text = JSON.stringify({ nodeTypes: { [id]: { ...score, description: 'From the file' } } });
  const send = (decision: object) =>
    call('POST', '/api/realms/alpha/imports', {
      body: { files: [{ name: 'custom-nodes.json', text }], decisions: [{ kind: 'nodeTypes', id, ...decision }] },
    });
  const described = () =>
    Object.values(realms.load('alpha')?.realm.nodeTypes ?? {}).map(({ displayName, description }) => [displayName, description]);
  expect((await send({ do: 'keep' })).status).toBe(200);
  expect(described()).toContainEqual(['Score', undefined]);
  expect((await send({ do: 'rename', as: 'Score 2' })).status).toBe(200);
  expect(described()).toEqual(
    expect.arrayContaining([
      ['Score', undefined],
      ['Score 2', 'From the file'],
    ]),
  );
  expect((await send({ do: 'replace' })).status).toBe(200);
  expect(described()).toContainEqual(['Score', 'From the file']);
});

test('designers that are open hear of it', async () => {
  const { call, url } = await started();
  const stream = await openStream(`${url}/api/events?topics=realm%3Aalpha`);
  await call('PUT', `${base}/${id}`, { body: { baseVersion: 1, nodeType: { ...score, description: 'x' } } });
  const [message] = await stream.take(1);
  expect(message).toMatchObject({ event: 'realm', data: { realm: 'alpha', kind: 'nodeTypes', id, version: 2 } });
});

describe('importing a type that the realm has otherwise', () => {
  const other = { ...score, outcomes: ['Low'], properties: { limit: { ...score.properties?.limit, type: 'STRING' } } };
  const send = async (call: Awaited<ReturnType<typeof started>>['call'], file: object, rest: object = {}) => {
    const reply = await call('POST', '/api/realms/alpha/imports', { body: { files: [{ name: 'f.json', text: JSON.stringify(file) }], ...rest } });
    return reply.json as ImportReview;
  };
  const connections = (realms: Awaited<ReturnType<typeof started>>['realms'], journey: string) =>
    Object.values(realms.load('alpha')?.realm.journeys[journey]?.tree.nodes ?? {})[0]?.connections;

  test('says first what becomes of its nodes, and does it as the node designer does', async () => {
    const { call, realms } = await started();
    const file = { nodeTypes: { [id]: other } };
    const { types } = await send(call, file, { dryRun: true });
    expect(types).toMatchObject([
      {
        name: 'Score',
        effects: ['Login', 'Other'].map((journey) => ({
          journey,
          cut: [{ outcome: 'High', to: 'Success' }],
          values: [{ label: 'Limit', before: 7, after: '7', why: 'fitted' }],
        })),
      },
    ]);
    expect(connections(realms, 'Login')).toEqual({ Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID });
    expect((await send(call, file)).types).toEqual(types);
    expect(connections(realms, 'Other')).toEqual({ Low: SUCCESS_NODE_ID });
    expect(realms.load('alpha')?.realm.nodes[nodeKey(type, 'n2')]).toMatchObject({ limit: '7' });
  });

  test('leaves its nodes alone where the type is kept', async () => {
    const { call, realms } = await started();
    const kept = { decisions: [{ kind: 'nodeTypes', id, do: 'keep' }] };
    expect((await send(call, { nodeTypes: { [id]: other } }, kept)).types).toEqual([]);
    expect(connections(realms, 'Login')).toEqual({ Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID });
  });

  test('leaves the journeys of the files as the files have them', async () => {
    const { call, realms } = await started();
    const file = (await call('GET', '/api/realms/alpha/export?journeys=Login')).json as { trees: Record<string, { nodeTypes: object }> };
    const { Login } = file.trees;
    if (!Login) return expect.fail('no journey');
    Login.nodeTypes = { [id]: other };
    const { types } = await send(call, file);
    expect(types.flatMap(({ effects }) => effects.map(({ journey }) => journey))).toEqual(['Other']);
    expect(connections(realms, 'Login')).toEqual({ Low: SUCCESS_NODE_ID, High: SUCCESS_NODE_ID });
  });
});
