import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('keeps the address for the end', () => {
  expect(trace('SetFailureUrlNode', { config: { failureUrl: 'https://app.example.com/failure' } })).toEqual([
    'put shared failureUrl "https://app.example.com/failure"',
    'go outcome',
  ]);
});

test('the last one counts; what the client sent changes nothing', () => {
  const { recorded } = visit('SetFailureUrlNode', { config: { failureUrl: '/b' }, shared: { failureUrl: '/a' }, answers: strayAnswers });
  expect(recorded.shared).toEqual({ failureUrl: '/b' });
});

test('without an address it is empty', () => {
  expect(visit('SetFailureUrlNode', { shared: { failureUrl: '/a' } }).recorded.shared).toEqual({ failureUrl: '' });
});
