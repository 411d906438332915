import type { Backup, ImportDecision, ImportReview, RestoreAnswer } from '@tandem/api';
import { type NodeResource, nodeKey, scriptBody, type Tree } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { firstRunRealm } from '../first-run/index.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

const firstRun = firstRunRealm({ hashPassword: () => 'scrypt$2$x$y' });
const PATH = '/api/realms/alpha/imports';
const BACKUPS = '/api/realms/alpha/backups';

interface Export {
  trees: Record<
    string,
    {
      tree: { description?: string };
      nodes: Record<string, object>;
      scripts: Record<string, { name: string; description?: string; script?: string }>;
    }
  >;
}

/** A server with the first run's journeys, and a file in which one journey and one of its scripts are others. */
async function withFile() {
  const server = await startTestServer({ realm: structuredClone(firstRun) });
  const file = (await server.call('GET', '/api/realms/alpha/export')).json as Export;
  const [journey, entry] = Object.entries(file.trees).find(([, { scripts }]) => Object.keys(scripts).length > 0) ?? [];
  const script = Object.keys(entry?.scripts ?? {})[0] ?? expect.fail('no script');
  if (!entry || journey === undefined) return expect.fail('no journey');
  entry.tree.description = 'from the file';
  for (const { scripts } of Object.values(file.trees)) if (scripts[script]) scripts[script].description = 'from the file';
  return { server, text: JSON.stringify(file), journey, script };
}
async function send(server: TestServer, files: string[], decisions: ImportDecision[] = [], dryRun = false) {
  const reply = await server.call('POST', PATH, {
    body: { files: files.map((text, index) => ({ name: `${index}.json`, text })), decisions, dryRun },
  });
  return { status: reply.status, review: reply.json as ImportReview };
}
const backupsOf = async ({ call }: TestServer) => ((await call('GET', BACKUPS)).json as { backups: Backup[] }).backups;
const describedAs = ({ realms }: TestServer, journey: string) => realms.load('alpha')?.realm.journeys[journey]?.tree.description;

