import { expect, test } from 'vitest';
import { createRecorder, recordLimits } from './recorder.ts';

const put = (key: string) => `w${JSON.stringify({ op: 'put', scope: 'shared', key, value: 1 })}`;
const log = (message: string) => `l${JSON.stringify({ level: 'info', message })}`;

test('keeps reads once, writes and logs in order', () => {
  const recorder = createRecorder();
  for (const line of ['r"a"', put('x'), 'r"b"', 'r"a"', log('one'), put('x'), log('two')]) recorder.add(line);
  expect(recorder.finish()).toEqual({
    reads: ['a', 'b'],
    writes: [
      { op: 'put', scope: 'shared', key: 'x', value: 1 },
      { op: 'put', scope: 'shared', key: 'x', value: 1 },
    ],
    logs: [
      { level: 'info', message: 'one' },
      { level: 'info', message: 'two' },
    ],
  });
});

test('logs beyond the bounds are cut with a note', () => {
  const recorder = createRecorder({ ...recordLimits, logLines: 2 });
  expect([log('a'), log('b'), log('c'), log('d')].map((line) => recorder.add(line))).toEqual([true, true, false, false]);
  expect(recorder.finish().logs.map(({ message }) => message)).toEqual(['a', 'b', '… 2 more log lines of this script were cut']);
});

test('a long line is shortened with a note', () => {
  const recorder = createRecorder({ ...recordLimits, logLine: 100 });
  recorder.add(log('x'.repeat(150)));
  expect(recorder.finish().logs[0]?.message).toBe(`${'x'.repeat(100)}… (50 more characters were cut)`);
});

test('the sum of all lines is bounded', () => {
  const recorder = createRecorder({ ...recordLimits, logTotal: 1000 });
  for (let i = 0; i < 100; i++) recorder.add(log('x'.repeat(100)));
  expect(JSON.stringify(recorder.finish().logs).length).toBeLessThan(2000);
});

test('too many or too large writes are refused', () => {
  const few = createRecorder({ ...recordLimits, writes: 2 });
  few.add(put('a'));
  few.add(put('b'));
  expect(() => few.add(put('c'))).toThrow('the script writes too much state');
  expect(few.finish().writes).toHaveLength(2);
  expect(() => createRecorder({ ...recordLimits, writeTotal: 50 }).add(put('x'.repeat(60)))).toThrow(RangeError);
});
