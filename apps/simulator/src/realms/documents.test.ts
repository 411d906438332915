import type { JourneyDocumentAnswer, SaveJourney } from '@tandem/api';
import { emptyRealm, FAILURE_NODE_ID, type NodeResource, nodeKey, type Realm, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { oneNodeJourney, realmWith, script } from '../testing/realm.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

const path = (id: string) => `/api/realms/alpha/journeys/${encodeURIComponent(id)}`;

async function read({ call }: TestServer, id: string): Promise<JourneyDocumentAnswer> {
  const reply = await call('GET', path(id));
  expect(reply.status).toBe(200);
  return reply.json as JourneyDocumentAnswer;
}

/** What an editor sends back: the document as it was read, edited. */
function edited({ version, tree, nodes, scripts }: JourneyDocumentAnswer, edit: (save: SaveJourney) => void): SaveJourney {
  const save: SaveJourney = structuredClone({ baseVersion: version, tree, nodes, scripts });
  edit(save);
  return save;
}

const scripted = (id: string, scriptId: string): NodeResource => ({
  _id: id,
  _type: { _id: 'ScriptedDecisionNode' },
  script: scriptId,
  outcomes: ['true'],
  inputs: ['*'],
  outputs: ['*'],
});

/** Two journeys whose nodes run the same script. */
function sharingRealm(): Realm {
  const realm = emptyRealm('alpha');
  realm.scripts.shared = script('shared', 'Shared');
  for (const name of ['A', 'B']) {
    const node = scripted(`node-${name}`, 'shared');
    realm.nodes[nodeKey('ScriptedDecisionNode', node._id)] = node;
    realm.journeys[name] = {
      tree: { _id: name, entryNodeId: node._id, nodes: { [node._id]: { nodeType: 'ScriptedDecisionNode', connections: { true: SUCCESS_NODE_ID } } } },
    };
  }
  return realm;
}

describe('journeys as documents', () => {
  it('lists realms and journeys', async () => {
    const { call } = await startTestServer();
    expect((await call('GET', '/api/realms')).json).toEqual({ realms: [{ name: 'alpha', journeys: 2 }] });
    expect((await call('GET', '/api/realms/alpha/journeys')).json).toMatchObject({
      journeys: [
        {
          id: 'Login',
          enabled: true,
          innerTreeOnly: false,
          transactionalOnly: false,
          tags: [],
          nodeCount: 1,
          innerCount: 0,
          starts: [],
          enters: [],
          startedBy: [],
          version: 1,
        },
        { id: 'Other' },
      ],
    });
  });

  it('shows what pickers offer, and no password hash', async () => {
    const realm = sharingRealm();
    realm.identities.u1 = { _id: 'u1', kind: 'user', userName: 'bjensen', mail: 'b@example.com', passwordHash: 'scrypt$1$secret$hash' };
    const { call } = await startTestServer({ realm });
    const reply = await call('GET', '/api/realms/alpha/resources');
    expect(reply.json).toMatchObject({
      journeys: ['A', 'B'],
      scripts: [{ id: 'shared', name: 'Shared' }],
      identities: [{ id: 'u1', kind: 'user', userName: 'bjensen', mail: 'b@example.com' }],
    });
    expect(reply.text).not.toContain('scrypt');
  });

  it('counts the problems of each journey, and tells rules what is around one, without identities and secrets', async () => {
    const realm = sharingRealm();
    realm.identities.u1 = { _id: 'u1', kind: 'user', userName: 'bjensen', passwordHash: 'scrypt$1$secret$hash' };
    realm.variables['esv-host'] = { value: 'hidden' };
    delete realm.journeys.A?.tree.entryNodeId;
    const { call } = await startTestServer({ realm });
    const knowledge = await call('GET', '/api/realms/alpha/knowledge');
    expect(knowledge.json).toMatchObject({ journeys: { A: { tree: { _id: 'A' } } }, variables: { 'esv-host': null }, services: {} });
    expect(knowledge.text).not.toMatch(/scrypt|bjensen|hidden/);
    const { journeys } = (await call('GET', '/api/realms/alpha/problems')).json as { journeys: unknown };
    expect(journeys).toEqual({ A: { error: 1, warning: 0, info: 0 }, B: { error: 0, warning: 0, info: 0 } });
  });

  it('are read with nodes and scripts', async () => {
    const server = await startTestServer({ realm: sharingRealm() });
    expect(await read(server, 'A')).toMatchObject({
      id: 'A',
      version: 1,
      tree: { _id: 'A' },
      nodes: { 'node-A': { script: 'shared' } },
      scripts: { shared: { name: 'Shared' } },
    });
  });

  it.each(['with spaces', 'a/b', 'ü 日本 🎏', '100%', 'a,b', 'toString', '...', 'it\'s "quoted" & <b>'])('may be called %s', async (name) => {
    const server = await startTestServer();
    const { journey, node } = oneNodeJourney(name, 'n1');
    const body = { baseVersion: 0, tree: journey.tree, nodes: { n1: node }, scripts: {} };
    expect((await server.call('PUT', path(name), { body })).status).toBe(200);
    expect((await read(server, name)).tree).toEqual(journey.tree);
    const file = await server.call('GET', `/api/realms/alpha/export?journeys=${encodeURIComponent(name)}`);
    expect(file.json).toMatchObject({ trees: { [name]: { tree: { _id: name } } } });
    expect((await server.call('DELETE', path(name))).json).toEqual({ id: name, referrers: [] });
    expect((await server.call('GET', path(name))).status).toBe(404);
  });

  it('keep fields that nobody knows', async () => {
    const server = await startTestServer();
    const save = edited(await read(server, 'Login'), ({ tree, nodes }) => {
      Object.assign(tree, { futureField: { deep: [1, null] } });
      Object.assign(nodes['node-Login'] ?? {}, { unknownProperty: 'kept' });
    });
    await server.call('PUT', path('Login'), { body: save });
    expect(await read(server, 'Login')).toMatchObject({
      tree: { futureField: { deep: [1, null] } },
      nodes: { 'node-Login': { unknownProperty: 'kept' } },
    });
  });

  it('can be saved half-configured', async () => {
    const server = await startTestServer();
    const nodes = {
      empty: { _id: 'empty', _type: { _id: 'ScriptedDecisionNode' } },
      odd: { _id: 'odd', _type: { _id: 'PollingWaitNode' }, secondsToWait: -5, exitable: '&{esv.exitable}', waitingMessage: {} },
      unknown: { _id: 'unknown', _type: { _id: 'SomeFutureNode' }, anything: [{ goes: true }] },
    };
    const tree = {
      _id: 'Draft',
      nodes: Object.fromEntries(Object.values(nodes).map((node) => [node._id, { nodeType: node._type._id, connections: {} }])),
    };
    const reply = await server.call('PUT', path('Draft'), { body: { baseVersion: 0, tree, nodes, scripts: {} } });
    expect([reply.status, reply.json]).toMatchObject([200, { id: 'Draft', version: 2 }]);
  });
});

describe('two editors', () => {
  it("cannot overwrite each other: the second gets the first one's document", async () => {
    const server = await startTestServer();
    const original = await read(server, 'Login');
    await server.call('PUT', path('Login'), {
      body: edited(original, ({ tree }) => {
        tree.description = 'first';
      }),
    });
    const reply = await server.call('PUT', path('Login'), {
      body: edited(original, ({ tree }) => {
        tree.description = 'second';
      }),
    });
    expect([reply.status, reply.json]).toMatchObject([
      409,
      { errors: [{ journey: 'Login', field: 'baseVersion', expected: '2' }], current: { version: 2, tree: { description: 'first' } } },
    ]);
    expect((await read(server, 'Login')).tree.description).toBe('first');
  });

  it('also meet when a shared script is changed through another journey', async () => {
    const server = await startTestServer({ realm: sharingRealm() });
    const [a, b] = [await read(server, 'A'), await read(server, 'B')];
    const changed =
      (name: string) =>
      ({ scripts }: SaveJourney) =>
        void Object.assign(scripts.shared ?? {}, { name });
    expect((await server.call('PUT', path('A'), { body: edited(a, changed('by A')) })).status).toBe(200);
    const reply = await server.call('PUT', path('B'), { body: edited(b, changed('by B')) });
    expect([reply.status, reply.json]).toMatchObject([409, { current: { id: 'B', scripts: { shared: { name: 'by A' } } } }]);
  });

  it("count a node's configuration as a change of its journey", async () => {
    const server = await startTestServer();
    const save = edited(await read(server, 'Login'), ({ nodes }) => void Object.assign(nodes['node-Login'] ?? {}, { message: { en: 'Changed' } }));
    expect((await server.call('PUT', path('Login'), { body: save })).json).toMatchObject({ version: 2 });
    expect((await read(server, 'Login')).version).toBe(2);
    expect((await read(server, 'Other')).version).toBe(1);
  });

  it('of one document that was saved already, after an answer that got lost, are not told of a conflict', async () => {
    const server = await startTestServer();
    const save = edited(await read(server, 'Login'), ({ tree }) => {
      tree.description = 'once';
    });
    const first = await server.call('PUT', path('Login'), { body: save });
    const again = await server.call('PUT', path('Login'), { body: save });
    expect([again.status, again.json]).toEqual([200, first.json]);
  });

  it.each([
    ['creating what exists', 'Login', 0, /already/],
    ['saving what was deleted', 'Gone', 3, /deleted/],
  ])('meet when %s', async (_what, id, baseVersion, message) => {
    const { call } = await startTestServer();
    const reply = await call('PUT', path(id), { body: { baseVersion, tree: { _id: id }, nodes: {}, scripts: {} } });
    expect([reply.status, reply.json]).toMatchObject([409, { detail: expect.stringMatching(message) as string }]);
    expect((reply.json as { current: unknown }).current === null).toBe(id === 'Gone');
  });
});

describe('a document that contradicts itself is refused', () => {
  const at = (save: SaveJourney, id: string) => save.tree.nodes?.[id];
  const cases: [string, (save: SaveJourney) => void, { node?: string; field: string; expected?: string }][] = [
    [
      'another name in the tree',
      ({ tree }) => {
        tree._id = 'Other';
      },
      { field: 'tree._id', expected: 'Login' },
    ],
    [
      'a node under another id',
      ({ nodes }) => void Object.assign(nodes['node-Login'] ?? {}, { _id: 'x' }),
      { node: 'node-Login', field: '_id', expected: 'node-Login' },
    ],
    [
      'a script under another id',
      ({ scripts }) => {
        scripts.s1 = script('s2', 'S');
      },
      { field: 'scripts.s1._id', expected: 's1' },
    ],
    ['a placed node without configuration', (save) => void delete save.nodes['node-Login'], { node: 'node-Login', field: 'nodeType' }],
    [
      'another type than placed',
      (save) => void Object.assign(at(save, 'node-Login') ?? {}, { nodeType: 'PageNode' }),
      { node: 'node-Login', field: 'nodeType', expected: 'MessageNode' },
    ],
    [
      'a node that nobody places',
      ({ nodes }) => {
        nodes.loose = { _id: 'loose', _type: { _id: 'MessageNode' } };
      },
      { node: 'loose', field: 'nodes' },
    ],
    [
      'a connection to nowhere',
      (save) => void Object.assign(at(save, 'node-Login') ?? {}, { connections: { true: 'nowhere' } }),
      { node: 'node-Login', field: 'connections.true', expected: 'a node of the journey, Success or Failure' },
    ],
    [
      'an entry that is not there',
      ({ tree }) => {
        tree.entryNodeId = 'nowhere';
      },
      { field: 'tree.entryNodeId' },
    ],
    [
      'a list for a text',
      ({ nodes }) => void Object.assign(nodes['node-Login'] ?? {}, { message: ['Hello'] }),
      { node: 'node-Login', field: 'message', expected: 'an object of texts by key' },
    ],
    [
      'a tree node without type',
      ({ tree }) => void Object.assign(tree.nodes ?? {}, { 'node-Login': {} }),
      { node: 'node-Login', field: 'nodeType', expected: 'string' },
    ],
    [
      'a node without type',
      ({ nodes }) => void Object.assign(nodes['node-Login'] ?? {}, { _type: {} }),
      { node: 'node-Login', field: '_type._id', expected: 'string' },
    ],
    [
      'a node id of another journey',
      (save) => {
        save.nodes['node-Other'] = { _id: 'node-Other', _type: { _id: 'MessageNode' } };
        Object.assign(save.tree.nodes ?? {}, { 'node-Other': { nodeType: 'MessageNode' } });
      },
      { node: 'node-Other', field: '_id', expected: 'an id that no other node has' },
    ],
    [
      'a node id of another type',
      (save) => {
        save.nodes['node-Other'] = { _id: 'node-Other', _type: { _id: 'PageNode' } };
        Object.assign(save.tree.nodes ?? {}, { 'node-Other': { nodeType: 'PageNode' } });
      },
      { node: 'node-Other', field: '_id', expected: 'an id that no other node has' },
    ],
    [
      'a node in a page and on the canvas',
      (save) => {
        save.nodes.page = { _id: 'page', _type: { _id: 'PageNode' }, nodes: [{ _id: 'node-Login', nodeType: 'MessageNode' }] };
        Object.assign(save.tree.nodes ?? {}, { page: { nodeType: 'PageNode' } });
      },
      { node: 'page', field: 'nodes', expected: 'each node once' },
    ],
  ];

  it.each(cases)('%s', async (_what, edit, issue) => {
    const server = await startTestServer();
    const reply = await server.call('PUT', path('Login'), { body: edited(await read(server, 'Login'), edit) });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ journey: 'Login', ...issue })]) as unknown });
    expect((await read(server, 'Login')).version).toBe(1);
  });

  it('but not for loose ends that it had already', async () => {
    const realm = realmWith('alpha', []);
    realm.journeys.Loose = {
      tree: {
        _id: 'Loose',
        entryNodeId: 'gone',
        nodes: { a: { nodeType: 'MessageNode', connections: { true: 'nowhere', false: FAILURE_NODE_ID } } },
      },
    };
    const server = await startTestServer({ realm });
    const save = edited(await read(server, 'Loose'), ({ tree }) => {
      tree.description = 'renamed';
    });
    expect((await server.call('PUT', path('Loose'), { body: save })).status).toBe(200);
  });

  it('and nobody is called __proto__', async () => {
    const { call } = await startTestServer();
    expect((await call('PUT', path('__proto__'), { body: { baseVersion: 0, tree: { _id: '__proto__' }, nodes: {}, scripts: {} } })).status).toBe(400);
  });

  it('and nobody by dots, which mean another address', async () => {
    const { call } = await startTestServer();
    for (const id of ['.', '..'])
      expect(
        await call('PUT', path(id).replaceAll('.', '%2E'), { body: { baseVersion: 0, tree: { _id: id }, nodes: {}, scripts: {} } }),
      ).toMatchObject({
        status: 400,
        json: { errors: [{ journey: id, field: 'id' }] },
      });
    const body = { names: { main: '..' } };
    expect(await call('POST', '/api/realms/alpha/archetypes/password', { body })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'names.main' }] },
    });
  });
});