describe('import of files', () => {
  it('says first what they bring, with both sides of what differs, and writes nothing', async () => {
    const { server, text, journey, script } = await withFile();
    const { review } = await send(server, [text, '{"trees":'], [], true);
    expect(review.items.filter(({ status }) => status === 'differs')).toMatchObject([
      { kind: 'journeys', id: journey, canRename: true },
      { kind: 'scripts', id: script, before: {}, after: { description: 'from the file' } },
    ]);
    expect(review.files).toMatchObject([
      { name: '0.json', problems: [] },
      { name: '1.json', problems: [{ file: '1.json' }] },
    ]);
    expect([server.realms.load('alpha')?.version, (await backupsOf(server)).length]).toEqual([1, 0]);
  });

  it('writes nothing at all when one of them cannot be read', async () => {
    const { server, text } = await withFile();
    expect((await send(server, [text, '[]'])).status).toBe(400);
    expect(server.realms.load('alpha')?.version).toBe(1);
  });

  it('writes nothing when the realm is not any more what was looked at, until it is looked at again', async () => {
    const { server, text, journey } = await withFile();
    const files = [{ name: '0.json', text }];
    const look = async () => ((await server.call('POST', PATH, { body: { files, dryRun: true } })).json as ImportReview).basis;
    const basis = await look();
    const before = server.realms.load('alpha')?.realm.journeys[journey] ?? expect.fail('no journey');
    await server.realms.apply('alpha', {
      puts: [{ kind: 'journeys', key: journey, body: { ...before, tree: { ...before.tree, description: 'theirs' } } }],
    });
    expect((await server.call('POST', PATH, { body: { files, basis } })).status).toBe(409);
    expect(describedAs(server, journey)).toBe('theirs');
    expect((await server.call('POST', PATH, { body: { files, basis: await look() } })).status).toBe(200);
    expect(describedAs(server, journey)).toBe('from the file');
  });

  it('minds changes of journeys whose nodes a custom node type of the files replaces', async () => {
    const realm = structuredClone(firstRun);
    const type = { _id: 'seven-1', serviceName: 'seven', displayName: 'Seven', outcomes: ['a', 'b'], script: '' };
    realm.nodeTypes[type._id] = type;
    const node = { _id: 'n', _type: { _id: 'designer-seven' } };
    realm.nodes[nodeKey('designer-seven', 'n')] = node;
    const tree = { _id: 'Seven', entryNodeId: 'n', nodes: { n: { nodeType: 'designer-seven', connections: {} } } };
    realm.journeys.Seven = { tree };
    const server = await startTestServer({ realm });
    const custom = (await server.call('GET', '/api/realms/alpha/export/custom-nodes')).json;
    const files = [{ name: '0.json', text: JSON.stringify(custom).replace('"a","b"', '"a","c"') }];
    const look = async () => (await server.call('POST', PATH, { body: { files, dryRun: true } })).json as ImportReview;
    const { basis, items } = await look();
    expect(items.filter(({ status }) => status !== 'same')).toMatchObject([{ kind: 'nodeTypes', id: 'seven-1', status: 'differs' }]);
    await server.realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'Seven', body: { tree: { ...tree, description: 'theirs' } } }] });
    expect((await server.call('POST', PATH, { body: { files, basis } })).status).toBe(409);
    expect((await server.call('POST', PATH, { body: { files, basis: (await look()).basis } })).status).toBe(200);
  });

  it('does not mind changes of what the files do not bring', async () => {
    const { server, text } = await withFile();
    const files = [{ name: '0.json', text }];
    const { basis } = (await server.call('POST', PATH, { body: { files, dryRun: true } })).json as ImportReview;
    await server.realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'Other', body: { tree: { _id: 'Other' } } }] });
    expect((await server.call('POST', PATH, { body: { files, basis } })).status).toBe(200);
  });

  it('keeps, replaces and renames as decided, in one change with one backup', async () => {
    const { server, text, journey, script } = await withFile();
    const decisions: ImportDecision[] = [
      { kind: 'journeys', id: journey, do: 'rename', as: 'Renamed' },
      { kind: 'scripts', id: script, do: 'keep' },
    ];
    const { review } = await send(server, [text], decisions);
    expect(review.kept).toMatchObject([{ kind: 'scripts', id: script }]);
    expect(review.created).toContainEqual({ kind: 'journeys', id: 'Renamed' });
    expect([describedAs(server, 'Renamed'), describedAs(server, journey)]).toEqual(['from the file', firstRun.journeys[journey]?.tree.description]);
    expect(server.realms.load('alpha')?.version).toBe(2);
    expect(await backupsOf(server)).toMatchObject([{ id: review.backup, cause: 'import', note: '0.json' }]);
  });

  it('brings a library under another name, and the scripts of the file require that', async () => {
    const { server, text, script } = await withFile();
    const file = JSON.parse(text) as Export;
    const entry = Object.values(file.trees).find(({ scripts }) => scripts[script]) ?? expect.fail('no journey');
    const library = { _id: 'lib', name: 'Helpers', script: JSON.stringify('exports.a = 1;'), context: 'LIBRARY', evaluatorVersion: '2.0' };
    entry.scripts.lib = library;
    Object.assign(entry.scripts[script] ?? {}, { script: JSON.stringify('var a = require("Helpers");') });
    await server.realms.apply('alpha', { puts: [{ kind: 'scripts', key: 'lib', body: { ...library, description: 'of the realm' } }] });
    await send(server, [JSON.stringify(file)], [{ kind: 'scripts', id: 'lib', do: 'rename', as: 'Helpers 2' }]);
    const { scripts } = server.realms.load('alpha')?.realm ?? expect.fail('no realm');
    expect(
      Object.values(scripts)
        .filter(({ context }) => context === 'LIBRARY')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Helpers', 'Helpers 2']);
    expect(scriptBody(scripts[script] ?? expect.fail('no script'))).toBe('var a = require("Helpers 2");');
  });

  it('refuses names that are taken', async () => {
    const { server, text, journey } = await withFile();
    const other = Object.keys(firstRun.journeys).find((name) => name !== journey) ?? '';
    const { status, review } = await send(server, [text], [{ kind: 'journeys', id: journey, do: 'rename', as: other }], true);
    expect([status, review]).toMatchObject([400, { errors: [{ field: `journeys.${journey}`, message: `The name "${other}" is taken.` }] }]);
  });

  it('lists what would be missing with the nodes that name it', async () => {
    const { server, text, script } = await withFile();
    const file = JSON.parse(text) as Export;
    for (const entry of Object.values(file.trees)) entry.scripts = {};
    const empty = await startTestServer();
    const { review } = await send(empty, [JSON.stringify(file)], [], true);
    expect(review.missing.find(({ id }) => id === script)).toMatchObject({
      kind: 'scripts',
      uses: [{ field: 'script', name: expect.any(String) as string }],
    });
    expect((await send(server, [text], [], true)).review.missing.filter(({ kind }) => kind === 'scripts')).toEqual([]);
  });
});

