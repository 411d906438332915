import { expect, it } from 'vitest';
import { hashPassword, hashPasswordSync, verifyPassword } from './passwords.ts';

it('accepts the password that was hashed and no other', async () => {
  const hash = await hashPassword('Secret12!');
  expect(hash).toMatch(/^scrypt\$16384\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword('Secret12!', hash)).toBe(true);
  expect(await verifyPassword('secret12!', hash)).toBe(false);
  expect(await verifyPassword('', hash)).toBe(false);
});

it('hashes the same password differently each time', () => {
  expect(hashPasswordSync('a')).not.toBe(hashPasswordSync('a'));
});

it('does not care how accents are composed', async () => {
  expect(await verifyPassword('Zoe\u0308', hashPasswordSync('Zo\u00eb'))).toBe(true);
});

it.each([
  '',
  'plain',
  'scrypt$16384$aa',
  'scrypt$16384$aa$',
  'scrypt$3$aa$AAAAAAAAAAAAAAAAAAAAAAAA',
  'scrypt$1073741824$aa$AAAAAAAAAAAAAAAAAAAAAAAA',
  'md5$2$aa$AAAAAAAAAAAAAAAAAAAAAAAA',
])('a hash such as "%s" belongs to no password', async (hash) => {
  expect(await verifyPassword('', hash)).toBe(false);
});
