import { type JourneyDetailsBody, journeyListSchema } from '@tandem/api';
import { detailsOf, emptyRealm, type NodeResource, nodeKey, type Realm, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { oneNodeJourney, realmWith, script } from '../../testing/realm.ts';
import { startTestServer } from '../../testing/server.ts';

function place(realm: Realm, journey: string, id: string, type: string, config: Record<string, unknown>): void {
  const node = { _id: id, _type: { _id: type }, ...config } as NodeResource;
  realm.nodes[nodeKey(type, id)] = node;
  realm.journeys[journey] = {
    tree: { _id: journey, entryNodeId: id, nodes: { [id]: { nodeType: type, displayName: id, connections: { created: SUCCESS_NODE_ID } } } },
  };
}

/** `Target` is named in each way there is. */
function namingRealm(): Realm {
  const realm = realmWith('alpha', ['Target', 'Bystander']);
  place(realm, 'Starter', 'init', 'BackChannelInitNode', { tree: 'Target', usernameKey: 'Target', dataKey: 'd' });
  place(realm, 'Outer', 'inner', 'InnerTreeEvaluatorNode', { tree: 'Target' });
  place(realm, 'Scripted', 'provider', 'ConfigProviderNode', { nodeType: 'InnerTreeEvaluatorNode', script: 's1' });
  realm.scripts.s1 = script('s1', 'Choose', "config = { tree: 'Target', note: 'Target', \"displayErrorOutcome\": false };");
  realm.services.defaultJourney = 'Target';
  return realm;
}

const details = (realm: Realm, id: string, more: Partial<JourneyDetailsBody> = {}) => ({
  name: id,
  ...detailsOf(realm.journeys[id]!.tree),
  ...more,
});
const at = (id: string) => `/api/realms/alpha/journeys/${id}/details`;

describe('details of a journey', () => {
  it('are kept, and what was not changed stays absent', async () => {
    const realm = realmWith('alpha', ['Login']);
    const { call, realms } = await startTestServer({ realm });
    const body = { baseVersion: 1, details: details(realm, 'Login', { tags: ['a', 'b', 'a'], noSession: true, treeTimeout: 12 }) };
    expect(await call('PUT', at('Login'), { body })).toMatchObject({ status: 200, json: { id: 'Login', version: 2 } });
    const tree = realms.load('alpha')!.realm.journeys.Login!.tree;
    expect(tree).toEqual({ ...realm.journeys.Login!.tree, noSession: true, treeTimeout: 12, uiConfig: { categories: '["a","b"]' } });
  });

  it('are refused when somebody saved in between, when two flags exclude each other, when the name is dots, and when a time is none', async () => {
    const realm = realmWith('alpha', ['Login']);
    const { call } = await startTestServer({ realm });
    const put = (baseVersion: number, more: Partial<JourneyDetailsBody>) =>
      call('PUT', at('Login'), { body: { baseVersion, details: details(realm, 'Login', more) } });
    expect(await put(7, {})).toMatchObject({ status: 409, json: { current: { version: 1 } } });
    expect(await put(1, { innerTreeOnly: true, transactionalOnly: true })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'details.transactionalOnly' }] },
    });
    expect(await put(1, { name: '..' })).toMatchObject({ status: 400, json: { errors: [{ journey: 'Login', field: 'details.name' }] } });
    expect(await put(1, { treeTimeout: 0 })).toMatchObject({ status: 400, json: { errors: [{ journey: 'Login', field: 'details.treeTimeout' }] } });
  });

  it('cannot make the default journey one that AM refuses as default', async () => {
    const realm = namingRealm();
    const { call } = await startTestServer({ realm });
    const body = { baseVersion: 1, details: details(realm, 'Target', { mustRun: true }) };
    expect(await call('PUT', at('Target'), { body })).toMatchObject({ status: 400, json: { errors: [{ field: 'defaultJourney' }] } });
  });
});

