import { equalExports, type Json } from '@tandem/journey';
import { describe, expect, it, vi } from 'vitest';
import { firstRunRealm } from '../first-run/index.ts';
import { realmWith, script } from '../testing/realm.ts';
import { startTestServer } from '../testing/server.ts';
import { namesIn } from './names.ts';
import { emptyOutbox, type LiveOutbox, type OutboxMessage } from './outbox.ts';

const firstRun = firstRunRealm({ hashPassword: () => 'scrypt$2$x$y' });
const importPath = '/api/realms/alpha/import';

describe('import and export', () => {
  it.each(['aic', 'frodo'])('gives back what was exported as %s, into an empty realm', async (format) => {
    const source = await startTestServer({ realm: firstRun });
    const target = await startTestServer({ realm: realmWith('alpha', []) });
    const file = await source.call('GET', `/api/realms/alpha/export?format=${format}`);
    const customNodes = await source.call('GET', '/api/realms/alpha/export/custom-nodes');
    expect(file.headers['content-disposition']).toContain(format === 'frodo' ? 'journeys.journey.json' : 'journeys.json');
    for (const { text } of [customNodes, file]) expect((await target.call('POST', importPath, { raw: text })).status).toBe(200);
    const again = await target.call('GET', `/api/realms/alpha/export?format=${format}`);
    expect(equalExports(again.json as Json, file.json as Json)).toEqual([]);
  });

  it('exports what was asked for: one journey, with or without what it needs, some custom nodes', async () => {
    const { call } = await startTestServer({ realm: firstRun });
    const get = async (query: string) =>
      (await call('GET', `/api/realms/alpha/export${query}`)).json as { tree?: { _id: string }; trees?: Record<string, unknown>; nodeTypes?: object };
    expect(Object.keys((await get('?journeys=BackchannelLogin&deps=false')).trees ?? {})).toEqual(['BackchannelLogin']);
    expect(Object.keys((await get('?journeys=BackchannelMain')).trees ?? {})).toEqual(['BackchannelMain', 'BackchannelLogin']);
    expect((await get('?journeys=BackchannelLogin&format=frodo&deps=false')).tree?._id).toBe('BackchannelLogin');
    const [id] = Object.keys(firstRun.nodeTypes);
    expect(Object.keys((await get(`/custom-nodes?ids=${id}`)).nodeTypes ?? {})).toEqual([id]);
  });

  it.each([
    ['?journeys=Nobody', 404, /"Nobody"/],
    ['?journeys=', 400, /at least one/],
    ['?format=xml', 400, /Invalid option/],
    ['/custom-nodes?ids=none', 404, /"none"/],
  ])('says what is wrong with export%s', async (query, status, message) => {
    const { call } = await startTestServer();
    const reply = await call('GET', `/api/realms/alpha/export${query}`);
    expect([reply.status, reply.json]).toMatchObject([status, { errors: [{ message: expect.stringMatching(message) as string }] }]);
  });

  it('says what a file would do, does it, and then has nothing to do', async () => {
    const { call, realms } = await startTestServer();
    const file = await exported();
    const dry = await call('POST', `${importPath}?dryRun=true`, { raw: file });
    expect(dry.json).toMatchObject({ dryRun: true, replaced: [], unchanged: [], kept: [] });
    expect(realms.load('alpha')?.version).toBe(1);
    const done = await call('POST', importPath, { raw: file });
    expect(done.json).toEqual({ ...(dry.json as object), dryRun: false });
    expect(realms.load('alpha')?.version).toBe(2);
    expect((await call('POST', importPath, { raw: file })).json).toMatchObject({
      created: [],
      replaced: [],
      unchanged: expect.arrayContaining([]) as unknown,
    });
    expect(realms.load('alpha')?.version).toBe(2);
  });

  it('replaces, keeps or refuses what differs, as asked', async () => {
    const { call, realms } = await startTestServer({ realm: structuredClone(firstRun) });
    const file = JSON.parse(await exported()) as { trees: Record<string, { tree: { description?: string } }> };
    const [name] = Object.keys(file.trees);
    Object.assign(file.trees[name ?? '']?.tree ?? {}, { description: 'from the file' });
    const description = () => realms.load('alpha')?.realm.journeys[name ?? '']?.tree.description;
    const send = (conflict: string) => call('POST', `${importPath}?conflict=${conflict}`, { raw: JSON.stringify(file) });
    const refused = await send('fail');
    expect([refused.status, refused.json]).toMatchObject([409, { errors: [{ journey: name }] }]);
    expect((await send('keep')).json).toMatchObject({ kept: [{ kind: 'journeys', id: name }] });
    expect(description()).not.toBe('from the file');
    expect((await send('replace')).json).toMatchObject({ replaced: [{ kind: 'journeys', id: name }] });
    expect(description()).toBe('from the file');
  });

  it("counts up the version of a journey whose script comes with another one's file", async () => {
    const realm = structuredClone(firstRun);
    const { call, realms } = await startTestServer({ realm });
    const file = await exported();
    const [id] = Object.keys((JSON.parse(file) as { trees: Record<string, { scripts: object }> }).trees.BackchannelMain?.scripts ?? {});
    await call('POST', importPath, { raw: file });
    const before = realms.load('alpha')?.revision('journeys', 'BackchannelMain')?.version;
    await realms.apply('alpha', { puts: [{ kind: 'scripts', key: id ?? '', body: script(id ?? '', 'Changed') }] });
    await call('POST', importPath, { raw: file });
    expect(realms.load('alpha')?.revision('journeys', 'BackchannelMain')?.version).toBeGreaterThan(before ?? 0);
  });

  it.each([
    ['not JSON', '{"trees":', /cut off/],
    ['no export', '{"hello":1}', /not an export/],
    ['a key twice', '{"trees":{},"trees":{}}', /twice/],
    ['a journey without a name', '{"trees":{"A":{"tree":{},"nodes":{}}}}', /_id/],
  ])('refuses %s and changes nothing', async (_what, raw, message) => {
    const { call, realms } = await startTestServer();
    const reply = await call('POST', importPath, { raw });
    expect([
      reply.status,
      (reply.json as { errors: { message: string; field?: string }[] }).errors.map(({ message: text, field }) => `${field ?? ''} ${text}`).join(),
    ]).toEqual([400, expect.stringMatching(message)]);
    expect(realms.load('alpha')?.version).toBe(1);
  });

  it('keeps nothing of a file when storing it fails', async () => {
    const { call, realms } = await startTestServer();
    const quiet = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    vi.spyOn(realms, 'apply').mockRejectedValueOnce(new Error('disk full'));
    expect((await call('POST', importPath, { raw: await exported() })).status).toBe(500);
    quiet.mockRestore();
    expect(Object.keys(realms.load('alpha')?.realm.journeys ?? {})).toEqual(['Login', 'Other']);
  });

  async function exported(): Promise<string> {
    const { call } = await startTestServer({ realm: structuredClone(firstRun) });
    return (await call('GET', '/api/realms/alpha/export?journeys=BackchannelMain')).text;
  }
});

