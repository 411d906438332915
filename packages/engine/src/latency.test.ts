import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair, realmWith } from '../test/realm.ts';

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

describe('a script that waits for HTTP stubs', () => {
  const to = { outcome: 'success' };
  const config = { script: 'ask', outcomes: ['outcome'], inputs: ['*'], outputs: ['*'] };
  const realm = () =>
    realmWith({ J: { flags: { noSession: true }, nodes: { Ask: { type: 'ScriptedDecisionNode', config, to } } } }, { scripts: { ask: '' } });
  const waiting = (waited: number | undefined) => {
    let runs = 0;
    const ask = () => ({ outcome: 'outcome', waited, writes: [{ op: 'put' as const, scope: 'shared' as const, key: 'runs', value: ++runs }] });
    const sim = new TestSimulation(realm(), { scripts: { ask } });
    return { sim, session: sim.start('J') };
  };

  it('holds its visit for that simulated time; the script runs once, its writes arrive then', () => {
    const { sim, session } = waiting(4000);
    expect([sim.shown(session), session.shared.runs]).toEqual(['due', undefined]);
    sim.advance(3.999);
    expect(sim.shown(session)).toBe('due');
    sim.advance(0.001);
    expect([sim.shown(session), sim.session(session.id).shared.runs]).toEqual(['success', 1]);
  });

  it('goes on after a restart', () => {
    const { sim, session } = waiting(4000);
    sim.restore(structuredClone(sim.state));
    expect(sim.shown(session)).toBe('due');
    sim.advance(4);
    expect([sim.shown(session), sim.session(session.id).shared.runs]).toEqual(['success', 1]);
  });

  it.each([undefined, 0])('and need not (%s) goes on at once', (waited) => {
    const { sim, session } = waiting(waited);
    expect(sim.shown(session)).toBe('success');
  });

  it('for longer than the journey lasts times out', () => {
    const { sim, session } = waiting(Number.MAX_SAFE_INTEGER * 2);
    sim.advance(24 * 3600);
    expect(sim.session(session.id).status).toMatchObject({ kind: 'ended', result: 'failure' });
  });
});
