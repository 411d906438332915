import { expect, test } from 'vitest';
import { remainingText } from './PollingWait.tsx';

test.each([
  [3001, '3.0 s'],
  [3000, '3.0 s'],
  [2650, '2.6 s'],
  [1, '0.0 s'],
  [-5, '0.0 s'],
  [9999, '10 s'],
  [59_999, '1:00'],
  [119_999, '2:00'],
  [92_000, '1:32'],
])('%i ms left read %s', (ms, text) => expect(remainingText(ms)).toBe(text));
