import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../../test/driver.ts';
import { logIn, status } from '../../test/pair.ts';
import { pair } from '../../test/realm.ts';
import { compareLogs, diffStates } from './compare.ts';

/** The pair until the main journey has asked once how the login went; sessions are named so that two runs have other ids. */
function run(password: string, prefix: string): { sim: TestSimulation; main: string } {
  const sim = new TestSimulation(pair());
  // Other chance, other ids.
  if (prefix !== 'a') for (let n = 0; n < 3; n++) sim.submit({ kind: 'latency', latency: {} });
  const main = sim.answer(sim.start('Main', { id: `${prefix}-main` }), 'bjensen');
  logIn(sim, password);
  status(sim, main);
  return { sim, main: main.id };
}

describe('two logs', () => {
  it('of the same run tell the same', () => {
    const { sim } = run('Secret12!', 'a');
    expect(compareLogs(sim.events, run('Secret12!', 'a').sim.events)).toMatchObject({ first: null });
  });

  it('tell the same when only ids, seqs and chance differ, and the state differs in nothing that means anything', () => {
    const [a, b] = [run('Secret12!', 'a'), run('Secret12!', 'b')];
    expect(Object.keys(a.sim.state.transactions)).not.toEqual(Object.keys(b.sim.state.transactions));
    const { first, ids } = compareLogs(a.sim.events, b.sim.events);
    expect(first).toBeNull();
    expect(ids.get('a-main')).toBe('b-main');
    const paths = diffStates(a.sim.state, b.sim.state, ids).map(({ path }) => path.join('/'));
    expect(paths.filter((path) => !/trackingId|ssoSessions|tokenId|AMCtxId/.test(path))).toEqual([]);
  });

  it('part where the password is wrong: the event, what of it differs, and the state from there', () => {
    const [a, b] = [run('Secret12!', 'a').sim, run('wrong', 'b').sim];
    const { first, same, ids } = compareLogs(a.events, b.events);
    expect(a.events.find(({ seq }) => seq === first?.a)).toMatchObject({ kind: 'visited', nodeType: 'DataStoreDecisionNode', outcome: 'true' });
    expect(b.events.find(({ seq }) => seq === first?.b)).toMatchObject({ kind: 'log' });
    expect(first?.fields).toContain('kind');
    expect(same).toBeGreaterThan(8);
    const difference = diffStates(a.state, b.state, ids).find(({ path }) => path[0] === 'transactions' && path.at(-1) === 'result');
    expect(difference).toMatchObject({ a: 'APPROVED', b: 'UNKNOWN' });
  });

  it('tell the same of a copy: its addresses lead to it, as those of the other lead there, or to the live realm', () => {
    const { sim } = run('Secret12!', 'a');
    const at =
      (path: string) =>
      <T>(value: T): T =>
        JSON.parse(JSON.stringify(value).replaceAll(/https?:\/\/[^/"]+(\/sim\/[\w-]+)?\/am/g, path));
    const [one, copy, live] = [at('http://h/sim/one/am'), at('http://h/sim/its-copy/am'), at('http://h/am')];
    expect(JSON.stringify(copy(sim.state))).toContain('/sim/its-copy/am');
    for (const other of [copy, live]) {
      expect(compareLogs(one(sim.events), other(sim.events)).first).toBeNull();
      expect(diffStates(one(sim.state), other(sim.state))).toEqual([]);
    }
    expect(diffStates(one(sim.state), at('http://elsewhere/am')(sim.state))).not.toEqual([]);
  });

  it('part where one is over', () => {
    const { events } = run('Secret12!', 'a').sim;
    expect(compareLogs(events, events.slice(0, 5)).first).toEqual({ a: events[5]?.seq, b: null, fields: [] });
  });

  it('times count from the start of each; another pace is a difference', () => {
    const { events } = run('Secret12!', 'a').sim;
    const later = events.map((event) => ({ ...event, at: new Date(event.at + 5000).toISOString() }));
    expect(compareLogs(events, later).first).toBeNull();
    const slower = events.map((event, index) => ({ ...event, at: event.at + index }));
    expect(compareLogs(events, slower).first).toMatchObject({ fields: ['at'] });
  });
});

it('a state that has a key more, less or another value', () => {
  const { state } = run('Secret12!', 'a').sim;
  const changed = structuredClone(state);
  const session = changed.sessions['a-main'];
  if (session) {
    session.shared.more = [1];
    session.shared.username = 'scarter';
    delete session.shared.realm;
  }
  expect(diffStates(state, changed)).toEqual([
    { path: ['sessions', 'a-main', 'shared', 'realm'], a: '/alpha' },
    { path: ['sessions', 'a-main', 'shared', 'username'], a: 'bjensen', b: 'scarter' },
    { path: ['sessions', 'a-main', 'shared', 'more'], b: [1] },
  ]);
});
