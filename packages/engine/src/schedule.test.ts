import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair, realmWith } from '../test/realm.ts';
import { type Due, dues } from './index.ts';

/** Everything that time brings is an event that a person can go to; each kind where its rule is, but for those that are of no node. */

const MINUTE = 60_000;
const kinds = (sim: TestSimulation): Due['kind'][] => dues(sim.state).map(({ kind }) => kind);
const asking = (flags: JsonObject = {}): TestSimulation =>
  new TestSimulation(
    realmWith({
      J: {
        flags,
        nodes: {
          Name: { type: 'UsernameCollectorNode', to: { outcome: 'Word' } },
          Word: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
          Check: { type: 'DataStoreDecisionNode', to: { true: 'success', false: 'failure' } },
        },
      },
    }),
  );

describe('the next event is', () => {
  it('the end of a poll, of a transaction and of a session', () => {
    const sim = new TestSimulation(pair());
    sim.answer(sim.start('Main'), 'bjensen');
    const start = sim.state.now;
    expect(dues(sim.state)).toMatchObject([
      { kind: 'poll-due', at: start + 5001 },
      { kind: 'transaction-expired', at: start + 120_000 },
      { kind: 'session-expired', at: start + 5 * MINUTE },
    ]);
  });

  it('a visit that takes simulated time', () => {
    const sim = new TestSimulation(pair(), { latency: { Ask: 700 } });
    sim.start('Main');
    expect(dues(sim.state)[0]).toMatchObject({ kind: 'visit', at: sim.state.now + 700 });
  });

  it('a script that waits for HTTP stubs', () => {
    const realm = realmWith(
      { J: { nodes: { Ask: { type: 'ScriptedDecisionNode', config: { script: 'ask', outcomes: ['outcome'] }, to: { outcome: 'failure' } } } } },
      { scripts: { ask: '' } },
    );
    const sim = new TestSimulation(realm, { scripts: { ask: () => ({ outcome: 'outcome', waited: 1500 }) } });
    sim.start('J');
    expect(dues(sim.state)[0]).toMatchObject({ kind: 'visit', at: sim.state.now + 1500 });
  });

  it('the end of an authId, in a journey that lasts longer, from each step on', () => {
    const sim = asking({ treeTimeout: 30 });
    const session = sim.start('J');
    const end = sim.state.now + 5 * MINUTE + 1;
    expect(dues(sim.state)).toMatchObject([
      { kind: 'auth-id-expired', at: end, session: session.id, node: 'Name' },
      { kind: 'session-expired', at: sim.state.now + 30 * MINUTE },
    ]);
    sim.advance(60);
    sim.answer(session, 'bjensen');
    expect(dues(sim.state)[0]).toMatchObject({ kind: 'auth-id-expired', at: end + MINUTE, node: 'Word' });
  });

  it('not the end of an authId that outlives its journey', () => {
    const sim = asking();
    sim.start('J');
    expect(kinds(sim)).toEqual(['session-expired']);
  });

  it('the end of the session that a journey gave, until it is logged out or over', () => {
    const signedIn = (): TestSimulation => {
      const sim = asking({ maximumSessionTime: 10 });
      sim.answer(sim.answer(sim.start('J'), 'bjensen'), 'Secret12!');
      expect(dues(sim.state)).toMatchObject([{ kind: 'sso-session-expired', at: sim.state.now + 10 * MINUTE }]);
      return sim;
    };
    const out = signedIn();
    out.submit({ kind: 'logout', token: Object.keys(out.state.ssoSessions)[0] ?? '' });
    expect(kinds(out)).toEqual([]);
    const over = signedIn();
    over.advance(600);
    expect(kinds(over)).toEqual([]);
  });
});
