import { describe, expect, test } from 'vitest';
import { goTo, type TransactionView } from '../../contract.ts';
import { sealed, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const transaction = (fields: Partial<TransactionView> = {}): TransactionView => ({
  id: 't1',
  state: 'CREATED',
  result: 'UNKNOWN',
  data: { journeyStatus: 'Status 1' },
  sessionProperties: { UserId: 'bjensen' },
  ...fields,
});
const run = (fields: Partial<TransactionView>, config = {}) =>
  visit('BackChannelStatusNode', { config, shared: { 'backchannel-transaction': 't1' }, transactions: [transaction(fields)] });

const states: [outcome: string, fields: Partial<TransactionView>][] = [
  ['pending', { state: 'CREATED' }],
  ['inprogress', { state: 'IN_PROGRESS' }],
  ['success', { state: 'COMPLETED', result: 'APPROVED' }],
  ['failure', { state: 'COMPLETED', result: 'DENIED' }],
  ['error', { state: 'COMPLETED', result: 'UNKNOWN' }],
];

describe('outcome', () => {
  test.each(states)('%s for %j', (outcome, fields) => {
    const { action, recorded } = run(fields);
    expect(action).toEqual(goTo(outcome));
    expect(recorded.logs).toEqual([]);
  });

  test.each([[{}], [{ 'backchannel-transaction': 7 }], [{ 'backchannel-transaction': '' }], [{ 'backchannel-transaction': sealed('t1') }]])(
    'error with the log line when state holds no id: %j',
    (shared) => {
      const { action, recorded } = visit('BackChannelStatusNode', { shared, transactions: [transaction()] });
      expect(action).toEqual(goTo('error'));
      expect(recorded.logs).toEqual([{ level: 'error', message: 'Error checking back channel transaction status.' }]);
      expect(recorded.reasons.map(({ mark }) => mark)).toContain('inferred');
    },
  );

  test('unknown with the log line when the transaction is gone', () => {
    const { action, recorded } = visit('BackChannelStatusNode', { shared: { 'backchannel-transaction': 'other' }, transactions: [transaction()] });
    expect(action).toEqual(goTo('unknown'));
    expect(recorded.logs).toEqual([{ level: 'error', message: 'Error checking back channel transaction status.' }]);
    expect(recorded.reasons.map(({ mark }) => mark)).toContain('inferred');
  });
});

describe('Record Journey Session Info', () => {
  test.each(states)('%s: session properties only on success, transient', (outcome, fields) => {
    const { recorded } = run(fields, { recordData: true });
    expect(recorded.transient).toEqual(outcome === 'success' ? { 'backchannel-sessionProperties': { UserId: 'bjensen' } } : {});
    expect(recorded.shared).toEqual({ 'backchannel-transaction': 't1' });
  });

  test('off: nothing is written', () => {
    expect(run({ state: 'COMPLETED', result: 'APPROVED' }).recorded.transient).toEqual({});
  });
});

describe('Record Transaction Data', () => {
  test.each(states)('%s: data goes to the configured key', (_, fields) => {
    const { recorded } = run(fields, { recordTransactionData: true, transactionDataKey: 'transaction:data' });
    expect(recorded.shared['transaction:data']).toEqual({ journeyStatus: 'Status 1' });
  });

  test.each([undefined, '', '  '])('a blank key (%j) means backchannel-transactionData', (transactionDataKey) => {
    const { recorded } = run({}, { recordTransactionData: true, ...(transactionDataKey === undefined ? {} : { transactionDataKey }) });
    expect(recorded.shared['backchannel-transactionData']).toEqual({ journeyStatus: 'Status 1' });
  });

  test('nothing notified yet: the key stays absent', () => {
    expect(run({ data: {} }, { recordTransactionData: true }).recorded.shared).toEqual({ 'backchannel-transaction': 't1' });
  });

  test('off: data stays in the transaction', () => {
    expect(run({}, { transactionDataKey: 'transaction:data' }).recorded.shared).not.toHaveProperty('transaction:data');
  });
});

test('declares what it writes', () => {
  expect(definition.writes({})).toEqual([]);
  expect(definition.writes({ recordData: true, recordTransactionData: true, transactionDataKey: 'd' })).toEqual([
    { key: 'backchannel-sessionProperties', scope: 'transient' },
    { key: 'd', scope: 'shared' },
  ]);
  expect(definition.summary({ recordData: true, recordTransactionData: true })).toBe('session info · data → backchannel-transactionData');
});

test('asks nothing: answers that come back are none of its business', () => {
  const shared = { 'backchannel-transaction': 't1' };
  const { action, recorded } = visit('BackChannelStatusNode', { shared, transactions: [transaction()], answers: strayAnswers });
  expect(action).toEqual(goTo('pending'));
  expect(recorded.shared).toEqual(shared);
});

test('golden traces', () => {
  const config = { recordData: true, recordTransactionData: true, transactionDataKey: 'transaction:data' };
  const told = (fields: Partial<TransactionView>, shared = { 'backchannel-transaction': 't1' }) =>
    trace('BackChannelStatusNode', { config, shared, transactions: [transaction(fields)] });
  expect(told({ data: {} })).toEqual(['go pending']);
  expect(told({ state: 'IN_PROGRESS' })).toEqual(['put shared transaction:data {"journeyStatus":"Status 1"}', 'go inprogress']);
  expect(told({ state: 'COMPLETED', result: 'APPROVED' })).toEqual([
    'put shared transaction:data {"journeyStatus":"Status 1"}',
    'put transient backchannel-sessionProperties {"UserId":"bjensen"}',
    'go success',
  ]);
  expect(told({ state: 'COMPLETED', result: 'DENIED', data: {} })).toEqual(['go failure']);
  expect(told({}, { 'backchannel-transaction': 'gone' })).toEqual(['log error Error checking back channel transaction status.', 'go unknown']);
  expect(told({}, { 'backchannel-transaction': '' })).toEqual(['log error Error checking back channel transaction status.', 'go error']);
});