describe('what goes', () => {
  it('a removed node is deleted from the realm, a shared one is not', async () => {
    const realm = realmWith('alpha', ['Login']);
    const shared = realm.journeys.Login?.tree;
    realm.journeys.Copy = { tree: { ...structuredClone(shared ?? { _id: '' }), _id: 'Copy' } };
    const server = await startTestServer({ realm });
    const empty = (save: SaveJourney) => void Object.assign(save, { tree: { _id: save.tree._id }, nodes: {} });
    await server.call('PUT', path('Copy'), { body: edited(await read(server, 'Copy'), empty) });
    expect(Object.keys(server.realms.load('alpha')?.realm.nodes ?? {})).toEqual(['MessageNode/node-Login']);
    await server.call('PUT', path('Login'), { body: edited(await read(server, 'Login'), empty) });
    expect(Object.keys(server.realms.load('alpha')?.realm.nodes ?? {})).toEqual([]);
  });

  it('a journey goes with its nodes, not with its scripts', async () => {
    const server = await startTestServer({ realm: sharingRealm() });
    expect((await server.call('DELETE', path('A'))).status).toBe(200);
    const realm = server.realms.load('alpha')?.realm;
    expect([Object.keys(realm?.journeys ?? {}), Object.keys(realm?.nodes ?? {}), Object.keys(realm?.scripts ?? {})]).toEqual([
      ['B'],
      ['ScriptedDecisionNode/node-B'],
      ['shared'],
    ]);
  });

  it('a journey that others name stays, unless it is forced', async () => {
    const realm = realmWith('alpha', ['Inner', 'Outer']);
    realm.nodes['InnerTreeEvaluatorNode/call'] = { _id: 'call', _type: { _id: 'InnerTreeEvaluatorNode' }, tree: 'Inner' };
    Object.assign(realm.journeys.Outer?.tree.nodes ?? {}, { call: { nodeType: 'InnerTreeEvaluatorNode', displayName: 'Call it' } });
    const { call } = await startTestServer({ realm });
    const refused = await call('DELETE', path('Inner'));
    const referrer = { journey: 'Outer', node: 'call', field: 'tree' };
    expect([refused.status, refused.json]).toMatchObject([409, { title: 'The journey is in use', errors: [referrer] }]);
    expect((await call('DELETE', `${path('Inner')}?force=maybe`)).json).toMatchObject({
      errors: [{ field: '?force', expected: '"true" or "false"' }],
    });
    expect((await call('DELETE', `${path('Inner')}?force=true`)).json).toMatchObject({ id: 'Inner', referrers: [referrer] });
    expect((await call('DELETE', path('Inner'))).status).toBe(404);
  });
});
