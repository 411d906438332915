import type { Json, JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, sealed, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const config = { identityResource: 'managed/alpha_user' };
const barbara: JsonObject = { userName: 'bjensen', givenName: 'Barbara', sn: 'Jensen', mail: 'b@example.com' };
const NOW = Date.UTC(2026, 10, 22, 9);
const run = (options: FakeOptions = {}) => visit('CreateObjectNode', { config, now: NOW, ...options });
const collected = (attributes: JsonObject, transient: JsonObject = {}): FakeOptions => ({
  shared: { objectAttributes: attributes },
  transient: { objectAttributes: transient },
});
const metadata = { createDate: '2026-11-22T09:00:00.000Z', lastChanged: { date: '2026-11-22T09:00:00.000Z' }, loginCount: 0 };

describe('Created', () => {
  test('the user has the collected attributes and a hashed password, its _id is in shared state', () => {
    const { action, recorded } = run(collected({ ...barbara, preferences: { updates: true } }, { password: sealed('Secret12!') }));
    expect(action).toEqual(goTo('CREATED'));
    expect(recorded.saved).toEqual([
      {
        _id: 'uuid',
        kind: 'user',
        accountStatus: 'active',
        _meta: metadata,
        ...barbara,
        preferences: { updates: true },
        passwordHash: 'hash:Secret12!',
      },
    ]);
    expect(recorded.shared._id).toBe('uuid');
    expect(JSON.stringify(recorded.saved)).not.toContain('$sealed');
  });

  test('without a password nobody logs in as the user', () => {
    expect(run(collected(barbara)).recorded.saved[0]).not.toHaveProperty('passwordHash');
  });

  test('a password that a script left as text is hashed, too', () => {
    expect(run(collected({ ...barbara, password: 'Secret12!' })).recorded.saved).toMatchObject([{ passwordHash: 'hash:Secret12!' }]);
  });

  test('accepted terms are kept with the metadata', () => {
    const termsAccepted = { acceptDate: '2026-11-22T08:59:00.000Z', termsVersion: '2.0' };
    const { recorded } = run({ shared: { objectAttributes: barbara, termsAccepted } });
    expect(recorded.saved).toMatchObject([{ _meta: { ...metadata, termsAccepted } }]);
  });

  test('answers to security questions are hashed', () => {
    const kbaInfo: Json = [{ questionId: '1', answer: sealed('  Dark   Blue ') }, { customQuestion: 'Pet?', answer: 'Rex' }, { nonsense: true }, 7];
    expect(run(collected(barbara, { kbaInfo })).recorded.saved).toMatchObject([
      {
        kbaInfo: [
          { questionId: '1', answer: { passwordHash: 'hash:dark blue' } },
          { customQuestion: 'Pet?', answer: { passwordHash: 'hash:rex' } },
        ],
      },
    ]);
  });

  test('any other secret is not stored, at any depth, and the log says so', () => {
    const { recorded } = run(collected(barbara, { pin: sealed('1'), list: [{ code: sealed('2') }] }));
    expect(Object.keys(recorded.saved[0] ?? {})).not.toContain('pin');
    expect(Object.keys(recorded.saved[0] ?? {})).not.toContain('list');
    expect(recorded.logs.map(({ level }) => level)).toEqual(['warn', 'warn']);
  });

  test('nobody chooses what Tandem keeps beside the attributes', () => {
    const evil = { _id: 'id-1', kind: 'agent', passwordHash: 'known', _meta: { loginCount: 99 }, ['__proto__']: { admin: true } };
    const [saved] = run(collected({ ...barbara, ...evil })).recorded.saved;
    expect(saved).toMatchObject({ _id: 'uuid', kind: 'user', _meta: metadata });
    expect(saved).not.toHaveProperty('passwordHash');
    expect(saved).not.toHaveProperty('admin');
  });
});

describe('Failed', () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    [
      'a missing attribute',
      { userName: 'bjensen', mail: 'b@example.com' },
      {},
      'Creation object does not have all required fields: givenName, sn missing',
    ],
    ['nothing collected', {}, {}, 'Creation object does not have all required fields: userName, givenName, sn, mail missing'],
    ['a weak password', barbara, { password: sealed('secret') }, 'password MIN_LENGTH, AT_LEAST_X_CAPITAL_LETTERS, AT_LEAST_X_NUMBERS'],
    ['a name in the password', barbara, { password: sealed('1Jensen!2') }, 'password CANNOT_CONTAIN_OTHERS'],
    ['a taken user name', { ...barbara, userName: 'SCARTER' }, {}, 'userName VALID_USERNAME'],
    ['a mail address that is none', { ...barbara, mail: 'b' }, {}, 'mail VALID_EMAIL_ADDRESS_FORMAT'],
    ['a user name that is no text', { ...barbara, userName: 7 }, {}, 'userName VALID_TYPE'],
  ])('%s: nothing is written, the log says why', (_, attributes, transient, why) => {
    const { action, recorded } = run({ ...collected(attributes, transient), identities: [user({ _id: 'id-2', userName: 'scarter' })] });
    expect(action).toEqual(goTo('FAILURE'));
    expect([recorded.saved, recorded.shared._id]).toEqual([[], undefined]);
    expect(recorded.logs).toMatchObject([{ level: 'warn', message: expect.stringContaining(why) }]);
  });

  test("somebody else's value of an attribute that the realm wants unique", () => {
    const others = [user({ _id: 'id-2', userName: 'scarter', mail: 'B@example.com' })];
    const options = { ...collected(barbara), identities: others };
    expect(run({ ...options, services: { uniqueAttributes: ['mail'] } }).recorded.logs).toMatchObject([
      { message: expect.stringContaining('mail UNIQUE') },
    ]);
    expect(run(options).action).toEqual(goTo('CREATED'));
  });

  test('a refused policy is what the client is told when the journey fails', () => {
    expect(run(collected({ ...barbara, mail: 'b' })).recorded.failureMessage).toBe('Policy validation failed');
    expect(run(collected({})).recorded.failureMessage).toBeNull();
  });

  test('what is no managed object', () => {
    const internal = { config: { identityResource: 'internal/role' }, identityResource: 'internal/role' };
    const { action, recorded } = run({ ...collected(barbara), ...internal });
    expect(action).toEqual(goTo('FAILURE'));
    expect(recorded.reasons).toMatchObject([{ mark: 'inferred', rule: expect.stringContaining('not simulated: objects of internal/role') }]);
  });
});

