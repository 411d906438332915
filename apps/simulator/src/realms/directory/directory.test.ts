import type { IdentityView } from '@tandem/api';
import { emptyRealm } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '../../passwords.ts';
import { startTestServer } from '../../testing/server.ts';
import { readRows } from './rows.ts';

const base = '/api/realms/alpha/identities';

async function started() {
  const realm = emptyRealm('alpha');
  realm.identities.u1 = { _id: 'u1', kind: 'user', userName: 'bjensen', mail: 'b@example.com', passwordHash: 'scrypt$old' };
  return startTestServer({ realm });
}
const list = async ({ call }: Awaited<ReturnType<typeof started>>) => ((await call('GET', base)).json as { identities: IdentityView[] }).identities;

describe('identities', () => {
  it('are listed without hashes, by kind', async () => {
    const server = await started();
    await server.call('PUT', `${base}/a1`, { body: { kind: 'agent', userName: 'gateway' } });
    const reply = await server.call('GET', `${base}?kind=user`);
    expect(reply.json).toEqual({ identities: [{ _id: 'u1', kind: 'user', userName: 'bjensen', mail: 'b@example.com', hasPassword: true }] });
    expect(reply.text).not.toContain('scrypt');
    expect((await list(server)).map(({ userName }) => userName)).toEqual(['bjensen', 'gateway']);
  });

  it('keep their password unless one is given; null takes it away', async () => {
    const server = await started();
    const put = (body: object) => server.call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', ...body } });
    expect((await put({ sn: 'Jensen' })).json).toMatchObject({ hasPassword: true, sn: 'Jensen' });
    expect((await put({ password: null })).json).toMatchObject({ hasPassword: false });
    expect((await put({ password: 'Secret12!' })).json).toMatchObject({ hasPassword: true });
  });

  it('have a user name of their own, whatever its case', async () => {
    const server = await started();
    const reply = await server.call('PUT', `${base}/u2`, { body: { kind: 'user', userName: 'BJensen' } });
    expect(reply.status).toBe(409);
    expect(reply.json).toMatchObject({ errors: [{ field: 'userName', expected: 'another user name' }] });
  });

  it('never show the answers to security questions, and keep them when the questions come back', async () => {
    const server = await started();
    const put = (body: object) => server.call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', ...body } });
    const reply = await put({
      kbaInfo: [
        { questionId: '1', answer: { passwordHash: 'scrypt$a' } },
        { customQuestion: 'Pet?', answer: 'Rex' },
      ],
    });
    expect(reply.json).toMatchObject({ kbaInfo: [{ questionId: '1' }, { customQuestion: 'Pet?' }] });
    expect(reply.text).not.toMatch(/scrypt|Rex/);
    await put({ kbaInfo: [{ customQuestion: 'Pet?' }] });
    expect(server.realms.load('alpha')?.realm.identities.u1?.kbaInfo).toEqual([{ customQuestion: 'Pet?', answer: 'Rex' }]);
  });

  it.each([
    ['a hash', { passwordHash: 'scrypt$x' }, 'passwordHash'],
    ['a mail that is no text', { mail: 3 }, 'mail'],
    ['a mail that is no address', { mail: 'nowhere' }, 'mail'],
    ['a status that AIC does not have', { accountStatus: 'locked' }, 'accountStatus'],
    ["a password that breaks the realm's policy", { password: 'abc' }, 'password'],
    ['a password that holds the user name', { password: 'bjensenA1' }, 'password'],
    ['an empty user name', { userName: ' ' }, 'userName'],
  ])('refuse %s', async (_, body, field) => {
    const server = await started();
    const reply = await server.call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', ...body } });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field }] });
  });

  it('may keep a wrong value that the realm has already', async () => {
    const realm = emptyRealm('alpha');
    realm.identities.u1 = { _id: 'u1', kind: 'user', userName: 'bjensen', mail: 'nowhere' };
    const { call } = await startTestServer({ realm });
    const put = (body: object) => call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', ...body } });
    expect((await put({ mail: 'nowhere', sn: 'Jensen' })).status).toBe(200);
    expect((await put({ mail: 'nobody' })).status).toBe(400);
  });

  it("follow the realm's own password policy, of which each broken rule is told", async () => {
    const realm = emptyRealm('alpha');
    realm.services.passwordPolicy = { minimumLength: 3, minimumCapitals: 0, minimumNumbers: 2, minimumSpecials: 1, cannotContain: [] };
    const { call } = await startTestServer({ realm });
    const put = (password: string) => call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', password } });
    expect((await put('a1')).json).toMatchObject({
      errors: [{ field: 'password', expected: 'at least 3 characters, at least 2 digits, at least 1 special character' }],
    });
    expect((await put('a12')).json).toMatchObject({ errors: [{ field: 'password', expected: 'at least 1 special character' }] });
    expect((await put('a12!')).status).toBe(200);
  });

  it('are deleted, and nobody of that id is told', async () => {
    const server = await started();
    expect((await server.call('DELETE', `${base}/u1`)).status).toBe(200);
    expect((await server.call('DELETE', `${base}/u1`)).status).toBe(404);
    expect(await list(server)).toEqual([]);
  });
});

