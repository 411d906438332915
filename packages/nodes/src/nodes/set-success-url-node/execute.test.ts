import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('keeps the address for the end', () => {
  expect(trace('SetSuccessUrlNode', { config: { successUrl: 'https://app.example.com/success' } })).toEqual([
    'put shared successUrl "https://app.example.com/success"',
    'go outcome',
  ]);
});

test('the last one counts; what the client sent changes nothing', () => {
  const { recorded } = visit('SetSuccessUrlNode', { config: { successUrl: '/b' }, shared: { successUrl: '/a' }, answers: strayAnswers });
  expect(recorded.shared).toEqual({ successUrl: '/b' });
});

test('without an address it is empty', () => {
  expect(visit('SetSuccessUrlNode', { shared: { successUrl: '/a' } }).recorded.shared).toEqual({ successUrl: '' });
});
