import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { pair } from '../test/realm.ts';
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
