import { describe, expect, it } from 'vitest';
import { initialized } from '../test/pair.ts';

describe('node state changed by hand', () => {
  it('is what the next node reads, and the log says whose write it was', () => {
    const { sim } = initialized();
    const user = sim.open(sim.transaction().id);
    sim.submit({ kind: 'edit', session: user.id, scope: 'shared', key: 'mine', value: { a: [1] } });
    expect(sim.session(user.id).shared.mine).toEqual({ a: [1] });
    expect(sim.events.at(-1)).toMatchObject({
      kind: 'state-edited',
      session: user.id,
      because: 'edited by hand',
      writes: [{ key: 'mine', scope: 'shared' }],
      message: '"mine" in shared state was set by hand',
    });
  });

  it('without a value, the key is removed; one that is not there is no event', () => {
    const { sim, main } = initialized();
    const before = sim.events.length;
    sim.submit({ kind: 'edit', session: main.id, scope: 'shared', key: 'username' });
    sim.submit({ kind: 'edit', session: main.id, scope: 'shared', key: 'username' });
    expect(sim.session(main.id).shared).not.toHaveProperty('username');
    expect(sim.events.slice(before).map(({ message }) => message)).toEqual(['"username" in shared state was removed by hand']);
  });

  it('decides how the journey goes on: another user name than the one that was typed', () => {
    const { sim } = initialized();
    const user = sim.answer(sim.open(sim.transaction().id), 'nobody');
    sim.submit({ kind: 'edit', session: user.id, scope: 'shared', key: 'username', value: 'bjensen' });
    expect(sim.shown(sim.answer(user, 'Secret12!'))).toBe('success');
  });

  it('changes nothing of a session that ended, of none, or under a key that is none', () => {
    const { sim } = initialized();
    const user = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    expect(sim.shown(user)).toBe('success');
    const before = JSON.stringify(sim.state);
    sim.submit({ kind: 'edit', session: user.id, scope: 'shared', key: 'mine', value: 1 });
    sim.submit({ kind: 'edit', session: 'nobody', scope: 'shared', key: 'mine', value: 1 });
    sim.submit({ kind: 'edit', session: Object.keys(sim.state.sessions)[0] ?? '', scope: 'shared', key: '__proto__', value: 1 });
    expect(JSON.stringify(sim.state)).toBe(before);
  });
});
