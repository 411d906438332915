import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('keeps the time in shared state', () => {
  expect(trace('TimerStartNode', { now: 5000 })).toEqual([
    'log debug TimerStartNode recording start time 5000 in TimerNodeStartTime',
    'put shared TimerNodeStartTime 5000',
    'go outcome',
  ]);
});

test('under the configured key; visited again the timer starts anew', () => {
  const config = { startTimeProperty: 'began' };
  expect(visit('TimerStartNode', { config, now: 7000, shared: { began: 5000 }, answers: strayAnswers }).recorded.shared).toEqual({ began: 7000 });
});

test.each(['', 7, null])('cannot run without a key (%j)', (startTimeProperty) => {
  expect(() => visit('TimerStartNode', { config: { startTimeProperty } })).toThrow('TimerStartNode config must define start time property key');
});
