import { describe, expect, it } from 'vitest';
import { initialized, logIn, status } from '../../test/pair.ts';

describe('how long a transaction lives', () => {
  it('is Max Time of the node, be it shorter or longer than the realm’s time to live', () => {
    const life = (timeout: number | null): number => {
      const { sim } = initialized({ init: { timeout }, services: { transactionTimeToLive: 300 } });
      return (sim.transaction().expiresAt - sim.transaction().createdAt) / 1000;
    };
    expect([life(30), life(3600), life(null)]).toEqual([30, 3600, 300]);
  });

  it('ends at that very moment, not after it', () => {
    const { sim } = initialized({ init: { timeout: 60 } });
    sim.advance(59.999);
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('NameCallback');
    sim.advance(0.001);
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: Unable to read transaction.');
  });

  it('is not made longer by opening it', () => {
    const { sim } = initialized({ init: { timeout: 60 } });
    const { expiresAt } = sim.transaction();
    sim.advance(30);
    logIn(sim, 'wrong');
    expect(sim.transaction().expiresAt).toBe(expiresAt);
  });

  it('is nothing to the main journey, whose own time goes on', () => {
    const { sim, main } = initialized({ init: { timeout: 3600 } });
    const began = main.createdAt;
    expect(main.expiresAt - began).toBe(5 * 60_000);
    sim.advance(301);
    expect(sim.shown(main)).toBe('failure: Session has timed out');
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('NameCallback');
  });
});

describe('a transaction whose time has passed', () => {
  it.each([
    ['never opened', (_: ReturnType<typeof initialized>) => {}],
    ['opened', ({ sim }: ReturnType<typeof initialized>) => void sim.open(sim.transaction().id)],
    ['approved', ({ sim }: ReturnType<typeof initialized>) => void logIn(sim)],
    ['denied', ({ sim }: ReturnType<typeof initialized>) => void logIn(sim, 'wrong')],
  ])('%s: the record is gone, the status unknown, with AM’s log line', (_, act) => {
    const given = initialized({ init: { timeout: 60, allowRetry: false } });
    act(given);
    given.sim.advance(60);
    expect(status(given.sim, given.main)).toBe('Status:unknown');
    expect(given.sim.log()).toContain('error: Error checking back channel transaction status.');
    expect(given.sim.shown(given.sim.open(given.sim.transaction().id))).toBe('failure: Unable to read transaction.');
  });

  it('says so once on the timeline', () => {
    const { sim } = initialized({ init: { timeout: 60 } });
    sim.advance(200);
    expect(sim.events.filter(({ kind }) => kind === 'transaction-expired')).toHaveLength(1);
  });

  it('can be neither approved nor denied, also before anybody noticed that its time is over', () => {
    for (const [password, told] of [
      ['Secret12!', 'failure: Unable to approve transaction'],
      ['wrong', 'failure: Login failure'],
    ] as const) {
      const { sim } = initialized({ init: { timeout: 60, allowRetry: false } });
      const user = sim.answer(sim.open(sim.transaction().id), 'bjensen');
      // The clock alone moves: no "expire" came in.
      sim.submit({ kind: 'clock' }, sim.transaction().expiresAt);
      expect(sim.shown(sim.answer(user, password))).toBe(told);
      expect(sim.transaction()).toMatchObject({ state: 'IN_PROGRESS', result: 'UNKNOWN', expired: false });
    }
  });
});

describe('an id that was never given', () => {
  it.each(['', 'nobody', '__proto__', 'constructor'])('%j cannot be read', (id) => {
    const { sim } = initialized();
    expect(sim.shown(sim.open(id))).toBe('failure: Unable to read transaction.');
  });
});
