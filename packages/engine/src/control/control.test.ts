import { describe, expect, it } from 'vitest';
import type { TestSimulation } from '../../test/driver.ts';
import { initialized, logIn, status } from '../../test/pair.ts';
import type { Breakpoint, Fault, Session } from '../index.ts';

const stopAt = (sim: TestSimulation, ...breakpoints: (Breakpoint extends infer B ? (B extends Breakpoint ? Omit<B, 'id'> : never) : never)[]): void =>
  sim.submit({ kind: 'breakpoints', breakpoints: breakpoints.map((breakpoint, index) => ({ ...breakpoint, id: `b${index}` }) as Breakpoint) });
const goOn = (sim: TestSimulation, session: Session, step = false): string => {
  sim.submit({ kind: 'continue', session: session.id, step });
  return sim.shown(session);
};

describe('a breakpoint on a node', () => {
  it('holds the session before the visit: nothing of it has happened, the other journey goes on', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'node', node: 'Status' });
    sim.advance(6);
    sim.answer(main);
    expect([sim.shown(main), sim.session(main.id).node, sim.trace(main).at(-1)]).toEqual(['held', 'Status', 'Poll:DONE']);
    expect(sim.events.at(-1)).toMatchObject({
      kind: 'held',
      node: 'Status',
      nodeName: 'Status',
      message: 'Held before Status',
      data: { breakpoint: 'b0' },
    });
    expect(sim.shown(logIn(sim))).toBe('success');
  });

  it('holds it once: let go, it makes the visit, sees what came meanwhile, and is held the next time round', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'node', journey: 'Main', node: 'Status' });
    sim.advance(6);
    sim.answer(main);
    sim.open(sim.transaction().id);
    expect(goOn(sim, main)).toBe('PollingWaitCallback');
    expect(sim.trace(main).slice(-2)).toEqual(['Status:inprogress', 'Poll?']);
    sim.advance(6);
    sim.answer(main);
    expect(sim.shown(main)).toBe('held');
  });

  it('of another journey does not matter', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'node', journey: 'Login', node: 'Status' });
    expect(status(sim, main)).toBe('Status:pending');
  });

  it('keeps the session’s time going: one that is held for too long times out', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'node', node: 'Status' });
    sim.advance(6);
    sim.answer(main);
    sim.advance(300);
    expect(sim.shown(main)).toBe('failure: Session has timed out');
    expect(goOn(sim, main)).toBe('failure: Session has timed out');
  });
});

describe('a step', () => {
  it('makes one visit; where the client is asked, the answer after it is not held', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'node', node: 'Status' });
    sim.advance(6);
    sim.answer(main);
    expect([goOn(sim, main, true), sim.session(main.id).node]).toEqual(['held', 'Poll']);
    expect(goOn(sim, main, true)).toBe('PollingWaitCallback');
    stopAt(sim);
    expect(status(sim, main)).toBe('Status:pending');
  });
});

describe('other breakpoints', () => {
  it('an outcome holds after it was chosen, before the next node', () => {
    const { sim, main } = initialized();
    stopAt(sim, { on: 'outcome', node: 'Status', outcome: 'inprogress' });
    sim.open(sim.transaction().id);
    expect(status(sim, main)).toBe('Status:inprogress');
    expect([sim.shown(main), sim.session(main.id).node]).toEqual(['held', 'Poll']);
  });

  it('a key of node state holds after the visit that wrote it', () => {
    const { sim } = initialized();
    stopAt(sim, { on: 'key', key: 'username' });
    const user = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    expect(sim.shown(user)).toBe('held');
    expect(goOn(sim, user)).toBe('PasswordCallback');
  });

  it('a transaction’s state is told where the session that brought it about has ended already', () => {
    const { sim } = initialized();
    stopAt(sim, { on: 'transaction', state: 'COMPLETED', result: 'APPROVED' });
    const user = logIn(sim);
    expect(sim.shown(user)).toBe('success');
    expect(sim.events.findLast(({ kind }) => kind === 'held')).toMatchObject({ session: user.id, data: { breakpoint: 'b0' } });
  });
});

describe('faults', () => {
  const broken = (...faults: Fault[]) => {
    const { sim, main } = initialized();
    sim.submit({ kind: 'faults', faults });
    return { sim, main };
  };

  it('without the identity store the node fails, and says why', () => {
    const { sim } = broken({ kind: 'identity-store' });
    expect(sim.shown(logIn(sim))).toBe('failure: Login failure');
    expect(sim.log()).toContain('error: The identity store does not answer (fault).');
  });

  it('taken back, everything works again', () => {
    const { sim } = broken({ kind: 'identity-store' });
    logIn(sim);
    sim.submit({ kind: 'faults', faults: [] });
    expect(sim.shown(logIn(sim))).toBe('success');
  });

  it('a server whose clock is ahead sees the transaction end before the other does', () => {
    const { sim, main } = broken({ kind: 'clock-skew', role: 'backchannel', ms: 100_000 });
    sim.advance(30);
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: Unable to read transaction.');
    expect(status(sim, main)).toBe('Status:pending');
  });

  it('a script that is to throw does not run: what it throws is the fault', () => {
    const { sim, main } = initialized({
      scripts: { decide: () => expect.fail('ran') },
      status: {},
      prepare: (realm) => {
        const tree = realm.journeys.Main?.tree;
        Object.assign(tree?.nodes ?? {}, { Decide: { nodeType: 'ScriptedDecisionNode', displayName: 'Decide', connections: {} } });
        Object.assign(tree?.nodes?.Poll?.connections ?? {}, { DONE: 'Decide' });
        realm.nodes['ScriptedDecisionNode/Decide'] = { _id: 'Decide', _type: { _id: 'ScriptedDecisionNode' }, script: 'decide', outcomes: ['a'] };
      },
    });
    sim.submit({ kind: 'faults', faults: [{ kind: 'script', script: 'decide', message: 'out of order' }] });
    sim.advance(6);
    sim.answer(main);
    expect(sim.shown(main)).toBe('failure: Login failure');
    expect(sim.log().join('\n')).toContain('out of order');
  });
});
