import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { initialized, status } from '../../test/pair.ts';

describe('the data object', () => {
  it('is the root of the other journey’s shared state, each time it is opened', () => {
    const { sim } = initialized({ data: { username: 'bjensen', objectAttributes: { mail: 'b@example.com' } } });
    for (const session of [sim.open(sim.transaction().id), sim.open(sim.transaction().id)]) {
      expect(session.shared).toMatchObject({ username: 'bjensen', objectAttributes: { mail: 'b@example.com' }, realm: '/alpha', authLevel: 0 });
      expect([session.transient, session.secure]).toEqual([{}, {}]);
    }
  });

  it('that names the user lets the other journey ask for the password alone', () => {
    const login = {
      Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
      Check: { type: 'DataStoreDecisionNode', to: { true: 'success', false: 'failure' } },
    };
    const { sim } = initialized({ data: { username: 'bjensen' }, login });
    const user = sim.open(sim.transaction().id);
    expect(sim.shown(user)).toBe('PasswordCallback');
    expect(sim.shown(sim.answer(user, 'Secret12!'))).toBe('success');
    expect(sim.transaction().result).toBe('APPROVED');
  });

  it('stays in the main journey’s state as backchannel-data', () => {
    expect(initialized({ data: { a: 1 } }).main.shared['backchannel-data']).toEqual({ a: 1 });
    expect(initialized().main.shared).not.toHaveProperty('backchannel-data');
  });

  it.each<[string, JsonObject]>([
    ['realm', { realm: '/bravo' }],
    ['authLevel', { authLevel: 99 }],
  ])('cannot set %s, which is AM’s own: it is dropped with a warning, the rest is taken', (key, restricted) => {
    const { sim } = initialized({ data: { ...restricted, colour: 'blue' } });
    expect(sim.open(sim.transaction().id).shared).toMatchObject({ realm: '/alpha', authLevel: 0, colour: 'blue' });
    expect(sim.log().filter((line) => line.includes(`"${key}"`))).toHaveLength(1);
    expect(sim.events.find(({ level }) => level === 'warn')?.assumptions).toHaveLength(1);
  });

  it('of one attempt is not touched by another: what a journey writes to its state is its own', () => {
    const login = {
      Name: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
      Password: { type: 'PasswordCollectorNode', to: { outcome: 'failure' } },
    };
    const { sim } = initialized({ data: { username: 'bjensen' }, login });
    sim.answer(sim.open(sim.transaction().id), 'scarter');
    expect(sim.open(sim.transaction().id).shared.username).toBe('bjensen');
  });
});

describe('session properties', () => {
  const props = (services: { sessionProperties?: string[] } = {}): unknown => {
    const login = {
      Name: { type: 'UsernameCollectorNode', to: { outcome: 'Props' } },
      Props: { type: 'SetSessionPropertiesNode', config: { properties: { tier: 'gold' } }, to: { outcome: 'success' } },
    };
    const { sim, main } = initialized({ login, services });
    sim.answer(sim.open(sim.transaction().id), 'bjensen');
    sim.holdEffects = true;
    expect(status(sim, main)).toBe('Status:success');
    const written = sim.events.flatMap(({ patch }) => patch).findLast(([path]) => path.at(-1) === 'backchannel-sessionProperties');
    return written?.[1];
  };

  it('of the finished journey are recorded: AM’s own and those that nodes set', () => {
    expect(props()).toMatchObject({ tier: 'gold', UserId: 'id-bjensen', Service: 'Login' });
  });

  it('are those on the realm’s allow list when it has one', () => {
    expect(props({ sessionProperties: ['tier', 'AuthLevel', 'unknown'] })).toEqual({ tier: 'gold', AuthLevel: '0' });
    expect(props({ sessionProperties: ['toString'] })).toEqual({});
  });

  it('are not recorded unless Record Journey Session Info is on', () => {
    const { sim, main } = initialized({ status: { recordData: false } });
    sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    status(sim, main);
    expect(sim.events.flatMap(({ patch }) => patch).some(([path]) => path.at(-1) === 'backchannel-sessionProperties')).toBe(false);
  });
});

describe('tracking ids', () => {
  it('are of the form that AM takes, one for each transaction', () => {
    const { sim } = initialized();
    sim.answer(sim.start('Main'), 'bjensen');
    const ids = Object.values(sim.state.transactions).map(({ trackingId }) => trackingId);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,36}$/);
  });

  it('and transactions are not the same: whoever reads a log cannot open the transaction', () => {
    const { trackingId, id } = initialized().sim.transaction();
    expect(trackingId).not.toBe(id);
  });
});
