import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';

test('what Timer Stop and Meter record is an event of the run, with name, kind and value', () => {
  const realm = realmWith({
    Main: {
      flags: { noSession: true },
      nodes: {
        Start: { type: 'TimerStartNode', to: { outcome: 'Ask' } },
        Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Stop' } },
        Stop: { type: 'TimerStopNode', config: { metricKey: 'asked' }, to: { outcome: 'Count' } },
        Count: { type: 'MeterNode', config: { metricKey: 'names' }, to: { outcome: 'success' } },
      },
    },
  });
  const simulation = new TestSimulation(realm);
  const session = simulation.start('Main');
  simulation.advance(7);
  simulation.answer(session, 'bjensen');
  const metrics = simulation.events.filter(({ kind }) => kind === 'metric');
  expect(metrics.map(({ nodeName, data, message }) => ({ nodeName, data, message }))).toEqual([
    { nodeName: 'Stop', data: { name: 'asked', kind: 'timer', value: 7000 }, message: 'Metric asked: 7000 ms' },
    { nodeName: 'Count', data: { name: 'names', kind: 'counter', value: 1 }, message: 'Metric names counted' },
  ]);
});
