import { describe, expect, test } from 'vitest';
import { bjensen, hostOf, people, scarter, storeOf } from '../testing/support.ts';
import type { Identity, Json, JsonObject } from '../types.ts';
import type { HostCall, ScriptHost } from './types.ts';

function call(host: ScriptHost, binding: HostCall['binding'], method: string, ...args: Json[]): Json {
  const answer = host({ binding, method, args });
  if (!answer.ok) throw new Error(`${answer.code ?? ''} ${answer.message}`.trim());
  return answer.value;
}
const idm = (host: ScriptHost, method: string, ...args: Json[]) => call(host, 'openidm', method, ...args);
const users = 'managed/alpha_user';
const path = `${users}/${bjensen._id}`;
const visible = { _id: bjensen._id, userName: 'bjensen', mail: 'bjensen@example.com', givenName: 'Barbara', sn: 'Jensen' };

describe('openidm.read', () => {
  test.each([path, `managed/user/${bjensen._id}`, `/${path}`])('%s', (resource) => {
    expect(idm(hostOf(), 'read', resource)).toEqual(visible);
  });
  test('shows neither kind nor password, and null for what is missing', () => {
    expect(JSON.stringify(idm(hostOf(), 'read', path))).not.toMatch(/scrypt|kind/);
    expect(idm(hostOf(), 'read', `${users}/none`)).toBeNull();
    expect(idm(hostOf(), 'read', 'managed/alpha_user/5f0e7c2a-1111-4222-8333-444455556666')).toBeNull();
  });
  test.each<[Json, object]>([
    [['userName'], { _id: bjensen._id, userName: 'bjensen' }],
    [['*', '_id'], visible],
    [['/mail', 'nothing'], { _id: bjensen._id, mail: 'bjensen@example.com' }],
    [[], visible],
  ])('fields %j', (fields, expected) => {
    expect(idm(hostOf(), 'read', path, null, fields)).toEqual(expected);
  });
  test('nested fields', () => {
    const host = hostOf(storeOf({ ...bjensen, preferences: { marketing: true, updates: false } }));
    expect(idm(host, 'read', path, null, ['preferences/marketing', 'preferences/none'])).toEqual({
      _id: bjensen._id,
      preferences: { marketing: true },
    });
  });
  test('other realms and other actions are not simulated', () => {
    expect(() => idm(hostOf(), 'read', `managed/bravo_user/${bjensen._id}`)).toThrow('not simulated: openidm.read on managed/bravo_user');
    expect(() => idm(hostOf(), 'action', users, 'patch')).toThrow(`not simulated: openidm.action on ${users} (patch)`);
    expect(() => idm(hostOf(), 'action', path, 'resetPassword')).toThrow(`not simulated: openidm.action on ${path} (resetPassword)`);
    expect(() => idm(hostOf(), 'constructor', users)).toThrow('not simulated');
  });
});

describe('openidm.query', () => {
  test('answers as CREST does', () => {
    expect(idm(hostOf(), 'query', users, { _queryFilter: "/userName eq 'bjensen'" }, ['userName'])).toEqual({
      result: [{ _id: bjensen._id, userName: 'bjensen' }],
      resultCount: 1,
      pagedResultsCookie: null,
      totalPagedResultsPolicy: 'NONE',
      totalPagedResults: -1,
      remainingPagedResults: -1,
    });
  });
  const names = (params: Json) =>
    (idm(hostOf(), 'query', users, params) as { result: { userName: string }[] }).result.map(({ userName }) => userName);
  test('sorts and pages', () => {
    expect(names({ _queryFilter: 'true', _sortKeys: '-userName' })).toEqual(['scarter', 'bjensen']);
    expect(names({ _queryFilter: 'true', _sortKeys: ['userName'], _pageSize: 1, _pagedResultsOffset: 1 })).toEqual(['scarter']);
    expect(names({ _queryId: 'query-all' })).toEqual(['bjensen', 'scarter']);
  });
  test('a filter that cannot be read, or none, is a 400', () => {
    expect(() => names({ _queryFilter: 'userName is x' })).toThrow('400 Invalid query filter "userName is x": expected <field> eq "<value>"');
    expect(() => names({})).toThrow('400 A query needs _queryFilter');
    expect(() => idm(hostOf(), 'query', path, { _queryFilter: 'true' })).toThrow('400');
  });
});

