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

  test('what is no managed object', () => {
    const internal = { config: { identityResource: 'internal/role' }, identityResource: 'internal/role' };
    expect(run({ ...internal, shared: { username: 'bjensen' } }).action).toEqual(goTo('FAILURE'));
  });
});

describe('an object of another managed type', () => {
  const objects = { alpha_organization: [{ _id: 'o1', name: 'Research', address: { city: 'Oslo', zip: '1' } }] };
  const resource = 'managed/alpha_organization';
  const change = (attributes: JsonObject, config: JsonObject = {}) =>
    run({
      config: { identityResource: resource, identityAttribute: 'name', ...config },
      identityResource: resource,
      objects,
      shared: { objectAttributes: attributes },
    });

  test('is found by the configured attribute and changed', () => {
    const { action, recorded } = change({ name: 'Research', address: { city: 'Bath' }, description: 'x' });
    expect(action).toEqual(goTo('PATCHED'));
    expect(recorded.savedObjects).toEqual([
      { type: 'alpha_organization', object: { _id: 'o1', name: 'Research', address: { city: 'Bath', zip: '1' }, description: 'x' } },
    ]);
    expect(recorded.reasons.at(-1)).toMatchObject({ rule: 'address/city, description of managed/alpha_organization/o1 changed.' });
  });

  test('that has the values already is not written', () => {
    const { action, recorded } = change({ name: 'Research', description: 'x' }, { ignoredFields: ['description'] });
    expect([action, recorded.savedObjects]).toEqual([goTo('PATCHED'), []]);
  });

  test('cannot lose its name', () => {
    const { action, recorded } = run({
      config: { identityResource: resource, identityAttribute: 'code' },
      identityResource: resource,
      objects: { alpha_organization: [{ _id: 'o1', code: 'r', name: 'Research' }] },
      shared: { objectAttributes: { code: 'r', name: '' } },
    });
    expect([action, recorded.savedObjects]).toEqual([goTo('FAILURE'), []]);
    expect(recorded.logs).toMatchObject([{ message: expect.stringContaining('name REQUIRED') }]);
  });

  test.each(['Sales', 'Twice'])('that is not found, or found twice, ends the journey: %s', (name) => {
    const twice = ['o2', 'o3'].map((_id) => ({ _id, name: 'Twice' }));
    const found = () =>
      run({
        config: { identityResource: resource, identityAttribute: 'name' },
        identityResource: resource,
        objects: { alpha_organization: twice },
        shared: { objectAttributes: { name, description: 'x' } },
      });
    expect(found).toThrow(new NodeProcessError('Failed to retrieve existing object'));
  });
});

describe('only what changed is a change', () => {
  test('the event names it, attributes with the same value are left out', () => {
    const { recorded } = patch({ sn: 'Jones', mail: 'b@example.com', preferences: { updates: true, marketing: false } });
    expect(recorded.reasons.at(-1)).toMatchObject({ rule: 'sn, preferences/marketing of bjensen changed.' });
  });

  test('a user who has all the values already is not written', () => {
    const { action, recorded } = patch({ sn: 'Jensen', mail: 'b@example.com' });
    expect([action, recorded.saved]).toEqual([goTo('PATCHED'), []]);
    expect(recorded.reasons.at(-1)).toMatchObject({ rule: 'bjensen has these values already.' });
  });

  test('a password is one, by the name that IDM has for it', () => {
    const { recorded } = patch({ sn: 'Jensen' }, {}, { password: sealed('Secret12!') });
    expect(recorded.reasons.at(-1)).toMatchObject({ rule: 'password, passwordExpired of bjensen changed.' });
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

test('a second visit finds nothing left to write', () => {
  const once = patch({ sn: 'Jones' });
  const twice = run({ identities: once.recorded.saved, shared: once.recorded.shared });
  expect([twice.action, twice.recorded.saved]).toEqual([goTo('PATCHED'), []]);
});

test('golden trace of another type', () => {
  const role = { config: { identityResource: 'managed/alpha_role', identityAttribute: 'name' }, identityResource: 'managed/alpha_role' };
  const objects = { alpha_role: [{ _id: 'r1', name: 'auditor' }] };
  expect(trace('PatchObjectNode', { ...role, objects, shared: { objectAttributes: { name: 'auditor', description: 'Reads' } } })).toEqual([
    'save managed/alpha_role {"_id":"r1","name":"auditor","description":"Reads"}',
    'go PATCHED',
  ]);
});

test('golden trace', () => {
  expect(
    trace('PatchObjectNode', { config: base, identities, shared: { username: 'scarter', objectAttributes: { mail: 'new@example.com' } } }),
  ).toEqual(['save {"kind":"user","passwordHash":"hash","_id":"id-2","userName":"scarter","mail":"new@example.com"}', 'go PATCHED']);
});
