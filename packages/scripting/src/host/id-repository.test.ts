import { describe, expect, test } from 'vitest';
import { bjensen, hostOf, people } from '../testing/support.ts';
import type { Json } from '../types.ts';
import { attributeValues, withAttribute } from './attributes.ts';
import type { ScriptHost } from './types.ts';

function call(host: ScriptHost, method: string, ...args: Json[]): Json {
  const answer = host({ binding: 'idRepository', method, args });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

test('an identity is found by _id alone, or by name where PingAM is simulated', () => {
  expect(call(hostOf(), 'getIdentity', bjensen._id)).toEqual({ id: bjensen._id, name: 'bjensen' });
  expect(call(hostOf(), 'getIdentity', 'bjensen')).toBeNull();
  const pingAm = hostOf(people, { identityBy: 'id-or-name' });
  expect(call(pingAm, 'getIdentity', 'BJENSEN')).toEqual({ id: bjensen._id, name: 'bjensen' });
  expect(call(pingAm, 'getIdentity', 'webagent1')).toMatchObject({ name: 'webagent1' });
});

describe("attributes have AM's names", () => {
  const identity = { ...bjensen, telephoneNumber: '1', city: 'Oslo', frIndexedString2: 's', frUnindexedMultivalued1: ['a', 'b'], age: 4 };
  test.each([
    ['uid', ['bjensen']],
    ['mail', ['bjensen@example.com']],
    ['givenName', ['Barbara']],
    ['sn', ['Jensen']],
    ['cn', ['Barbara Jensen']],
    ['telephoneNumber', ['1']],
    ['l', ['Oslo']],
    ['fr-attr-istr2', ['s']],
    ['fr-attr-multi1', ['a', 'b']],
    ['fr-idm-uuid', [bjensen._id]],
    ['inetUserStatus', ['Active']],
    ['age', ['4']],
    ['userName', []],
    ['city', []],
    ['passwordHash', []],
    ['kind', []],
    ['nothing', []],
    ['constructor', []],
    ['__proto__', []],
  ])('%s', (attribute, values) => {
    expect(attributeValues(identity, attribute)).toEqual(values);
  });

  test.each<[string, string[], object]>([
    ['mail', ['new@x'], { mail: 'new@x' }],
    ['uid', ['bj'], { userName: 'bj' }],
    ['fr-attr-multi1', ['c'], { frUnindexedMultivalued1: ['c'] }],
    ['inetUserStatus', ['Inactive'], { accountStatus: 'inactive' }],
    ['other', ['1', '2'], { other: ['1', '2'] }],
  ])('set %s to %j', (attribute, values, expected) => {
    expect(withAttribute(identity, attribute, values)).toMatchObject(expected);
  });

  test('no values remove it; ids, names of IDM and secrets cannot be set', () => {
    expect(withAttribute(identity, 'mail', [])).not.toHaveProperty('mail');
    for (const attribute of ['fr-idm-uuid', 'userName', 'passwordHash', 'kind'])
      expect(() => withAttribute(identity, attribute, ['x'])).toThrow('cannot be set');
    expect(() => withAttribute(identity, 'uid', [])).toThrow('cannot be set');
  });
});

test('store writes all changes at once, and refuses an identity that does not exist', () => {
  const host = hostOf();
  call(host, 'store', bjensen._id, { mail: ['new@x'], sn: ['N'] });
  expect(host.identityWrites()).toEqual([
    {
      id: bjensen._id,
      changes: [
        { path: ['mail'], value: 'new@x' },
        { path: ['sn'], value: 'N' },
      ],
    },
  ]);
  expect(call(host, 'getAttributeValues', bjensen._id, 'mail')).toEqual(['new@x']);
  expect(() => call(host, 'store', 'none', {})).toThrow('Identity none does not exist');
});
