import { emptyRealm } from '@tandem/journey';
import { describe, expect, it, test } from 'vitest';
import { startTestServer } from '../../testing/server.ts';

const base = '/api/realms/alpha/objects';

async function started() {
  const realm = emptyRealm('alpha');
  realm.objects['alpha_role/r1'] = { type: 'alpha_role', object: { _id: 'r1', name: 'auditor', level: 2 } };
  realm.objects['alpha_organization/r1'] = { type: 'alpha_organization', object: { _id: 'r1', name: 'Research' } };
  return startTestServer({ realm });
}
type Server = Awaited<ReturnType<typeof started>>;
const names = async ({ call }: Server, query = '') => {
  const { objects } = (await call('GET', `${base}${query}`)).json as { objects: { type: string; object: { name?: string; _id: string } }[] };
  return objects.map(({ type, object }) => `${type} ${object.name ?? object._id}`);
};
const load = (server: Server, key: string) => server.realms.load('alpha')?.realm.objects[key];

describe('managed objects', () => {
  it.each([
    ['', ['alpha_organization Research', 'alpha_role auditor']],
    ['?type=alpha_role', ['alpha_role auditor']],
    [`?_queryFilter=${encodeURIComponent('name co "SEA" or level gt 2')}`, ['alpha_organization Research']],
  ])('are listed by type and by filter: %s', async (query, expected) => {
    expect(await names(await started(), query)).toEqual(expected);
  });

  it('are created, changed as wholes and deleted', async () => {
    const server = await started();
    const reply = await server.call('PUT', `${base}/alpha_device/d1`, { body: { name: 'Phone', _id: 'other', tags: ['a'] } });
    expect(reply.json).toEqual({ type: 'alpha_device', object: { _id: 'd1', name: 'Phone', tags: ['a'] } });
    await server.call('PUT', `${base}/alpha_role/r1`, { body: { name: 'clerk' } });
    expect(load(server, 'alpha_role/r1')).toEqual({ type: 'alpha_role', object: { _id: 'r1', name: 'clerk' } });
    expect((await server.call('DELETE', `${base}/alpha_role/r1`)).json).toEqual({ id: 'r1' });
    expect(load(server, 'alpha_role/r1')).toBeUndefined();
    expect((await server.call('DELETE', `${base}/alpha_role/r1`)).status).toBe(404);
  });

  it.each(['alpha_user', 'user', '1x', 'a.b'])('cannot be of the type %s', async (type) => {
    const reply = await (await started()).call('PUT', `${base}/${type}/x`, { body: { name: 'x' } });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field: 'type', expected: expect.any(String) }] });
  });

  it.each([{}, { name: '' }, { name: ' ' }, { name: 7 }])('that are roles have a name, not %j', async (body) => {
    const server = await started();
    const reply = await server.call('PUT', `${base}/alpha_role/r1`, { body });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field: 'name', expected: expect.any(String) }] });
    expect(await names(server)).toContain('alpha_role auditor');
  });

  it('of a type that an administrator made need no name', async () => {
    expect((await (await started()).call('PUT', `${base}/alpha_device/d1`, { body: { model: 'x' } })).status).toBe(200);
  });

  it('are not searched with a filter that cannot be read', async () => {
    const reply = await (await started()).call('GET', `${base}?_queryFilter=name%20is%20x`);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field: '_queryFilter' }] });
  });
});

describe('a file of managed objects', () => {
  const take = (server: Server, format: string, text: string) => server.call('POST', `${base}/alpha_role/import`, { body: { format, text } });

  test('changes those of the same _id or name and creates the others; other attributes and other types stay', async () => {
    const server = await started();
    const reply = await take(server, 'json', '{"result":[{"name":"Auditor","level":3},{"_id":"r2","name":"clerk"},{"name":"Research"}]}');
    expect(reply.json).toEqual({ created: ['clerk', 'Research'], changed: ['Auditor'], warnings: [] });
    expect(load(server, 'alpha_role/r1')).toEqual({ type: 'alpha_role', object: { _id: 'r1', name: 'Auditor', level: 3 } });
    expect(load(server, 'alpha_role/r2')).toMatchObject({ object: { name: 'clerk' } });
    expect(load(server, 'alpha_organization/r1')).toMatchObject({ object: { name: 'Research' } });
  });

  test('may be CSV, with lists and objects as JSON', async () => {
    const server = await started();
    await take(server, 'csv', '_id,name,tags,number\nr3,clerk,"[""a""]",007\n');
    expect(load(server, 'alpha_role/r3')).toEqual({ type: 'alpha_role', object: { _id: 'r3', name: 'clerk', tags: ['a'], number: '007' } });
  });

  test.each([
    ['a row without name and _id', '[{"level":1}]', 'name'],
    ['a name that is no text', '[{"name":7}]', 'name'],
    ['a new role without a name', '[{"_id":"r9"}]', 'name'],
    ['an _id that nobody could ask for', '[{"_id":"a/b"}]', '_id'],
    ['the same object twice', '[{"name":"a"},{"name":"A"}]', 'name'],
    ['no list', '{"name":"a"}', undefined],
  ])('is refused as a whole for %s', async (_, text, field) => {
    const server = await started();
    const reply = await take(server, 'json', text);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ title: 'The objects were not imported', errors: [field === undefined ? {} : { field }] });
    expect(await names(server)).toHaveLength(2);
  });
});
