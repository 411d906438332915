import { describe, expect, test } from 'vitest';
import { eventOfTest, sessionOfTest, transactionOfTest } from '../fixtures/state.ts';
import { keyOf, provenanceKeeper } from './provenance.ts';
import { stateDiff } from './stateDiff.ts';
import { watchValue } from './watch.ts';

const events = [
  eventOfTest(1, { kind: 'session-started' }),
  eventOfTest(2, { nodeName: 'Find', writes: [{ key: 'username', scope: 'shared' }] }),
  eventOfTest(3, { nodeName: 'Check', reads: ['username'] }),
  eventOfTest(4, { nodeName: 'Phone', session: 'b1', writes: [{ key: 'username', scope: 'shared' }] }),
  eventOfTest(5, { nodeName: 'Find', reads: ['username'], writes: [{ key: 'username', scope: 'shared' }] }),
  eventOfTest(6, { kind: 'state-edited', writes: [{ key: 'risk', scope: 'shared' }] }),
];

describe('where node state comes from', () => {
  const username = keyOf('shared', 'username');
  test.each([
    [2, { seq: 2, by: 'Find' }],
    [4, { seq: 2, by: 'Find' }],
    [6, { seq: 5, by: 'Find' }],
  ])('at event %i: who wrote a key last, in this session', (seq, writer) =>
    expect(provenanceKeeper()('m1', events, seq).writers.get(username)).toEqual(writer),
  );
  test('who read it, each node once, and what was changed by hand', () => {
    const of = provenanceKeeper()('m1', events, 6);
    expect([...(of.readers.get('username')?.values() ?? [])]).toEqual([
      { seq: 3, by: 'Check' },
      { seq: 5, by: 'Find' },
    ]);
    expect(of.writers.get(keyOf('shared', 'risk'))).toEqual({ seq: 6, by: 'hand' });
    expect([of.step?.seq, of.before?.seq]).toEqual([6, 5]);
  });
  test('reading on gives what reading anew gives, forward, back and for another session', () => {
    const read = provenanceKeeper();
    for (const [session, list, seq] of [
      ['m1', events.slice(0, 3), 3],
      ['m1', events, 5],
      ['m1', events, 2],
      ['b1', events, 6],
      ['m1', events, 6],
    ] as const)
      expect(read(session, list, seq)).toEqual(provenanceKeeper()(session, list, seq));
  });
});

test('a step adds, changes and removes keys', () => {
  const before = sessionOfTest({ shared: { a: 1, b: { c: 1 }, gone: true }, transient: { password: { $sealed: '', empty: false } } });
  const after = sessionOfTest({ shared: { a: 1, b: { c: 2 }, fresh: 'x' }, transient: {} });
  expect([...stateDiff(before, after).values()].map(({ kind, scope, key, before: was }) => [kind, scope, key, was])).toEqual([
    ['changed', 'shared', 'b', { c: 1 }],
    ['removed', 'shared', 'gone', true],
    ['added', 'shared', 'fresh', undefined],
    ['removed', 'transient', 'password', { $sealed: '', empty: false }],
  ]);
  expect(stateDiff(after, after).size).toBe(0);
});

describe('a watch expression', () => {
  const session = sessionOfTest({
    shared: {
      username: 'bjensen',
      objectAttributes: { mail: 'b@example.com', roles: ['a', 'b'] },
      'n1.end_time': 5,
      n1: { end_time: 6 },
      both: 'shared',
    },
    transient: { both: 'transient' },
  });
  const all = { session, transaction: transactionOfTest({ state: 'IN_PROGRESS' }) };
  test.each([
    ['username', 'bjensen'],
    ['objectAttributes.mail', 'b@example.com'],
    ['objectAttributes.roles[1]', 'b'],
    ['objectAttributes.roles.0', 'a'],
    ['n1.end_time', 5],
    ['both', 'transient'],
    ['transaction.state', 'IN_PROGRESS'],
    [' username ', 'bjensen'],
    ['nothing', undefined],
    ['username.length', undefined],
    ['objectAttributes.roles[7]', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s', (expression, value) => expect(watchValue(expression, all)).toEqual(value));
  test('without a session nothing is there', () => expect(watchValue('username', { session: null, transaction: null })).toBeUndefined());
});
