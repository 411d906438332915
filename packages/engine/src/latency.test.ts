import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair } from '../test/realm.ts';

describe('visits that take simulated time', () => {
  it.each(['Check', 'check', 'DataStoreDecisionNode', 'Data Store Decision'])(
    'a latency set for %s: other sessions act while the visit lasts',
    (name) => {
      const sim = new TestSimulation(pair(), { latency: { [name]: 4000 } });
      const main = sim.answer(sim.start('Main'), 'bjensen');
      const user = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
      expect(sim.shown(user)).toBe('due');
      sim.advance(2);
      expect(sim.shown(sim.answer(main))).toBe('PollingWaitCallback');
      sim.advance(2);
      expect(sim.shown(user)).toBe('success');
    },
  );

  it('a latency of Success delays the approval', () => {
    const sim = new TestSimulation(pair(), { latency: { Success: 4000 } });
    sim.answer(sim.start('Main'), 'bjensen');
    const user = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    expect([sim.shown(user), sim.transaction().state]).toEqual(['due', 'IN_PROGRESS']);
    sim.advance(4);
    expect([sim.shown(user), sim.transaction().result]).toEqual(['success', 'APPROVED']);
  });

  it('visits due at the same time run in the order they came', () => {
    const sim = new TestSimulation(pair(), { latency: { Ask: 1000 } });
    const [first, second] = [sim.start('Main'), sim.start('Main')];
    sim.advance(1);
    const asked = sim.events.filter((event) => event.kind === 'callbacks').map((event) => event.session);
    expect(asked).toEqual([first.id, second.id]);
  });
});