describe('writes lie over the store and come back', () => {
  test('create, read, update, patch, delete', () => {
    const host = hostOf(people);
    expect(idm(host, 'create', users, null, { userName: 'new', mail: 'n@x' })).toEqual({ _id: 'new-1', userName: 'new', mail: 'n@x' });
    expect(idm(host, 'update', `${users}/new-1`, null, { userName: 'new', sn: 'N' })).toEqual({ _id: 'new-1', userName: 'new', sn: 'N' });
    expect(idm(host, 'patch', `${users}/new-1`, null, [{ operation: 'replace', field: '/mail', value: 'm@x' }])).toMatchObject({
      mail: 'm@x',
      sn: 'N',
    });
    expect(idm(host, 'read', `${users}/new-1`)).toMatchObject({ mail: 'm@x' });
    idm(host, 'delete', `${users}/${scarter._id}`, null);
    expect(idm(host, 'read', `${users}/${scarter._id}`)).toBeNull();
    expect(host.identityWrites()).toEqual([
      { id: 'new-1', created: { _id: 'new-1', kind: 'user', userName: 'new', sn: 'N', mail: 'm@x' } },
      { id: scarter._id, record: null },
    ]);
    expect(people.get(scarter._id)).toEqual(scarter);
  });
  test('a user that the script made and deleted leaves nothing', () => {
    const host = hostOf(people);
    idm(host, 'create', users, 'brief', { userName: 'brief' });
    idm(host, 'delete', `${users}/brief`, null);
    expect(host.identityWrites()).toEqual([]);
  });
  test("an id of one's own, and the same twice", () => {
    const host = hostOf();
    expect(idm(host, 'create', users, 'my-id', { userName: 'x' })).toMatchObject({ _id: 'my-id' });
    expect(() => idm(host, 'create', users, 'my-id', { userName: 'y' })).toThrow('412');
  });
  test('a user name is needed and unique', () => {
    expect(() => idm(hostOf(), 'create', users, null, { mail: 'x' })).toThrow('403 Policy validation failed: userName is required');
    expect(() => idm(hostOf(), 'create', users, null, { userName: 'BJensen' })).toThrow(
      '403 Policy validation failed: userName BJensen is not unique',
    );
    expect(() => idm(hostOf(), 'patch', path, null, [{ operation: 'replace', field: 'userName', value: 'scarter' }])).toThrow('not unique');
    expect(() => idm(hostOf(), 'update', `${users}/none`, null, { userName: 'x' })).toThrow('404');
  });
  test('a password is hashed or not simulated; an update keeps the old one', () => {
    expect(() => idm(hostOf(), 'create', users, null, { userName: 'x', password: 'p' })).toThrow('not simulated: openidm.create with a password');
    const host = hostOf(people, { keepPassword: (password, id) => `kept ${password} of ${id}` });
    idm(host, 'patch', path, null, [{ operation: 'replace', field: '/password', value: 'p' }]);
    expect(host.identityWrites()).toEqual([{ id: bjensen._id, changes: [{ path: ['passwordHash'], value: `kept p of ${bjensen._id}` }] }]);
    expect(idm(host, 'read', path)).toEqual(idm(hostOf(), 'read', path));
    const other = hostOf();
    idm(other, 'update', path, null, { userName: 'bjensen', kind: 'agent', passwordHash: 'forged' });
    expect(other.identityWrites()).toEqual([{ id: bjensen._id, changes: [{ path: ['mail'] }, { path: ['givenName'] }, { path: ['sn'] }] }]);
  });
});