describe('an import over a journey', () => {
  const withoutNode = (text: string, journey: string) => {
    const file = JSON.parse(text) as { trees: Record<string, { tree: Tree; nodes: Record<string, NodeResource> }> };
    const entry = file.trees[journey] ?? expect.fail('no journey');
    const [gone] = Object.values(entry.nodes).filter(({ _type }) => _type._id !== 'PageNode');
    if (!gone) return expect.fail('no node');
    delete entry.nodes[gone._id];
    delete entry.tree.nodes?.[gone._id];
    for (const { connections = {} } of Object.values(entry.tree.nodes ?? {}))
      for (const [outcome, to] of Object.entries(connections)) if (to === gone._id) delete connections[outcome];
    if (entry.tree.entryNodeId === gone._id) delete entry.tree.entryNodeId;
    return { text: JSON.stringify(file), key: nodeKey(gone._type._id, gone._id) };
  };

  it('removes the nodes that nothing uses any more, says so first, and its backup brings them back', async () => {
    const { server, text, journey } = await withFile();
    const before = structuredClone(server.realms.load('alpha')?.realm);
    const smaller = withoutNode(text, journey);
    const dry = (await send(server, [smaller.text], [], true)).review;
    expect(dry.removed).toMatchObject([{ kind: 'nodes', id: smaller.key }]);
    expect(server.realms.load('alpha')?.realm.nodes[smaller.key]).toBeDefined();
    const { review } = await send(server, [smaller.text]);
    expect(review.removed).toEqual(dry.removed);
    expect(server.realms.load('alpha')?.realm.nodes[smaller.key]).toBeUndefined();
    expect(server.realms.load('alpha')?.version).toBe(2);
    await server.call('POST', `${BACKUPS}/${review.backup}/restore`, { body: {} });
    expect(server.realms.load('alpha')?.realm).toEqual(before);
  });

  it('leaves the nodes of a journey that is kept, and those that another journey uses', async () => {
    const { server, text, journey } = await withFile();
    const { text: smaller, key } = withoutNode(text, journey);
    expect((await send(server, [smaller], [{ kind: 'journeys', id: journey, do: 'keep' }], true)).review.removed).toEqual([]);
    const tree = structuredClone(firstRun.journeys[journey]?.tree ?? expect.fail('no journey'));
    await server.realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'Twin', body: { tree: { ...tree, _id: 'Twin' } } }] });
    const { review } = await send(server, [smaller]);
    expect([review.removed, server.realms.load('alpha')?.realm.nodes[key]]).toEqual([[], firstRun.nodes[key]]);
  });
});

