import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { sealed, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const transaction = 't1';
const config = { dataKey: 'transaction:notify' };
const data = { journeyStatus: 'Status 1' };
const run = (options: Parameters<typeof visit>[1] = {}) =>
  visit('BackchannelNotificationNode', { config, transaction, shared: { 'transaction:notify': data }, ...options });

test('adds the object to the transaction and leaves state as it is', () => {
  const { action, recorded } = run();
  expect(action).toEqual(goTo('success'));
  expect(recorded.notified).toEqual([data]);
  expect(recorded.shared).toEqual({ 'transaction:notify': data });
  expect(recorded.logs).toEqual([]);
});

test('reads the configured key from any scope', () => {
  const { recorded } = run({ config: { dataKey: 'other' }, shared: {}, transient: { other: { a: 1 } } });
  expect(recorded.notified).toEqual([{ a: 1 }]);
});

test('in a session without a transaction: warning and error, even with data', () => {
  const { action, recorded } = visit('BackchannelNotificationNode', { config, shared: { 'transaction:notify': data } });
  expect(action).toEqual(goTo('error'));
  expect(recorded.logs).toEqual([{ level: 'warn', message: 'Transaction ID not found in context' }]);
  expect(recorded.reasons.map(({ mark }) => mark)).toContain('inferred');
});

test.each([[undefined], ['text'], [['a']], [null], [7], [sealed('secret')]])(
  'data that is no object (%j): the warning names the key, error, transaction untouched',
  (value) => {
    const { action, recorded } = run({ shared: value === undefined ? {} : { 'transaction:notify': value } });
    expect(action).toEqual(goTo('error'));
    expect(recorded.logs).toEqual([
      { level: 'warn', message: 'Data in state at transaction:notify data key was not found or incorrect type, not updating transaction.' },
    ]);
    expect(recorded.notified).toEqual([]);
  },
);

test('a transaction that cannot be updated: error line and error', () => {
  const { action, recorded } = run({ notifyFails: 'The transaction has expired.' });
  expect(action).toEqual(goTo('error'));
  expect(recorded.logs[0]).toEqual({ level: 'error', message: 'Failed to update backchannel transaction' });
});

test('a defect of the engine is not taken for a transaction that cannot be updated', () => {
  expect(() => run({ notifyFails: new TypeError('defect') })).toThrow(new TypeError('defect'));
});

test('without a Data Key there is nothing to add, even if state has a value under the empty key', () => {
  const { action, recorded } = run({ config: {}, shared: { '': data } });
  expect(action).toEqual(goTo('error'));
  expect(recorded.logs).toEqual([
    { level: 'warn', message: 'Data in state at  data key was not found or incorrect type, not updating transaction.' },
  ]);
  expect(recorded.notified).toEqual([]);
});

test('asks nothing: answers that come back are none of its business', () => {
  expect(run({ answers: strayAnswers })).toEqual(run());
});

test('golden traces', () => {
  const told = (options: Parameters<typeof visit>[1]) =>
    trace('BackchannelNotificationNode', { config, transaction, shared: { 'transaction:notify': data }, ...options });
  expect(told({})).toEqual(['notify {"journeyStatus":"Status 1"}', 'go success']);
  expect(told({ shared: {} })).toEqual([
    'log warn Data in state at transaction:notify data key was not found or incorrect type, not updating transaction.',
    'go error',
  ]);
  expect(told({ notifyFails: 'Unable to read transaction.' })).toEqual([
    'log error Failed to update backchannel transaction',
    'log debug Unable to read transaction.',
    'go error',
  ]);
  expect(trace('BackchannelNotificationNode', { config })).toEqual(['log warn Transaction ID not found in context', 'go error']);
});
