import { expect, test } from 'vitest';
import { onePress } from './onePress.ts';

test('a double-click starts one run: neither a fast answer nor a slow one makes it two', () => {
  let time = 0;
  let underWay = false;
  const counts = onePress(
    () => underWay,
    () => time,
  );
  expect(counts('Desk')).toBe(true);
  time = 120;
  expect(counts('Desk')).toBe(false);
  underWay = true;
  time = 900;
  expect(counts('Desk')).toBe(false);
  underWay = false;
  expect(counts('Desk')).toBe(true);
});

test('another journey is started at once', () => {
  const counts = onePress(
    () => true,
    () => 0,
  );
  expect(counts('Desk')).toBe(true);
  expect(counts('Other')).toBe(true);
});