describe('import', () => {
  it('changes whoever has the user name and creates the others, from CSV', async () => {
    const server = await started();
    const text = 'userName,givenName,mail,password\nbjensen,Barbara,,\n"new, one",Nora,n@example.com,Secret12!\n';
    const reply = await server.call('POST', `${base}/import`, { body: { format: 'csv', text } });
    expect(reply.json).toEqual({ created: ['new, one'], changed: ['bjensen'], warnings: [] });
    const [bjensen, created] = await list(server);
    expect(bjensen).toMatchObject({ _id: 'u1', mail: 'b@example.com', givenName: 'Barbara', hasPassword: true });
    expect(created).toMatchObject({ userName: 'new, one', hasPassword: true });
  });

  it("takes an IDM query's answer", async () => {
    const server = await started();
    const text = JSON.stringify({ result: [{ _id: 'x', _rev: '1', userName: 'scarter', frIndexedString1: 'a' }] });
    expect((await server.call('POST', `${base}/import`, { body: { format: 'json', text } })).json).toMatchObject({ created: ['scarter'] });
    expect((await list(server))[1]).toMatchObject({ userName: 'scarter', frIndexedString1: 'a', hasPassword: false });
  });

  it('takes all rows or none, and names each wrong one', async () => {
    const server = await started();
    const reply = await server.call('POST', `${base}/import`, { body: { format: 'csv', text: 'userName,mail\nok,a@b.c\n,x@y.z\nOK,d@e.f\n' } });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      errors: [
        { node: 'row 2', field: 'userName' },
        { node: 'row 3', field: 'userName' },
      ],
    });
    expect(await list(server)).toHaveLength(1);
  });

  it('names each row whose values AIC does not take', async () => {
    const server = await started();
    const text = 'userName,mail,accountStatus,password\nok,a@b.c,active,Secret12!\nx,nowhere,,\ny,,locked,\nz,,,short\n';
    const reply = await server.call('POST', `${base}/import`, { body: { format: 'csv', text } });
    expect(reply.status).toBe(400);
    const { errors } = reply.json as { errors: { node: string; field: string; expected: string }[] };
    expect(errors).toMatchObject([
      { node: 'row 2', field: 'mail' },
      { node: 'row 3', field: 'accountStatus', expected: 'active or inactive' },
      { node: 'row 4', field: 'password', expected: expect.stringContaining('at least 8 characters') },
    ]);
    expect(await list(server)).toHaveLength(1);
  });

  it.each([
    ['json', '{"a":1}'],
    ['json', '[1]'],
    ['json', '{'],
    ['csv', 'userName\n"open'],
    ['csv', 'userName,mail\nonly-one-cell\n'],
  ])('refuses %s %s with a reason', async (format, text) => {
    const server = await started();
    const reply = await server.call('POST', `${base}/import`, { body: { format, text } });
    expect(reply.status).toBe(400);
    expect((reply.json as { errors: { message: string; expected: string }[] }).errors[0]?.message).toMatch(/\w/);
  });

  it('reads cells by the type of their attribute', () => {
    const [row] = readRows('csv', 'userName,age,vip,aliasList,tags\nx,42,true,a;b,c;d', [
      { name: 'age', type: 'number' },
      { name: 'vip', type: 'boolean' },
      { name: 'tags', type: 'array' },
    ]);
    expect(row?.attributes).toEqual({ age: 42, vip: true, aliasList: ['a', 'b'], tags: ['c', 'd'] });
  });
});

it('a password is kept as its hash', async () => {
  const server = await started();
  await server.call('PUT', `${base}/u1`, { body: { kind: 'user', userName: 'bjensen', password: 'Secret12!' } });
  const { passwordHash = '' } = server.realms.load('alpha')?.realm.identities.u1 ?? {};
  expect(passwordHash).not.toContain('Secret12!');
  expect(await verifyPassword('Secret12!', passwordHash)).toBe(true);
});
