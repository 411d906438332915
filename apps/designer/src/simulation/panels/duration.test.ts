import { expect, test } from 'vitest';
import { durationOf, durationText } from './duration.ts';

test('a time is typed with or without its unit; a number alone is milliseconds', () => {
  for (const text of ['4 s', '4s', '4000', '4000 ms', '4,0 S', ' 4.000 s']) expect(durationOf(text)).toBe(4000);
  expect(durationOf('')).toBe(0);
  expect(durationOf('0.25 s')).toBe(250);
  expect(durationOf('1 min')).toBe(60_000);
});

test('what is no time, no whole millisecond or longer than a day is refused', () => {
  for (const text of ['soon', '4 apples', 's', '-1', '0.5', '2000 min', '4 s 5']) expect(durationOf(text)).toBeNull();
});

test('what was understood is said back', () => expect(durationText(4500)).toBe('4500 ms = 4.5 s'));
