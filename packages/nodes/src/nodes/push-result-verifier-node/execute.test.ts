import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import type { MessageView } from '../../messages.ts';
import { type FakeOptions, fakeContext, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { execute } from './execute.ts';

const TYPE = 'PushResultVerifierNode';
const bjensen = user({
  _id: 'id-1',
  userName: 'bjensen',
  pushDevices: [
    { uuid: 'device-1', lastAccessDate: 1 },
    { uuid: 'device-2', lastAccessDate: 2 },
  ],
});
const open: MessageView = { id: 'm1', kind: 'push', answered: false, approved: null, push: { type: 'DEFAULT', expiresAt: 120_000 } };
const answered = (approved: boolean): MessageView => ({ ...open, answered: true, approved });
const shared = { username: 'bjensen', pushMessageId: 'm1', t: 120_000, pushMechanismUid: 'device-2' };
const base: FakeOptions = { identities: [bjensen], shared, messages: [open], now: 0 };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });

test('golden trace: approved', () => {
  expect(trace(TYPE, { ...base, messages: [answered(true)], now: 5000 })).toEqual([
    'remove shared pushMessageId',
    'remove shared t',
    'save {"kind":"user","passwordHash":"hash","_id":"id-1","userName":"bjensen","pushDevices":[{"uuid":"device-1","lastAccessDate":1},{"uuid":"device-2","lastAccessDate":5000}]}',
    'go TRUE',
  ]);
});

test('golden trace: not answered yet', () => {
  expect(trace(TYPE, { ...base, now: 5000 })).toEqual(['put shared pushMessageExpiration 125000', 'go WAITING']);
});

describe('Success', () => {
  const run2 = (options: FakeOptions = {}) => run({ messages: [answered(true)], ...options });

  test('counts also after the time, when the answer came in time', () => {
    expect(run2({ now: 999_999 }).action).toEqual(goTo('TRUE'));
  });

  test.each([
    ['no mechanism in node state', { shared: { ...shared, pushMechanismUid: null } }, 'Unable to find push mechanismUid in sharedState'],
    ['a device that is gone', { shared: { ...shared, pushMechanismUid: 'x' } }, 'Unable to set last access date. Device was not found.'],
    ['a user who is gone', { identities: [] }, 'Unable to set last access date. Device was not found.'],
  ])('%s is a warning', (_, options: FakeOptions, message) => {
    const { action, recorded } = run2(options);
    expect(action).toEqual(goTo('TRUE'));
    expect(recorded.logs).toEqual([{ level: 'warn', message }]);
    expect(recorded.saved).toEqual([]);
  });
});

test('denied, or the wrong number: Failure, no access noted', () => {
  const { action, recorded } = run({ messages: [answered(false)] });
  expect(action).toEqual(goTo('FALSE'));
  expect(recorded.saved).toEqual([]);
});

test('every end makes room for another push', () => {
  const left = { username: 'bjensen', pushMechanismUid: 'device-2' };
  const ends = { messages: [answered(true)] };
  expect(run({ ...ends, shared: { ...shared, pushMessageExpiration: 1 } }).recorded.shared).toEqual(left);
  expect(run({ messages: [answered(false)] }).recorded.shared).toEqual(left);
  expect(run({ now: 120_000 }).recorded.shared).toEqual(left);
});

describe('Waiting', () => {
  test('notes the end once', () => {
    const first = run({ now: 1000 });
    expect(first.recorded.shared.pushMessageExpiration).toBe(121_000);
    expect(run({ now: 2000, shared: first.recorded.shared }).recorded.shared.pushMessageExpiration).toBe(121_000);
  });

  test('without the timeout in state nothing is noted', () => {
    const { action, recorded } = run({ shared: { pushMessageId: 'm1', pushMessageExpiration: -1 }, now: 10 });
    expect(action).toEqual(goTo('WAITING'));
    expect(recorded.shared.pushMessageExpiration).toBe(-1);
  });
});

describe('Expired', () => {
  test('when the phone can no longer answer', () => {
    expect(run({ now: 119_999 }).action).toEqual(goTo('WAITING'));
    expect(run({ now: 120_000 }).action).toEqual(goTo('EXPIRED'));
  });

  test('strictly after the end that the first Waiting noted', () => {
    const state = { ...shared, pushMessageExpiration: 5000 };
    expect(run({ shared: state, now: 5000 }).action).toEqual(goTo('WAITING'));
    expect(run({ shared: state, now: 5001 }).action).toEqual(goTo('EXPIRED'));
  });

  test('when the message is gone', () => {
    expect(run({ messages: [] }).action).toEqual(goTo('EXPIRED'));
  });

  test('a message that is no push has no end', () => {
    expect(run({ messages: [{ ...open, kind: 'email', push: null }], now: 999_999 }).action).toEqual(goTo('WAITING'));
  });
});

test.each([[{}], [{ pushMessageId: 7 }], [run({ messages: [answered(true)] }).recorded.shared]])(
  'without a message id (%j), as on a second visit, the journey ends',
  (state) => {
    const context = fakeContext(TYPE, { ...base, shared: state });
    expect(() => execute(context)).toThrow(new NodeProcessError('Unable to find push message ID'));
    expect(context.recorded.logs).toEqual([{ level: 'error', message: 'Unable to find push message ID in sharedState' }]);
  },
);
