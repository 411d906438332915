import type { Json } from '@tandem/journey';
import type { ScriptResult } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { bjensen, realmWith } from '../test/realm.ts';

/** What becomes of the rarer things that a script leaves behind. */
function runOf(result: Partial<ScriptResult>, config: Record<string, Json> = {}, flags = {}) {
  const node = { type: 'ScriptedDecisionNode', config: { script: 'decide', outcomes: ['next'], ...config }, to: { next: 'success' } };
  const seed = { type: 'SetStateNode', config: { attributes: { a: 'first', b: 'second' } }, to: { outcome: 'Decide' } };
  const realm = realmWith({ J: { flags: { noSession: true, ...flags }, nodes: { Seed: seed, Decide: node } } }, { scripts: { decide: '' } });
  const seen: unknown[] = [];
  const sim = new TestSimulation(realm, {
    scripts: {
      decide: ({ bindings }) => {
        seen.push([bindings.journey, bindings.locales]);
        return { outcome: 'next', ...result };
      },
    },
  });
  return { sim, session: sim.start('J'), seen };
}

describe('auditEntryDetail', () => {
  const audit = (detail: Json) => {
    const { sim, session } = runOf({ audit: detail });
    return { event: sim.events.find(({ nodeName, kind }) => nodeName === 'Decide' && kind === 'visited'), session, log: sim.log() };
  };
  it('stands on the event of the visit as AM puts it into its audit entry', () => {
    expect(audit({ why: 'risk' }).event?.audit).toEqual({ auditInfo: { why: 'risk' } });
    expect(audit('text').event?.audit).toEqual({ auditInfo: 'text' });
  });
  it('of another type ends the journey', () => {
    const { session, log } = audit([1]);
    expect(session.status).toMatchObject({ kind: 'ended', result: 'failure' });
    expect(log).toEqual(["error: Script must set 'auditEntryDetail' to a string or a map, not [1]."]);
  });
});

describe('a replaced state', () => {
  it('is the whole of its scope, whatever outputs are declared; the other scopes stay', () => {
    const { session, sim } = runOf({
      writes: [
        { op: 'put', scope: 'transient', key: 't', value: 1 },
        { op: 'replace', scope: 'shared', value: { b: 'kept', c: 'new' } },
      ],
    });
    expect(session.shared).toEqual({ b: 'kept', c: 'new' });
    const writes = sim.events.find(({ nodeName, kind }) => nodeName === 'Decide' && kind === 'visited')?.writes;
    expect(writes?.filter(({ scope }) => scope === 'transient')).toEqual([{ key: 't', scope: 'transient' }]);
    expect(runOf({ writes: [{ op: 'replace', scope: 'shared', value: {} }] }, { outputs: ['a'] }).session.shared).toEqual({});
  });
  it('shows on the event which keys changed or went', () => {
    const { sim } = runOf({ writes: [{ op: 'replace', scope: 'shared', value: { b: 'kept' } }] });
    const writes = sim.events.find(({ nodeName, kind }) => nodeName === 'Decide' && kind === 'visited')?.writes;
    expect(writes).toEqual(
      expect.arrayContaining([
        { key: 'a', scope: 'shared' },
        { key: 'b', scope: 'shared' },
      ]),
    );
  });
});

it('a suspension shows the callback that a legacy script made', () => {
  const callback = {
    type: 'SuspendedTextOutputCallback',
    output: [
      { name: 'message', value: 'Mail' },
      { name: 'messageType', value: '1' },
    ],
    input: [],
  };
  const { session } = runOf({ suspend: { message: '', minutes: 10, callback } });
  expect(session.status).toMatchObject({ kind: 'callbacks', callbacks: [callback] });
});

it("a script is told its journey's configuration, and the client's locales", () => {
  const { seen } = runOf({}, {}, { mustRun: true, identityResource: 'managed/alpha_user' });
  expect(seen).toEqual([[{ name: 'J', identityResource: 'managed/alpha_user', innerJourney: false, mustRun: true }, ['en']]]);
});

it('a script that identifies an agent names the agent, not the user of the same name', () => {
  const agent = { ...bjensen, _id: 'id-agent', kind: 'agent' as const };
  const node = { type: 'ScriptedDecisionNode', config: { script: 'decide', outcomes: ['next'] }, to: { next: 'success' } };
  const identifiedBy = (result: Partial<ScriptResult>) => {
    const realm = realmWith({ J: { nodes: { Decide: node } } }, { scripts: { decide: '' }, identities: [bjensen, agent] });
    const sim = new TestSimulation(realm, { scripts: { decide: () => ({ outcome: 'next', ...result }) } });
    sim.start('J');
    return Object.values(sim.state.ssoSessions).map(({ identity }) => identity);
  };
  expect(identifiedBy({ identifiedAgent: 'bjensen' })).toEqual(['id-agent']);
  expect(identifiedBy({ identifiedUser: 'bjensen' })).toEqual(['id-bjensen']);
  expect(identifiedBy({ identifiedAgent: 'scarter' })).toEqual([]);
});
