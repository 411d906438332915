import { expect, it } from 'vitest';
import { verifyPassword } from '../passwords.ts';
import { ScriptPasswords } from './script-passwords.ts';

const user = (id: string, passwordHash?: string) => ({ _id: id, kind: 'user' as const, userName: id, ...(passwordHash ? { passwordHash } : {}) });

it('puts hashes where the markers stood, and leaves other hashes and deletions alone', async () => {
  const passwords = new ScriptPasswords();
  const first = passwords.keep('old', 'a');
  const marker = passwords.keep('new', 'a');
  expect(first + marker).not.toMatch(/old|new/);
  const writes = [
    { id: 'a', record: user('a', marker) },
    { id: 'b', record: user('b', 'scrypt$1$x$y') },
    { id: 'c', record: user('c') },
    { id: 'd', record: null },
  ];
  const [a, ...others] = await passwords.hashed(writes);
  expect(await verifyPassword('new', a?.record?.passwordHash ?? '')).toBe(true);
  expect(others).toEqual(writes.slice(1));
});

it('takes passwords of 5 users', () => {
  const passwords = new ScriptPasswords();
  for (let n = 0; n < 100; n++) passwords.keep(`p${n}`, `user ${n % 5}`);
  expect(() => passwords.keep('p', 'one more')).toThrow('too many users: at most 5');
});