test('a single call has bounds: nobody else is served while it is answered', () => {
  const replace = { operation: 'replace', field: '/sn', value: 'x' };
  const patch = (...operations: Json[]) => idm(hostOf(), 'patch', path, null, operations);
  expect(() => patch(...Array.from({ length: 51 }, () => replace))).toThrow('400 Too many operations in a patch: 51, at most 50');
  expect(() => patch({ ...replace, value: 'x'.repeat(128_000) })).toThrow('400 Too many characters in an identity');
  expect(() => patch({ ...replace, field: '/a'.repeat(21) })).toThrow('400 Too many parts in a JSON pointer');
  const attributes = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, ['x']]));
  expect(() => call(hostOf(), 'idRepository', 'store', bjensen._id, attributes)).toThrow('400 Too many attributes are stored at once');
});

test('an identity that was large before may be changed', () => {
  const host = hostOf(storeOf({ ...bjensen, photo: 'x'.repeat(200_000) }));
  expect(idm(host, 'patch', path, null, [{ operation: 'replace', field: '/sn', value: 'x' }], ['sn'])).toMatchObject({ sn: 'x' });
});

test('secrets and library scripts: a missing one is an error', () => {
  const host = hostOf(people, {
    secret: (id) => (id === 'known' ? 's3cret' : undefined),
    library: (name) => (name === 'lib' ? 'exports.a = 1;' : undefined),
  });
  expect(call(host, 'secrets', 'getGenericSecret', 'known')).toBe('s3cret');
  expect(() => call(host, 'secrets', 'getGenericSecret', 'other')).toThrow('NoSuchSecretException');
  expect(call(host, 'require', 'source', 'lib')).toBe('exports.a = 1;');
  expect(() => call(host, 'require', 'source', 'other')).toThrow("Library script 'other' not found");
  expect(() => call(hostOf(), 'secrets', 'getGenericSecret', 'x')).toThrow('not simulated: secrets.getGenericSecret');
});

test('httpClient and systemEnv', () => {
  expect(() => call(hostOf(), 'httpClient', 'send', 'https://x', 'put', {})).toThrow(
    'httpClient: no stub for PUT https://x - nothing in a simulation reaches the network',
  );
  expect(call(hostOf(people, { http: () => ({ status: 204, body: '' }) }), 'httpClient', 'send', 'https://x')).toEqual({
    status: 204,
    statusText: '',
    headers: {},
    body: '',
  });
  expect(() => call(hostOf(), 'systemEnv', 'getProperty', 'esv.x')).toThrow('not simulated: systemEnv.getProperty');
  expect(call(hostOf(people, { variable: () => undefined }), 'systemEnv', 'getProperty', 'esv.x')).toBeNull();
  expect(() => call(hostOf(), 'fs' as 'openidm', 'read', 'x')).toThrow('not simulated: fs.read');
});

describe('identity writes', () => {
  test('say what changed against what the script saw, though others wrote meanwhile', () => {
    let stored: Identity = { ...bjensen, city: 'Bath' };
    const host = hostOf({ get: (id) => (id === stored._id ? stored : undefined), all: () => [stored] });
    const read = idm(host, 'read', path) as JsonObject;
    stored = { ...stored, accountStatus: 'inactive', city: 'Oslo' };
    idm(host, 'update', path, null, { ...read, sn: 'New' });
    expect(host.identityWrites()).toEqual([{ id: bjensen._id, changes: [{ path: ['sn'], value: 'New' }] }]);
  });
  test('there is none where nothing changed', () => {
    const host = hostOf();
    idm(host, 'patch', path, null, [{ operation: 'replace', field: '/sn', value: 'Jensen' }]);
    expect(host.identityWrites()).toEqual([]);
  });
});

test('answers of HTTP stubs take their time one after the other', () => {
  const host = hostOf(people, { http: ({ uri }) => ({ status: 200, body: '', ...(uri === 'https://slow' ? { delayMs: 250 } : {}) }) });
  expect(host.waited()).toBe(0);
  for (const uri of ['https://slow', 'https://quick', 'https://slow']) call(host, 'httpClient', 'send', uri);
  expect(host.waited()).toBe(500);
});
