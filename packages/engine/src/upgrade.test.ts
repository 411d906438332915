import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair, realmWith } from '../test/realm.ts';
import { upgradeState } from './upgrade.ts';

test('a link that AM refused is known as a refusal also in a state that was stored before refusals were marked', () => {
  const sim = new TestSimulation(pair());
  const ran = sim.start('Main');
  const refused = sim.open('nope');
  const stored = structuredClone(sim.state);
  for (const session of Object.values(stored.sessions)) delete session.refused;
  const { sessions } = upgradeState(stored);
  expect([sessions[refused.id]?.refused, sessions[ran.id]?.refused]).toEqual([true, undefined]);
});

test('a state that was stored before there were managed objects takes the first one that a journey makes', () => {
  const node = { type: 'ScriptedDecisionNode', config: { script: 'make', outcomes: ['on'] }, to: { on: 'failure' } };
  const role = { type: 'alpha_role', id: 'r1', created: { name: 'auditor' } };
  const sim = new TestSimulation(realmWith({ J: { nodes: { Make: node } } }, { scripts: { make: '' } }), {
    scripts: { make: () => ({ outcome: 'on', objectWrites: [role] }) },
  });
  const { objects: _none, ...stored } = sim.state;
  sim.restore(upgradeState(stored as typeof sim.state));
  sim.start('J');
  expect(sim.state.objects).toEqual({ 'alpha_role/r1': { type: 'alpha_role', object: { _id: 'r1', name: 'auditor' } } });
});
