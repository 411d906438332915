import type { JsonObject } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const identities = [user({ _id: 'id-1', userName: 'bjensen', sn: 'Jensen' }), user({ _id: 'id-2', userName: 'off', accountStatus: 'inactive' })];
const run = (options: FakeOptions) => visit('AccountLockoutNode', { identities, ...options });

test.each(['bjensen', 'id-1'])('locks the account of %s for good, and nothing else of it', (username) => {
  const { action, recorded } = run({ shared: { username } });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.saved).toEqual([{ ...identities[0], accountStatus: 'inactive' }]);
});

test('UNLOCK sets it active again', () => {
  expect(run({ config: { lockAction: 'UNLOCK' }, shared: { username: 'off' } }).recorded.saved).toMatchObject([
    { _id: 'id-2', accountStatus: 'active' },
  ]);
});

test('locking twice is locking once', () => {
  expect(run({ shared: { username: 'off' } }).recorded.saved).toEqual([identities[1]]);
});

test.each<JsonObject>([{}, { username: '' }, { username: null }, { username: 7 }])('without a username the journey fails: %j', (shared) => {
  expect(() => run({ shared })).toThrow(new NodeProcessError('Could not get a valid username from the context'));
});

test('without such a user the journey fails', () => {
  expect(() => run({ shared: { username: 'nobody' } })).toThrow(
    new NodeProcessError('Could not find the identity based on the information available on context.'),
  );
});

test('golden trace', () => {
  expect(trace('AccountLockoutNode', { identities, shared: { username: 'bjensen' } })).toEqual([
    'save {"kind":"user","passwordHash":"hash","_id":"id-1","userName":"bjensen","sn":"Jensen","accountStatus":"inactive"}',
    'go outcome',
  ]);
});
