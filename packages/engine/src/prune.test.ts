import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair } from '../test/realm.ts';

describe('pruning', () => {
  it('forgets what ended before, and nothing that is under way', () => {
    const sim = new TestSimulation(pair());
    const main = sim.answer(sim.start('Main'), 'bjensen');
    const user = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    sim.advance(125);
    sim.submit({ kind: 'prune', before: sim.state.now + 1 });
    expect(Object.keys(sim.state.sessions)).toEqual([main.id]);
    expect(Object.keys(sim.state.transactions)).toEqual([]);
    expect(sim.shown(main)).toBe('PollingWaitCallback');
    expect(sim.state.sessions[user.id]).toBeUndefined();
    expect(sim.events.at(-1)).toMatchObject({ kind: 'pruned' });
  });
  it('says nothing when there is nothing to forget', () => {
    const sim = new TestSimulation(pair());
    const { seq } = sim.state;
    sim.submit({ kind: 'prune', before: sim.state.now });
    expect(sim.state.seq).toBe(seq);
  });
});
