import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const level = (authLevelIncrement: number | string, authLevel?: number) =>
  visit('ModifyAuthLevelNode', { config: { authLevelIncrement }, shared: authLevel === undefined ? {} : { authLevel } }).recorded.shared.authLevel;

test('adds to the level', () => {
  expect(trace('ModifyAuthLevelNode', { config: { authLevelIncrement: 10 }, shared: { authLevel: 5 }, answers: strayAnswers })).toEqual([
    'put shared authLevel 15',
    'go outcome',
  ]);
});

test.each([
  [-10, 5, -5],
  ['3', 5, 8],
  [0, 5, 5],
])('%j to %d is %d', (increment, before, after) => {
  expect(level(increment, before)).toBe(after);
});

test('without a level the value is the level', () => {
  expect(level(10)).toBe(10);
});

test('each visit adds again', () => {
  expect(level(10, level(10, 0) as number)).toBe(20);
});

test('without a value nothing is added, which is an assumption', () => {
  const { recorded } = visit('ModifyAuthLevelNode', { shared: { authLevel: 5 } });
  expect(recorded.shared).toEqual({ authLevel: 5 });
  expect(recorded.reasons[0]?.mark).toBe('inferred');
});

test('a level that is no number ends the journey', () => {
  expect(() => visit('ModifyAuthLevelNode', { config: { authLevelIncrement: 1 }, shared: { authLevel: 'high' } })).toThrow('Node processing failed');
});
