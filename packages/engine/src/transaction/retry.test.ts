import { describe, expect, it } from 'vitest';
import { initialized, logIn, status } from '../../test/pair.ts';

describe('Allow Retry on', () => {
  it('is what a node says that does not say: old builds leave it out', () => {
    const { sim } = initialized({ init: { allowRetry: null } });
    logIn(sim, 'wrong');
    expect(sim.transaction()).toMatchObject({ allowRetry: true, state: 'IN_PROGRESS', result: 'UNKNOWN' });
  });

  it('allows any number of attempts, and the main journey sees it in progress', () => {
    const { sim, main } = initialized();
    for (let attempt = 0; attempt < 5; attempt += 1) expect(sim.shown(logIn(sim, 'wrong'))).toBe('failure: Login failure');
    expect(status(sim, main)).toBe('Status:inprogress');
    expect(sim.shown(logIn(sim))).toBe('success');
    expect(status(sim, main)).toBe('Status:success');
  });

  it('ends with Max Time, not after it', () => {
    const { sim } = initialized({ init: { timeout: 60 } });
    logIn(sim, 'wrong');
    sim.advance(60);
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: Unable to read transaction.');
  });

  it('never denies', () => {
    const { sim } = initialized();
    logIn(sim, 'wrong');
    expect(sim.events.some(({ result }) => result === 'DENIED')).toBe(false);
    expect(sim.events.find(({ kind }) => kind === 'transaction-retry')?.assumptions).toHaveLength(1);
  });

  it('every attempt is a session of its own, of the same run', () => {
    const { sim, main } = initialized();
    logIn(sim, 'wrong');
    logIn(sim);
    const sessions = sim.transaction().sessions.map((id) => sim.session(id));
    expect(sessions.map(({ run, transaction, role }) => [run, transaction, role])).toEqual([
      [main.id, sim.transaction().id, 'backchannel'],
      [main.id, sim.transaction().id, 'backchannel'],
    ]);
  });
});

describe('Allow Retry off', () => {
  it('a failed attempt denies at once; the next one may start, but cannot approve', () => {
    const { sim, main } = initialized({ init: { allowRetry: false } });
    logIn(sim, 'wrong');
    expect(sim.transaction()).toMatchObject({ state: 'COMPLETED', result: 'DENIED' });
    const again = sim.open(sim.transaction().id);
    expect(sim.shown(again)).toBe('NameCallback');
    expect(sim.shown(sim.answer(sim.answer(again, 'bjensen'), 'Secret12!'))).toBe('failure: Unable to approve transaction');
    expect(sim.transaction().result).toBe('DENIED');
    expect(status(sim, main)).toBe('Status:failure');
  });

  it('an attempt under way when another one fails cannot approve any more', () => {
    const { sim } = initialized({ init: { allowRetry: false } });
    const slow = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    logIn(sim, 'wrong');
    expect(sim.shown(sim.answer(slow, 'Secret12!'))).toBe('failure: Unable to approve transaction');
  });

  it('an attempt that fails after another one succeeded denies nothing', () => {
    const { sim, main } = initialized({ init: { allowRetry: false } });
    const slow = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    logIn(sim);
    expect(sim.shown(sim.answer(slow, 'wrong'))).toBe('failure: Login failure');
    expect(sim.transaction().result).toBe('APPROVED');
    expect(status(sim, main)).toBe('Status:success');
  });

  it('an attempt that is only abandoned denies nothing', () => {
    const { sim, main } = initialized({
      init: { allowRetry: false, timeout: 3600 },
      prepare: ({ journeys }) => Object.assign(journeys.Main?.tree ?? {}, { treeTimeout: 60 }),
    });
    const user = sim.open(sim.transaction().id);
    sim.advance(301);
    expect(sim.shown(user)).toBe('failure: Session has timed out');
    expect(status(sim, main)).toBe('Status:inprogress');
    expect(sim.shown(logIn(sim))).toBe('success');
  });
});
