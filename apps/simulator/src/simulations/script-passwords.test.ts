import type { IdentityWrite } from '@tandem/nodes';
import { expect, it } from 'vitest';
import { verifyPassword } from '../passwords.ts';
import { ScriptPasswords } from './script-passwords.ts';

const user = (id: string, passwordHash?: string) => ({ _id: id, kind: 'user' as const, userName: id, ...(passwordHash ? { passwordHash } : {}) });

it('puts hashes where the markers stood, and leaves other hashes and deletions alone', async () => {
  const passwords = new ScriptPasswords();
  const first = passwords.keep('old', 'a');
  const marker = passwords.keep('new', 'a');
  expect(first + marker).not.toMatch(/old|new/);
  const writes: IdentityWrite[] = [
    { id: 'a', set: { passwordHash: marker, sn: 'A' }, removed: [] },
    { id: 'n', created: user('n', first) },
    { id: 'b', created: user('b', 'scrypt$1$x$y') },
    { id: 'c', set: { sn: 'C' }, removed: ['mail'] },
    { id: 'd', record: null },
    { id: 'e', changes: [{ path: ['sn'], value: marker }, { path: ['mail'] }] },
  ];
  const [a, n, ...others] = await passwords.hashed(writes);
  expect(a).toEqual({ ...writes[0], set: { passwordHash: expect.any(String), sn: 'A' } });
  expect(await verifyPassword('new', String(a && 'set' in a && a.set.passwordHash))).toBe(true);
  expect(await verifyPassword('old', String(n && 'created' in n && n.created.passwordHash))).toBe(true);
  expect(others).toEqual(writes.slice(2));
});

it('puts the hash where the marker stands among the changes', async () => {
  const passwords = new ScriptPasswords();
  const value = passwords.keep('new', 'a');
  const [write] = await passwords.hashed([
    {
      id: 'a',
      changes: [
        { path: ['sn'], value: 'A' },
        { path: ['passwordHash'], value },
      ],
    },
  ]);
  const changes = write && 'changes' in write ? write.changes : [];
  expect(changes).toEqual([
    { path: ['sn'], value: 'A' },
    { path: ['passwordHash'], value: expect.any(String) },
  ]);
  expect(await verifyPassword('new', String(changes[1]?.value))).toBe(true);
});

it('takes passwords of 5 users', () => {
  const passwords = new ScriptPasswords();
  for (let n = 0; n < 100; n++) passwords.keep(`p${n}`, `user ${n % 5}`);
  expect(() => passwords.keep('p', 'one more')).toThrow('too many users: at most 5');
});
