import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const config = { metricKey: 'login.time' };

test('records the time since the start', () => {
  expect(trace('TimerStopNode', { config, now: 8500, shared: { TimerNodeStartTime: 5000 } })).toEqual([
    'log debug TimerStopNode recording elapsed time 3500ms (since 5000 in property TimerNodeStartTime) in metric login.time',
    'metric timer login.time 3500',
    'go outcome',
  ]);
});

test('reads the configured key, and can stop the same timer twice', () => {
  const options = { config: { ...config, startTimeProperty: 'began' }, now: 2000, shared: { began: 1000 }, answers: strayAnswers };
  const { recorded } = visit('TimerStopNode', options);
  expect(recorded.logs[0]?.message).toContain('1000ms (since 1000 in property began)');
  expect(recorded.shared).toEqual({ began: 1000 });
});

test.each([[{}], [{ TimerNodeStartTime: null }]])('without a start it says so and goes on: %j', (shared) => {
  const { action, recorded } = visit('TimerStopNode', { config, shared });
  expect(recorded.logs).toEqual([{ level: 'error', message: 'TimerStopNode could not find start time in TimerNodeStartTime' }]);
  expect([action, recorded.metrics]).toEqual([goTo('outcome'), []]);
});

test('a start that is no number ends the journey', () => {
  expect(() => visit('TimerStopNode', { config, shared: { TimerNodeStartTime: 'noon' } })).toThrow(
    'Node processing failed: "TimerNodeStartTime" in shared state is no number.',
  );
});

test('cannot run without key or metric', () => {
  expect(() => visit('TimerStopNode')).toThrow('TimerStopNode config must define metric key');
  expect(() => visit('TimerStopNode', { config: { ...config, startTimeProperty: '' } })).toThrow(
    'TimerStopNode config must define start time property key',
  );
});