describe('an object of another managed type', () => {
  const of = (resource: string, options: FakeOptions) => run({ ...options, config: { identityResource: resource }, identityResource: resource });

  test('is created with what was collected, its _id is in shared state', () => {
    const { action, recorded } = of('managed/alpha_organization', collected({ name: 'Research', _id: 'chosen', parent: { _ref: 'x' } }));
    expect(action).toEqual(goTo('CREATED'));
    expect(recorded.savedObjects).toEqual([{ type: 'alpha_organization', object: { _id: 'uuid', name: 'Research', parent: { _ref: 'x' } } }]);
    expect([recorded.shared._id, recorded.saved]).toEqual(['uuid', []]);
  });

  test.each(['managed/alpha_role', 'managed/role', 'managed/alpha_organization'])('of %s needs a name', (resource) => {
    const { action, recorded } = of(resource, collected({ description: 'x', name: '' }));
    expect([action, recorded.savedObjects]).toEqual([goTo('FAILURE'), []]);
    expect(recorded.logs).toMatchObject([{ message: expect.stringContaining('does not have all required fields: name missing') }]);
  });

  test('of a type that an administrator made needs nothing', () => {
    const { action, recorded } = of('managed/alpha_device', collected({}));
    expect(action).toEqual(goTo('CREATED'));
    expect(recorded.savedObjects).toEqual([{ type: 'alpha_device', object: { _id: 'uuid' } }]);
  });

  test('keeps no secret', () => {
    const { recorded } = of('managed/alpha_device', collected({ serial: '7' }, { password: sealed('x') }));
    expect(recorded.savedObjects).toMatchObject([{ object: { serial: '7' } }]);
    expect(JSON.stringify(recorded.savedObjects)).not.toContain('$sealed');
    expect(recorded.logs).toMatchObject([{ level: 'warn', message: expect.stringContaining('password holds a secret') }]);
  });
});

test.each<JsonObject>([{ identityResource: 'managed/bravo_user' }, {}, { identityResource: 7 }])(
  "another resource than the journey's ends it: %j",
  (other) => {
    const named = typeof other.identityResource === 'string' ? other.identityResource : 'managed/user';
    expect(() => run({ ...collected(barbara), config: other })).toThrow(
      new NodeProcessError(
        `Configured identity resource for the node (${named}) does not match the configured identity resource for the tree (managed/alpha_user)`,
      ),
    );
  },
);

test('a second visit finds the name taken', () => {
  const once = run(collected(barbara));
  expect(run({ ...collected(barbara), identities: once.recorded.saved, shared: once.recorded.shared }).action).toEqual(goTo('FAILURE'));
});

test('golden trace of another type', () => {
  const role = { config: { identityResource: 'managed/alpha_role' }, identityResource: 'managed/alpha_role' };
  expect(trace('CreateObjectNode', { ...collected({ name: 'auditor' }), ...role })).toEqual([
    'put shared _id "uuid"',
    'save managed/alpha_role {"_id":"uuid","name":"auditor"}',
    'go CREATED',
  ]);
});

test('golden trace', () => {
  expect(trace('CreateObjectNode', { config, now: NOW, ...collected(barbara) })).toEqual([
    'put shared _id "uuid"',
    `save {"_id":"uuid","kind":"user","userName":"bjensen","accountStatus":"active","_meta":${JSON.stringify(metadata)},"givenName":"Barbara","sn":"Jensen","mail":"b@example.com"}`,
    'go CREATED',
  ]);
});