describe('backups', () => {
  it('are made of journeys before they are deleted; a restore brings them back with their nodes, and the default journey', async () => {
    const { server } = await withFile();
    const ids = Object.keys(firstRun.journeys);
    await server.realms.apply('alpha', { services: { ...firstRun.services, defaultJourney: ids[0] ?? '' } });
    const before = structuredClone(server.realms.load('alpha')?.realm);
    await server.call('POST', '/api/realms/alpha/journey-changes', { body: { kind: 'delete', ids } });
    expect(server.realms.load('alpha')).toMatchObject({ version: 3, realm: { journeys: {}, nodes: {} } });
    expect(server.realms.load('alpha')?.realm.services.defaultJourney).toBeUndefined();
    const [backup] = await backupsOf(server);
    expect(backup).toMatchObject({ cause: 'delete', note: expect.stringContaining(ids[0] ?? '') as string });
    await server.call('POST', `${BACKUPS}/${backup?.id}/restore`, { body: {} });
    expect(server.realms.load('alpha')?.realm).toEqual(before);
  });

  it('take the default journey along when a restore deletes it', async () => {
    const { server, text, journey } = await withFile();
    const { review } = await send(server, [text], [{ kind: 'journeys', id: journey, do: 'rename', as: 'Renamed' }]);
    await server.realms.apply('alpha', { services: { ...firstRun.services, defaultJourney: 'Renamed' } });
    await server.call('POST', `${BACKUPS}/${review.backup}/restore`, { body: {} });
    expect(server.realms.load('alpha')?.realm.services.defaultJourney).toBe(firstRun.services.defaultJourney);
  });

  it('bring back what an import changed; a restore is taken back with its own', async () => {
    const { server, text, journey, script } = await withFile();
    const before = structuredClone(server.realms.load('alpha')?.realm);
    const { review } = await send(server, [text], [{ kind: 'journeys', id: journey, do: 'rename', as: 'Renamed' }]);
    const after = structuredClone(server.realms.load('alpha')?.realm);
    const path = `${BACKUPS}/${review.backup}`;
    const preview = (await server.call('GET', path)).json as RestoreAnswer;
    expect(preview).toMatchObject({
      replaced: [{ kind: 'scripts', id: script }],
      created: [],
      deleted: expect.arrayContaining([{ kind: 'journeys', id: 'Renamed' }]) as unknown,
    });
    const restored = (await server.call('POST', `${path}/restore`, { body: {} })).json as RestoreAnswer;
    expect(restored).toMatchObject({ ...preview, backup: expect.any(String) as string });
    expect(server.realms.load('alpha')?.realm).toEqual(before);
    await server.call('POST', `${BACKUPS}/${restored.backup}/restore`, { body: {} });
    expect(server.realms.load('alpha')?.realm).toEqual(after);
    expect((await backupsOf(server)).map(({ cause }) => cause)).toEqual(['restore', 'restore', 'import']);
  });

  it('leave alone what a file cannot bring: people and services', async () => {
    const { server, text } = await withFile();
    const { review } = await send(server, [text]);
    const [id, identity] = Object.entries(firstRun.identities)[0] ?? [];
    if (id === undefined || !identity) return expect.fail('nobody');
    await server.realms.apply('alpha', { puts: [{ kind: 'identities', key: id, body: { ...identity, mail: 'new@example.com' } }] });
    await server.call('POST', `${BACKUPS}/${review.backup}/restore`, { body: {} });
    expect(server.realms.load('alpha')?.realm.identities[id]?.mail).toBe('new@example.com');
  });

  it('are made of nothing by an import that changes nothing, and can be deleted', async () => {
    const { server, text } = await withFile();
    const { review } = await send(server, [text]);
    expect((await send(server, [text])).review.backup).toBeNull();
    expect((await server.call('DELETE', `${BACKUPS}/${review.backup}`)).status).toBe(200);
    for (const [method, tail] of [
      ['GET', ''],
      ['POST', '/restore'],
      ['DELETE', ''],
    ] as const)
      expect((await server.call(method, `${BACKUPS}/${review.backup}${tail}`, method === 'POST' ? { body: {} } : {})).status).toBe(404);
  });
});