it('knows which journey starts which', async () => {
  const { call } = await startTestServer({ realm: structuredClone(firstRun) });
  const { journeys } = (await call('GET', '/api/realms/alpha/journeys')).json as {
    journeys: { id: string; starts: string[]; startedBy: string[] }[];
  };
  expect(journeys.find(({ id }) => id === 'BackchannelMain')?.starts).toEqual(['BackchannelLogin']);
  expect(journeys.find(({ id }) => id === 'BackchannelLogin')?.startedBy).toContain('BackchannelMain');
});

describe('names in a query', () => {
  const known = { A: 1, B: 1, 'C, D': 1, 'C, D, E': 1 };
  it.each([
    [undefined, ['A', 'B', 'C, D', 'C, D, E']],
    ['A,B', ['A', 'B']],
    [
      ['A', 'B'],
      ['A', 'B'],
    ],
    ['C, D,A', ['C, D', 'A']],
    ['A,C, D, E', ['A', 'C, D, E']],
    ['A,,X', ['A', 'X']],
    ['', []],
  ])('%j', (parameter, names) => {
    expect(namesIn(parameter, known)).toEqual(names);
  });
});

describe('the live outbox', () => {
  const push: OutboxMessage = { id: 'm1', kind: 'push', to: 'bjensen', text: 'Sign in?', links: [], at: '2026-11-22T10:00:00.000Z', answered: false };
  const outbox: LiveOutbox = {
    messages: async () => [push],
    answer: async (_realm, id, { approve }) =>
      id === 'm1' ? { ...push, answered: approve } : id === 'mail' ? { unanswerable: 'An email cannot be answered.' } : undefined,
  };

  it('is listed and answered through whoever runs the realm', async () => {
    const { call } = await startTestServer({ outbox });
    expect((await call('GET', '/api/realms/alpha/outbox')).json).toEqual({ messages: [push] });
    const answer = (id: string, body: unknown) => call('POST', `/api/realms/alpha/outbox/${id}/answer`, { body });
    expect((await answer('m1', { approve: true, number: 42 })).json).toMatchObject({ id: 'm1', answered: true });
    expect((await answer('mail', { approve: true })).status).toBe(409);
    expect((await answer('none', { approve: true })).status).toBe(404);
    expect((await answer('m1', { approve: 'yes' })).json).toMatchObject({ status: 400, errors: [{ field: 'approve', expected: 'boolean' }] });
    expect((await call('GET', '/api/realms/beta/outbox')).status).toBe(404);
  });

  it('is empty while nobody does', async () => {
    const { call } = await startTestServer({ outbox: emptyOutbox });
    expect((await call('GET', '/api/realms/alpha/outbox')).json).toEqual({ messages: [] });
    expect((await call('POST', '/api/realms/alpha/outbox/m1/answer', { body: { approve: true } })).status).toBe(404);
  });
});
