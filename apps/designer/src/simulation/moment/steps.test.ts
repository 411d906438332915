import { describe, expect, test } from 'vitest';
import { isCallback, stepFrom } from './steps.ts';

const lines = [
  { seq: 2, kind: 'session-started' },
  { seq: 5, kind: 'callbacks' },
  { seq: 6, kind: 'visited' },
  { seq: 9, kind: 'callbacks' },
  { seq: 12, kind: 'visited' },
];
const NEWEST = 12;

describe('stepping along the lines of the timeline', () => {
  test.each([
    [2, 5],
    [5, 6],
    [7, 9],
    [0, 2],
  ])('forward from %i comes to %i', (from, to) => expect(stepFrom(lines, from, 1, NEWEST)).toBe(to));
  test('the newest line shows what is now, so a step onto it is back to now', () => expect(stepFrom(lines, 9, 1, NEWEST)).toBeNull());
  test('from now there is nothing to step forward to', () => expect(stepFrom(lines, null, 1, NEWEST)).toBeUndefined());
  test('back from now comes to the line before the newest', () => expect(stepFrom(lines, null, -1, NEWEST)).toBe(9));
  test('and to the newest line where something happened since that is not shown', () => expect(stepFrom(lines, null, -1, 15)).toBe(12));
  test('back from the first line comes to the start, and no further', () => {
    expect(stepFrom(lines, 2, -1, NEWEST)).toBe(0);
    expect(stepFrom(lines, 0, -1, NEWEST)).toBeUndefined();
    expect(stepFrom([], null, -1, 0)).toBeUndefined();
  });
  test('over what is not asked for', () => {
    expect(stepFrom(lines, 2, 1, NEWEST, isCallback)).toBe(5);
    expect(stepFrom(lines, 5, 1, NEWEST, isCallback)).toBe(9);
    expect(stepFrom(lines, 9, -1, NEWEST, isCallback)).toBe(5);
  });
});
