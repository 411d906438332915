import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, fakeContext, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { execute } from './execute.ts';

const identities = [
  user({ _id: 'id-1', userName: 'bjensen', mail: 'b@example.com', _meta: { createDate: '2026-01-01', loginCount: 4 } }),
  user({ _id: 'id-2', userName: 'new' }),
  user({ _id: 'id-3', userName: 'odd', _meta: 'x' }),
];
const run = (options: FakeOptions) => visit('IncrementLoginCountNode', { identities, ...options });

test('counts one more and keeps the rest of the metadata', () => {
  const { action, recorded } = run({ shared: { username: 'bjensen' } });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.saved).toMatchObject([{ _id: 'id-1', _meta: { createDate: '2026-01-01', loginCount: 5 } }]);
});

test.each(['new', 'odd'])('the first login of %s is 1', (username) => {
  expect(run({ shared: { username } }).recorded.saved).toMatchObject([{ _meta: { loginCount: 1 } }]);
});

test('finds the user by the configured attribute', () => {
  const options = { config: { identityAttribute: 'mail' }, shared: { objectAttributes: { mail: 'b@example.com' } } };
  expect(run(options).recorded.saved).toMatchObject([{ _id: 'id-1' }]);
});

test.each([
  [{}, 'userName not present in state'],
  [{ username: 'nobody' }, 'No object to increment'],
])('nobody to count: it warns and goes on: %j', (shared, message) => {
  const { action, recorded } = run({ shared });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.saved).toEqual([]);
  expect(recorded.logs).toEqual([{ level: 'warn', message: `Unable to increment login count: ${message}` }]);
});

test('a defect is no missing user', () => {
  const context = fakeContext('IncrementLoginCountNode', { identities, shared: { username: 'bjensen' } });
  context.store.save = () => {
    throw new TypeError('broken');
  };
  expect(() => execute(context)).toThrow(TypeError);
});

test('golden trace', () => {
  expect(trace('IncrementLoginCountNode', { identities, shared: { username: 'new' } })).toEqual([
    'save {"kind":"user","passwordHash":"hash","_id":"id-2","userName":"new","_meta":{"loginCount":1}}',
    'go outcome',
  ]);
});
