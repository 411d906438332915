import type { Identity } from '@tandem/journey';
import type { IdentityWrite } from '@tandem/nodes';
import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { bjensen, realmWith } from '../test/realm.ts';

const scripted = (script: string) => ({
  flags: { noSession: true },
  nodes: {
    [`Run ${script}`]: {
      type: 'ScriptedDecisionNode',
      config: { script, outcomes: ['outcome'], inputs: ['*'], outputs: ['*'] },
      to: { outcome: 'success' },
    },
  },
});
const lock = {
  Name: { type: 'UsernameCollectorNode', to: { outcome: 'Lock' } },
  Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'success' } },
};

/** A script writes these, and something else happens while it runs. */
function overlapping(write: IdentityWrite, others: (simulation: TestSimulation) => void): { user: Identity | null | undefined; log: string[] } {
  const other: IdentityWrite[] = [{ id: bjensen._id, set: { description: 'B' }, removed: ['mail'] }];
  const simulation = new TestSimulation(
    realmWith({ A: scripted('a'), B: scripted('b'), Remove: scripted('remove'), Lock: { nodes: lock } }, { scripts: { a: '', b: '', remove: '' } }),
    {
      scripts: {
        a: () => ({ outcome: 'outcome', identityWrites: [write] }),
        b: () => ({ outcome: 'outcome', identityWrites: other }),
        remove: () => ({ outcome: 'outcome', identityWrites: [{ id: bjensen._id, record: null }] }),
      },
    },
  );
  simulation.holdEffects = true;
  simulation.start('A');
  const [asked] = simulation.effects.splice(0);
  if (!asked) throw new Error('The script was not asked for.');
  simulation.holdEffects = false;
  others(simulation);
  simulation.effects.push(asked);
  simulation.answerEffect();
  return { user: simulation.state.identities[bjensen._id], log: simulation.log() };
}

test('scripts that overlap each keep their change of the same user', () => {
  const { mail: _gone, ...kept } = bjensen;
  const { user } = overlapping({ id: bjensen._id, set: { city: 'Oslo' }, removed: [] }, (simulation) => simulation.start('B'));
  expect(user).toEqual({ ...kept, city: 'Oslo', description: 'B' });
});

test('a script that began before an account was locked does not unlock it', () => {
  const { user } = overlapping({ id: bjensen._id, set: { city: 'Oslo' }, removed: [] }, (simulation) =>
    simulation.answer(simulation.start('Lock'), 'bjensen'),
  );
  expect(user).toMatchObject({ city: 'Oslo', accountStatus: 'inactive' });
});

test('a user who was deleted meanwhile stays deleted', () => {
  const { user, log } = overlapping({ id: bjensen._id, set: { city: 'Oslo' }, removed: [] }, (simulation) => simulation.start('Remove'));
  expect(user).toBeNull();
  expect(log).toEqual([`warn: Identity ${bjensen._id} was deleted while the script changed it; the change is dropped.`]);
});

test('a created user is written as it is, and so is a whole record of an input that an earlier version stored', () => {
  const nothing = () => {};
  expect(overlapping({ id: bjensen._id, created: { ...bjensen, city: 'Bath' } }, nothing).user).toEqual({ ...bjensen, city: 'Bath' });
  expect(overlapping({ id: bjensen._id, record: { ...bjensen, city: 'Bath' } }, nothing).user).toEqual({ ...bjensen, city: 'Bath' });
});
