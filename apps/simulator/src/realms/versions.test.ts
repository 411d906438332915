import type { JourneyDocumentAnswer, JourneyVersion } from '@tandem/api';
import { detailsOf, nodeKey } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { realmWith, script } from '../testing/realm.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

const journey = '/api/realms/alpha/journeys/Login';
const versionsOf = async ({ call }: TestServer, path = journey) =>
  ((await call('GET', `${path}/versions`)).json as { versions: JourneyVersion[] }).versions;
const documentOf = async ({ call }: TestServer, path = journey) => (await call('GET', path)).json as JourneyDocumentAnswer;

/** Saves the journey with another description. */
async function describeIt(server: TestServer, description: string): Promise<number> {
  const { id, version: baseVersion, ...document } = await documentOf(server);
  const reply = await server.call('PUT', journey, { body: { baseVersion, ...document, tree: { ...document.tree, description } } });
  expect(reply.status).toBe(200);
  return (reply.json as { version: number }).version;
}

describe('the versions of a journey', () => {
  it('are one at first, the present one', async () => {
    const server = await startTestServer();
    expect(await versionsOf(server)).toMatchObject([{ version: 1, current: true, cause: 'start', name: null, changes: null }]);
  });

  it('hold every save, newest first, with the one that was there before', async () => {
    const server = await startTestServer();
    const [first, second] = [await describeIt(server, 'one'), await describeIt(server, 'two')];
    expect(await versionsOf(server)).toMatchObject([
      { version: second, current: true, cause: 'save', changes: { settings: 1, changed: 0 } },
      { version: first, current: false },
      { version: 1, current: false, cause: 'start' },
    ]);
    const old = await documentOf(server, `${journey}/versions/${first}`);
    expect([old.version, old.tree.description]).toEqual([first, 'one']);
    expect((await documentOf(server, `${journey}/versions/1`)).tree.description).toBeUndefined();
  });

  it('are made by a change of a script that several journeys share, too', async () => {
    const realm = realmWith('alpha', ['Login', 'Other']);
    realm.scripts.s = script('s', 'Shared');
    for (const id of ['node-Login', 'node-Other']) {
      delete realm.nodes[nodeKey('MessageNode', id)];
      realm.nodes[nodeKey('ScriptedDecisionNode', id)] = { _id: id, _type: { _id: 'ScriptedDecisionNode' }, script: 's', outcomes: ['true'] };
    }
    for (const { tree } of Object.values(realm.journeys)) for (const node of Object.values(tree.nodes ?? {})) node.nodeType = 'ScriptedDecisionNode';
    const server = await startTestServer({ realm });
    const { id, version: baseVersion, ...document } = await documentOf(server);
    const scripts = { s: script('s', 'Shared', 'outcome = "other";') };
    expect((await server.call('PUT', journey, { body: { baseVersion, ...document, scripts } })).status).toBe(200);
    expect(await versionsOf(server, '/api/realms/alpha/journeys/Other')).toMatchObject([{ changes: { scripts: 1 } }, { cause: 'start' }]);
  });

  it('get names, which can be taken again; the present one has one too', async () => {
    const server = await startTestServer();
    const name = (version: number | string, value: unknown) => server.call('PUT', `${journey}/versions/${version}`, { body: { name: value } });
    expect((await name(1, ' Go live ')).json).toEqual({ version: 1, name: 'Go live' });
    await describeIt(server, 'one');
    expect(await versionsOf(server)).toMatchObject([{ name: null }, { version: 1, name: 'Go live' }]);
    expect((await name(1, null)).status).toBe(200);
    expect(await versionsOf(server)).toMatchObject([{ name: null }, { name: null }]);
    for (const [version, value, status] of [
      [99, 'x', 404],
      ['x', 'x', 404],
      [1, '', 400],
    ] as const)
      expect((await name(version, value)).status).toBe(status);
  });

  it('are the newest 200 and those with a name', { timeout: 60_000 }, async () => {
    const server = await startTestServer();
    await server.call('PUT', `${journey}/versions/1`, { body: { name: 'First' } });
    for (let save = 0; save < 203; save++) await describeIt(server, `save ${save}`);
    const versions = await versionsOf(server);
    expect([versions.length, versions.at(-1)?.name, versions.filter(({ name }) => name === null).length]).toEqual([201, 'First', 200]);
  });

  it('go on under the new name of a journey, names included; each is that journey’s, whatever it was called then', async () => {
    const server = await startTestServer();
    await describeIt(server, 'one');
    await server.call('PUT', `${journey}/versions/1`, { body: { name: 'Go live' } });
    const before = await documentOf(server);
    const details = { ...detailsOf(before.tree), name: 'Sign in' };
    expect((await server.call('PUT', `${journey}/details`, { body: { baseVersion: before.version, details } })).status).toBe(200);
    const path = '/api/realms/alpha/journeys/Sign%20in';
    expect(await versionsOf(server, path)).toMatchObject([
      { current: true, changes: { changed: 0, settings: 0, added: 0 } },
      { version: before.version, cause: 'save' },
      { version: 1, name: 'Go live' },
    ]);
    expect(await versionsOf(server)).toEqual([]);
    const { id: _, version: __, ...old } = await documentOf(server, `${path}/versions/1`);
    expect(old.tree._id).toBe('Sign in');
    // So it can be reverted to.
    const baseVersion = (await documentOf(server, path)).version;
    expect((await server.call('PUT', path, { body: { baseVersion, ...old } })).status).toBe(200);
  });

  it('of a renamed journey that was never saved begin with what it was', async () => {
    const server = await startTestServer();
    const { tree, version: baseVersion } = await documentOf(server);
    await server.call('PUT', `${journey}/details`, { body: { baseVersion, details: { ...detailsOf(tree), name: 'Fresh' } } });
    expect(await versionsOf(server, '/api/realms/alpha/journeys/Fresh')).toMatchObject([
      { current: true, cause: 'save' },
      { version: 1, cause: 'start' },
    ]);
  });

  it('stay after the journey is deleted, and one that is gone is said to be', async () => {
    const server = await startTestServer();
    await describeIt(server, 'one');
    await server.call('DELETE', journey);
    expect(await versionsOf(server)).toMatchObject([{ current: false }, { current: false }]);
    const reply = await server.call('GET', `${journey}/versions/77`);
    expect([reply.status, reply.json]).toMatchObject([404, { errors: [{ journey: 'Login', field: 'version' }] }]);
  });
});