describe('another name', () => {
  it('is written wherever the old one named the journey, and nowhere else', async () => {
    const realm = namingRealm();
    const { call, realms } = await startTestServer({ realm });
    const reply = await call('PUT', at('Target'), { body: { baseVersion: 1, details: details(realm, 'Target', { name: "It's new" }) } });
    expect(reply).toMatchObject({ status: 200, json: { id: "It's new", rewritten: { journeys: ['Outer', 'Starter'], scripts: ['Choose'] } } });
    const { realm: after, revision } = {
      realm: realms.load('alpha')!.realm,
      revision: (name: string) => realms.load('alpha')!.revision('journeys', name),
    };
    expect(Object.keys(after.journeys).sort()).toEqual(['Bystander', "It's new", 'Outer', 'Scripted', 'Starter']);
    expect(after.journeys["It's new"]!.tree._id).toBe("It's new");
    expect(after.nodes['BackChannelInitNode/init']).toMatchObject({ tree: "It's new", usernameKey: 'Target' });
    expect(after.nodes['InnerTreeEvaluatorNode/inner']).toMatchObject({ tree: "It's new" });
    expect(JSON.parse(String(after.scripts.s1!.script))).toBe("config = { tree: 'It\\'s new', note: 'Target', \"displayErrorOutcome\": false };");
    expect(after.services.defaultJourney).toBe("It's new");
    expect(after.nodes['MessageNode/node-Target']).toEqual(realm.nodes['MessageNode/node-Target']);
    // Their documents changed, so whoever has them open must learn of it.
    for (const name of ['Outer', 'Starter', 'Scripted']) expect(revision(name)?.version, name).toBe(2);
    expect(revision('Bystander')?.version).toBe(1);
  });

  it('is refused when it is taken', async () => {
    const realm = namingRealm();
    const { call } = await startTestServer({ realm });
    const reply = await call('PUT', at('Target'), { body: { baseVersion: 1, details: details(realm, 'Target', { name: 'Outer' }) } });
    expect(reply).toMatchObject({ status: 400, json: { errors: [{ field: 'details.name' }] } });
  });
});

describe('several journeys at once', () => {
  const change = '/api/realms/alpha/journey-changes';

  it('are disabled, enabled and tagged; who was so before is not changed', async () => {
    const { call, realms } = await startTestServer({ realm: realmWith('alpha', ['A', 'B', 'C']) });
    expect((await call('POST', change, { body: { kind: 'disable', ids: ['A', 'B'] } })).json).toEqual({ changed: ['A', 'B'] });
    expect((await call('POST', change, { body: { kind: 'enable', ids: ['A', 'C'] } })).json).toEqual({ changed: ['A'] });
    await call('POST', change, { body: { kind: 'tag', ids: ['A', 'B'], add: ['x', 'y'], remove: [] } });
    await call('POST', change, { body: { kind: 'tag', ids: ['B', 'C'], add: ['z'], remove: ['x'] } });
    const trees = realms.load('alpha')!.realm.journeys;
    expect(detailsOf(trees.A!.tree)).toMatchObject({ enabled: true, tags: ['x', 'y'] });
    expect(detailsOf(trees.B!.tree)).toMatchObject({ enabled: false, tags: ['y', 'z'] });
  });

  it('are deleted with the nodes that only they use, and the default journey is none then', async () => {
    const realm = namingRealm();
    // A node that two of those share goes; one that a third uses stays.
    realm.journeys.Twin = { tree: { ...realm.journeys.Target!.tree, _id: 'Twin' } };
    realm.journeys.Other = { tree: { ...realm.journeys.Outer!.tree, _id: 'Other' } };
    const { call, realms } = await startTestServer({ realm });
    expect((await call('POST', change, { body: { kind: 'delete', ids: ['Target', 'Twin', 'Outer'] } })).status).toBe(200);
    const { journeys, nodes, services } = realms.load('alpha')!.realm;
    expect(Object.keys(journeys).sort()).toEqual(['Bystander', 'Other', 'Scripted', 'Starter']);
    expect(Object.keys(nodes)).not.toContain('MessageNode/node-Target');
    expect(Object.keys(nodes)).toContain('InnerTreeEvaluatorNode/inner');
    expect(services.defaultJourney).toBeUndefined();
  });

  it('stay, all of them, when somebody changed one since it was looked at; without a version they are deleted as they are', async () => {
    const { call, realms } = await startTestServer({ realm: realmWith('alpha', ['A', 'B']) });
    const versions = Object.fromEntries(['A', 'B'].map((id) => [id, realms.load('alpha')!.revision('journeys', id)!.version]));
    await call('POST', change, { body: { kind: 'disable', ids: ['B'] } });
    const stale = await call('POST', change, { body: { kind: 'delete', ids: ['A', 'B'], versions } });
    expect([stale.status, stale.json]).toMatchObject([409, { errors: [{ journey: 'B' }] }]);
    expect(Object.keys(realms.load('alpha')!.realm.journeys)).toEqual(['A', 'B']);
    expect((await call('POST', change, { body: { kind: 'delete', ids: ['A'], versions } })).status).toBe(200);
    expect((await call('POST', change, { body: { kind: 'delete', ids: ['B'] } })).status).toBe(200);
  });

  it('stay as they are when one of them is missing', async () => {
    const { call, realms } = await startTestServer({ realm: realmWith('alpha', ['A']) });
    expect((await call('POST', change, { body: { kind: 'delete', ids: ['A', 'Nobody'] } })).status).toBe(404);
    expect(realms.load('alpha')!.realm.journeys.A).toBeDefined();
  });
});

