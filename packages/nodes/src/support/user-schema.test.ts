import { describe, expect, test } from 'vitest';
import { userAttribute } from './user-schema.ts';

const services = { transactionTimeToLive: 180 };
const of = (name: string, more: Partial<Parameters<typeof userAttribute>[0]> = {}) => userAttribute({ ...services, ...more }, name);
const policyIds = (name: string, more = {}) => of(name, more)?.policies.map(({ policyId }) => policyId);

describe('attributes of managed users', () => {
  test('are those that AIC has, with its titles', () => {
    expect(of('sn')).toMatchObject({ title: 'Last Name', type: 'string', viewable: true, userEditable: true });
    expect(of('preferences/updates')?.type).toBe('boolean');
    expect(of('shoeSize')).toBeUndefined();
    expect(of('toString')).toBeUndefined();
  });

  test('users do not change their own status', () => {
    expect(of('accountStatus')?.userEditable).toBe(false);
  });

  test.each([
    ['frIndexedString1', 'Generic Indexed String 1', 'string'],
    ['frUnindexedInteger20', 'Generic Unindexed Integer 20', 'number'],
    ['frIndexedMultivalued3', 'Generic Indexed Multivalued 3', 'array'],
    ['frUnindexedDate5', 'Generic Unindexed Date 5', 'string'],
  ])('%s is a general-purpose one', (name, title, type) => {
    expect(of(name)).toMatchObject({ title, type });
  });

  test('are also those that the realm declares, titled by their name where it gives no title', () => {
    const customAttributes = [
      { name: 'shoeSize', type: 'number' as const },
      { name: 'sn', title: 'Family name', type: 'string' as const },
    ];
    expect(of('shoeSize', { customAttributes })).toMatchObject({ title: 'shoeSize', type: 'number' });
    expect(of('sn', { customAttributes })?.title).toBe('Family name');
  });
});

describe('policies', () => {
  test('of a required attribute begin with that', () => {
    expect(policyIds('mail')).toEqual(['required', 'valid-type', 'valid-email-address-format']);
    expect(policyIds('city')).toEqual(['valid-type']);
  });

  test("of a password are AIC's own", () => {
    expect(of('password')).toMatchObject({ title: 'Password', viewable: false });
    expect(policyIds('password')).toEqual(['valid-type', 'minimum-length', 'at-least-X-capitals', 'at-least-X-numbers', 'cannot-contain-others']);
  });

  test('of a password are the realm’s where it has a policy; what it does not ask for is not checked', () => {
    const lax = { minimumLength: 0, minimumCapitals: 0, minimumNumbers: 0, minimumSpecials: 0, cannotContain: [] };
    expect(policyIds('password', { passwordPolicy: lax })).toEqual(['valid-type']);
    expect(policyIds('password', { passwordPolicy: { ...lax, minimumSpecials: 2 } })).toEqual(['valid-type', 'at-least-X-specials']);
  });
});

test('the realm says which attributes no two users may share; the user name has its own policy for it', () => {
  const ids = (name: string) => policyIds(name, { uniqueAttributes: ['mail', 'userName', 'unknown'] });
  expect(ids('mail')).toEqual(['required', 'valid-type', 'valid-email-address-format', 'unique']);
  expect(ids('userName')).not.toContain('unique');
  expect(ids('sn')).not.toContain('unique');
  expect(ids('unknown')).toBeUndefined();
});
