import type { JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, sealed, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const bjensen = user({
  _id: 'id-1',
  userName: 'bjensen',
  sn: 'Jensen',
  mail: 'b@example.com',
  preferences: { updates: true },
  passwordExpired: true,
});
const identities = [bjensen, user({ _id: 'id-2', userName: 'scarter', mail: 's@example.com' })];
const base = { identityResource: 'managed/alpha_user' };
const run = (options: FakeOptions = {}) => visit('PatchObjectNode', { config: base, identities, ...options });
const patch = (attributes: JsonObject, config: JsonObject = {}, transient: JsonObject = {}) =>
  run({
    config: { ...base, ...config },
    shared: { username: 'bjensen', objectAttributes: attributes },
    transient: { objectAttributes: transient },
  });

describe('Patched', () => {
  test('the collected attributes change, everything else stays', () => {
    const { action, recorded } = patch({ sn: 'Jones', preferences: { marketing: false } });
    expect(action).toEqual(goTo('PATCHED'));
    expect(recorded.saved).toEqual([{ ...bjensen, sn: 'Jones', preferences: { updates: true, marketing: false } }]);
  });

  test('a new password is hashed and ends the expiry', () => {
    const [saved] = patch({}, {}, { password: sealed('Secret12!') }).recorded.saved;
    expect(saved).toMatchObject({ passwordHash: 'hash:Secret12!' });
    expect(saved).not.toHaveProperty('passwordExpired');
    expect(JSON.stringify(saved)).not.toContain('$sealed');
  });

  test('ignored fields are left out, nested ones too', () => {
    const attributes = { mail: 'other', sn: 'Jones', preferences: { updates: false, marketing: true } };
    const ignoredFields = ['mail', '/preferences/updates', 'nothing/there', 'sn/x'];
    expect(patch(attributes, { ignoredFields }).recorded.saved).toEqual([
      { ...bjensen, sn: 'Jones', preferences: { updates: true, marketing: true } },
    ]);
  });

  test('nothing to change: nothing is written, accepted terms neither', () => {
    const attributes = { userName: 'bjensen', preferences: { updates: false } };
    const { action, recorded } = run({
      config: { ...base, ignoredFields: ['userName', 'preferences/updates'] },
      shared: { objectAttributes: attributes, termsAccepted: { termsVersion: '1' } },
    });
    expect(action).toEqual(goTo('PATCHED'));
    expect(recorded.saved).toEqual([]);
  });

  test('accepted terms are kept along with a change', () => {
    const { recorded } = run({ shared: { username: 'bjensen', objectAttributes: { sn: 'Jones' }, termsAccepted: { termsVersion: '1' } } });
    expect(recorded.saved).toMatchObject([{ _meta: { termsAccepted: { termsVersion: '1' } } }]);
  });

  test('the user is found by the configured attribute', () => {
    const { recorded } = run({
      config: { ...base, identityAttribute: 'mail' },
      shared: { objectAttributes: { mail: 's@example.com', sn: 'Carter' } },
    });
    expect(recorded.saved).toMatchObject([{ _id: 'id-2', sn: 'Carter' }]);
  });

  test('as the user, what users may edit changes', () => {
    expect(patch({ sn: 'Jones', shoeSize: 41 }, { patchAsObject: true }).action).toEqual(goTo('PATCHED'));
  });

  test('a user name that stays the same is no clash', () => {
    expect(patch({ userName: 'bjensen', sn: 'Jones' }).action).toEqual(goTo('PATCHED'));
  });
});

describe('Failed', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject, string]>([
    ['a weak password', {}, {}, { password: sealed('x') }, 'password MIN_LENGTH'],
    ["a password with the user's own name in it", {}, {}, { password: sealed('1Jensen!2') }, 'password CANNOT_CONTAIN_OTHERS'],
    ['a status that is changed as the user', { accountStatus: 'inactive' }, { patchAsObject: true }, {}, 'may not change accountStatus'],
    ['a required attribute that is emptied', { mail: '' }, {}, {}, 'mail REQUIRED'],
  ])('%s: nothing is written, the log says why', (_, attributes, config, transient, why) => {
    const { action, recorded } = patch(attributes, config, transient);
    expect(action).toEqual(goTo('FAILURE'));
    expect(recorded.saved).toEqual([]);
    expect(recorded.logs).toMatchObject([{ level: 'warn', message: expect.stringContaining(why) }]);
    expect(recorded.failureMessage).not.toBeNull();
  });

  test("somebody else's user name", () => {
    const config = { ...base, identityAttribute: 'mail' };
    expect(run({ config, shared: { objectAttributes: { mail: 'b@example.com', userName: 'scarter' } } }).action).toEqual(goTo('FAILURE'));
  });

  test('nothing that names the user', () => {
    expect(run({ shared: { objectAttributes: { sn: 'Jones' } } }).action).toEqual(goTo('FAILURE'));
  });

  test('objects other than users', () => {
    const organization = { config: { identityResource: 'managed/alpha_organization' }, identityResource: 'managed/alpha_organization' };
    expect(run({ ...organization, shared: { username: 'bjensen' } }).action).toEqual(goTo('FAILURE'));
  });
});

test('a status may be changed by the client', () => {
  expect(patch({ accountStatus: 'inactive' }).recorded.saved).toMatchObject([{ accountStatus: 'inactive' }]);
});

test.each<JsonObject>([{}, { identityResource: 'managed/bravo_user' }])("another resource than the journey's ends it: %j", (config) => {
  expect(() => run({ config, shared: { username: 'bjensen' } })).toThrow(NodeProcessError);
});

test('a user who does not exist ends the journey', () => {
  expect(() => run({ shared: { username: 'nobody' } })).toThrow(new NodeProcessError('Failed to retrieve existing object'));
});

test('a second visit writes the same', () => {
  const once = patch({ sn: 'Jones' });
  const twice = run({ identities: once.recorded.saved, shared: once.recorded.shared });
  expect(twice.recorded.saved).toEqual(once.recorded.saved);
});

test('golden trace', () => {
  expect(
    trace('PatchObjectNode', { config: base, identities, shared: { username: 'scarter', objectAttributes: { mail: 'new@example.com' } } }),
  ).toEqual(['save {"kind":"user","passwordHash":"hash","_id":"id-2","userName":"scarter","mail":"new@example.com"}', 'go PATCHED']);
});
