import { describe, expect, test } from 'vitest';
import { type FakeOptions, fakeContext, sealed, user } from '../testing/fake-context.ts';
import { collectAttributes, collectedAttribute, identifyingAttribute, identityNamed, onlyUser } from './attributes.ts';

const context = (options: FakeOptions = {}) => fakeContext('PasswordCollectorNode', options);

describe('a collected attribute', () => {
  test('is searched in transient, secure and shared state', () => {
    const state = {
      transient: { objectAttributes: { a: 1 } },
      secure: { objectAttributes: { a: 2, b: 2 } },
      shared: { objectAttributes: { a: 3, b: 3, c: 3 } },
    };
    expect(['a', 'b', 'c', 'd'].map((name) => collectedAttribute(context(state), name))).toEqual([1, 2, 3, undefined]);
  });

  test('may be nested', () => {
    expect(collectedAttribute(context({ shared: { objectAttributes: { preferences: { updates: true } } } }), 'preferences/updates')).toBe(true);
    expect(collectedAttribute(context({ shared: { objectAttributes: { preferences: 'x' } } }), 'preferences/updates')).toBeUndefined();
  });

  test.each(['toString', '__proto__', 'constructor/name'])('is never something inherited (%s)', (name) => {
    expect(collectedAttribute(context({ shared: { objectAttributes: {} } }), name)).toBeUndefined();
  });

  test('in a container that is no object is none', () => {
    expect(collectedAttribute(context({ shared: { objectAttributes: ['a'] } }), '0')).toBeUndefined();
  });

  test('named userName may also be the username of the basic nodes', () => {
    expect(identifyingAttribute(context({ shared: { username: 'bjensen' } }), 'userName')).toBe('bjensen');
    expect(identifyingAttribute(context({ shared: { username: 'bjensen' } }), 'mail')).toBeUndefined();
    expect(identifyingAttribute(context({ shared: { username: 'a', objectAttributes: { userName: 'b' } } }), 'userName')).toBe('b');
  });

  test('that is sealed identifies nobody', () => {
    expect(identifyingAttribute(context({ transient: { objectAttributes: { mail: sealed('x') } } }), 'mail')).toBeUndefined();
  });
});

describe('collecting', () => {
  test('keeps what else the object holds, at every depth', () => {
    const fake = context({ shared: { objectAttributes: { sn: 'J', preferences: { updates: true } } } });
    collectAttributes(fake, 'shared', [
      ['mail', 'm'],
      ['preferences/marketing', false],
    ]);
    expect(fake.recorded.shared.objectAttributes).toEqual({ sn: 'J', mail: 'm', preferences: { updates: true, marketing: false } });
  });

  test('leaves the object in state untouched: it may belong to an earlier event', () => {
    const objectAttributes = { preferences: { updates: true } };
    collectAttributes(context({ shared: { objectAttributes } }), 'shared', [['preferences/updates', false]]);
    expect(objectAttributes).toEqual({ preferences: { updates: true } });
  });

  test('nothing writes nothing', () => {
    const fake = context();
    collectAttributes(fake, 'shared', []);
    expect(fake.recorded.shared).toEqual({});
  });

  test('refuses a name that would nest state deeper than anything could read it', () => {
    expect(() => collectAttributes(context(), 'shared', [['a/'.repeat(100_000), 1]])).toThrow('has 100001 parts; at most 100 are taken');
  });

  test('into one scope takes nothing from another', () => {
    const fake = context({ transient: { objectAttributes: { password: sealed('x') } } });
    collectAttributes(fake, 'shared', [['mail', 'm']]);
    expect(fake.recorded.shared).toEqual({ objectAttributes: { mail: 'm' } });
  });
});

describe('identities', () => {
  const identities = [
    user({ _id: '1', userName: 'a', mail: 'x' }),
    user({ _id: '2', userName: 'b', mail: 'x' }),
    user({ _id: '3', userName: 'a', kind: 'agent' }),
  ];

  test('the only user with a value, or none', () => {
    expect(onlyUser(context({ identities }), 'userName', 'a')?._id).toBe('1');
    expect(onlyUser(context({ identities }), 'mail', 'x')).toBeUndefined();
    expect(onlyUser(context({ identities }), 'mail', 'y')).toBeUndefined();
  });

  test('by _id or name, of one kind', () => {
    expect(identityNamed(context({ identities }), 'a', 'agent')?._id).toBe('3');
    expect(identityNamed(context({ identities }), '2', 'user')?.userName).toBe('b');
    expect(identityNamed(context({ identities }), '2', 'agent')).toBeUndefined();
  });
});
