import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('counts the metric and goes on, whatever the client sent', () => {
  expect(trace('MeterNode', { config: { metricKey: 'login.tries' }, answers: strayAnswers })).toEqual([
    'log debug MeterNode incrementing login.tries',
    'metric counter login.tries 1',
    'go outcome',
  ]);
});

test.each([[{}], [{ metricKey: '' }], [{ metricKey: 1 }]])('cannot run without a metric: %j', (config) => {
  expect(() => visit('MeterNode', { config })).toThrow('MeterNode config must define metric key');
});