describe('where a journey is used', () => {
  it('lists nodes, scripts of Configuration Providers and the default', async () => {
    const { call } = await startTestServer({ realm: namingRealm() });
    const { json } = await call('POST', '/api/realms/alpha/journey-uses', { body: { ids: ['Target'] } });
    expect(json).toEqual({
      uses: [
        { kind: 'inner', target: 'Target', journey: 'Outer', node: 'inner', displayName: 'inner', field: 'tree' },
        { kind: 'script', target: 'Target', journey: 'Scripted', node: 'provider', displayName: 'provider', script: 's1', scriptName: 'Choose' },
        { kind: 'starts', target: 'Target', journey: 'Starter', node: 'init', displayName: 'init', field: 'tree' },
        { kind: 'default', target: 'Target' },
      ],
    });
  });
});

describe('the default journey', () => {
  it('is set, taken back, and refused where it cannot be one', async () => {
    const realm = realmWith('alpha', ['Login', 'Inner']);
    realm.journeys.Inner!.tree.innerTreeOnly = true;
    const { call } = await startTestServer({ realm });
    const put = (journey: string | null) => call('PUT', '/api/realms/alpha/default-journey', { body: { journey } });
    expect((await put('Login')).json).toEqual({ journey: 'Login' });
    expect((await call('GET', '/api/realms/alpha/journeys')).json).toMatchObject({ defaultJourney: 'Login' });
    expect((await put('Inner')).status).toBe(400);
    expect((await put(null)).json).toEqual({ journey: null });
  });
});

it('lists the node types of each journey with their names', async () => {
  const realm = emptyRealm('alpha');
  const { journey, node } = oneNodeJourney('Login', 'n');
  realm.journeys.Login = journey;
  realm.nodes[nodeKey('MessageNode', 'n')] = node;
  const { call } = await startTestServer({ realm });
  const list = journeyListSchema.parse((await call('GET', '/api/realms/alpha/journeys')).json);
  expect(list.journeys[0]?.nodeTypes).toEqual(['MessageNode']);
  expect(list.nodeTypes).toEqual({ MessageNode: 'Message Node' });
});

describe('orphaned nodes', () => {
  const path = '/api/realms/alpha/orphaned-nodes';
  const orphanedRealm = () => {
    const realm = realmWith('alpha', ['Login', 'Filed']);
    for (const id of ['lost', 'brought'])
      realm.nodes[nodeKey('PollingWaitNode', id)] = { _id: id, _type: { _id: 'PollingWaitNode' }, secondsToWait: 7 } as NodeResource;
    const bundle = { nodes: [{ type: 'PollingWaitNode', id: 'brought' }] };
    for (const key of [
      'innerNodes',
      'scripts',
      'emailTemplates',
      'themes',
      'socialIdentityProviders',
      'saml2Entities',
      'circlesOfTrust',
      'nodeTypes',
      'variables',
    ])
      Object.assign(bundle, { [key]: [] });
    realm.journeys.Filed = { ...realm.journeys.Filed!, bundle: { ...bundle, unknown: {} } as never };
    return realm;
  };

  it('are those that no journey places and that none brought in its file', async () => {
    const { call } = await startTestServer({ realm: orphanedRealm() });
    expect((await call('GET', path)).json).toMatchObject({
      nodes: [{ key: 'PollingWaitNode/lost', typeName: 'Polling Wait Node', node: { _id: 'lost', secondsToWait: 7 } }],
    });
  });

  it('are deleted; a node that a journey holds is not, and nothing is then', async () => {
    const { call, realms } = await startTestServer({ realm: orphanedRealm() });
    const remove = (...keys: string[]) => call('POST', `${path}/delete`, { body: { keys } });
    expect((await remove('PollingWaitNode/lost', 'MessageNode/node-Login')).status).toBe(404);
    expect(realms.load('alpha')!.realm.nodes['PollingWaitNode/lost']).toBeDefined();
    expect((await remove('PollingWaitNode/lost')).status).toBe(200);
    expect((await call('GET', path)).json).toEqual({ nodes: [] });
    const { backups } = (await call('GET', '/api/realms/alpha/backups')).json as { backups: { id: string }[] };
    expect(backups).toMatchObject([{ cause: 'delete', note: '1 orphaned node' }]);
    await call('POST', `/api/realms/alpha/backups/${backups[0]?.id}/restore`, { body: {} });
    expect(realms.load('alpha')!.realm.nodes['PollingWaitNode/lost']).toMatchObject({ secondsToWait: 7 });
  });
});
