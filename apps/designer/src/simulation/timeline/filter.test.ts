import type { SimEvent } from '@tandem/api';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../derive/timeline.ts';
import { eventOfTest, sessionOfTest } from '../fixtures/state.ts';
import { type Filter, isShown, NO_FILTER } from './filter.ts';

const sessions = { m1: sessionOfTest({}), b1: sessionOfTest({ id: 'b1', role: 'backchannel' }) };
const shown = (values: Partial<SimEvent>, filter: Partial<Filter>) => isShown(lineOf(eventOfTest(1, values), sessions), { ...NO_FILTER, ...filter });

describe('the timeline shows', () => {
  test('how the machine works only on demand', () => {
    expect(shown({ kind: 'effect-requested' }, {})).toBe(false);
    expect(shown({ kind: 'effect-requested' }, { details: true })).toBe(true);
  });
  test('one side', () => {
    expect(shown({ session: 'b1' }, { side: 'main' })).toBe(false);
    expect(shown({ session: 'b1' }, { side: 'backchannel' })).toBe(true);
    expect(shown({ kind: 'notification' }, { side: 'transaction' })).toBe(true);
  });
  test('one node', () => {
    expect(shown({ node: 'a' }, { node: 'a' })).toBe(true);
    expect(shown({ node: 'b' }, { node: 'a' })).toBe(false);
  });
  test('a kind, of answers also those that are details', () => {
    expect(shown({ kind: 'answered' }, { kind: 'callbacks' })).toBe(true);
    expect(shown({ kind: 'visited' }, { kind: 'callbacks' })).toBe(false);
    expect(shown({ kind: 'message-answered' }, { kind: 'outbox' })).toBe(true);
  });
  test('lines with all the words, wherever they stand', () => {
    const event = { nodeName: 'Backchannel Status', outcomeName: 'In Progress', writes: [{ key: 'transaction:data', scope: 'shared' }] };
    expect(shown(event, { text: 'status TRANSACTION:DATA' })).toBe(true);
    expect(shown(event, { text: 'status denied' })).toBe(false);
  });
  test('what rests on assumptions', () => {
    expect(shown({ assumptions: ['The poll comes first.'] }, { only: 'assumed' })).toBe(true);
    expect(shown({}, { only: 'assumed' })).toBe(false);
  });
  test.each<[string, Partial<SimEvent>, boolean]>([
    ['a journey that failed', { kind: 'session-ended', result: 'failure' }, true],
    ['one that succeeded', { kind: 'session-ended', result: 'success' }, false],
    ['a denied transaction', { kind: 'transaction-completed', result: 'DENIED' }, true],
    ['an expired one', { kind: 'transaction-expired' }, true],
    ['a push that was denied', { kind: 'message-answered', patch: [[['outbox', 'p', 'approved'], false]] }, true],
    ['a wrong password', { outcome: 'false' }, true],
    ['an error in the log', { kind: 'log', level: 'ERROR', message: 'x' }, true],
    ['a line of information', { kind: 'log', level: 'INFO', message: 'x' }, false],
    ['a visit', { outcome: 'true' }, false],
  ])('of failures: %s', (_, event, wanted) => expect(shown(event, { only: 'failures' })).toBe(wanted));
});
