import type { IdentityWrite } from '@tandem/nodes';
import { describe, expect, test } from 'vitest';
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
function overlapping(write: IdentityWrite | IdentityWrite[], others: (simulation: TestSimulation) => void) {
  const other: IdentityWrite[] = [
    {
      id: bjensen._id,
      changes: [{ path: ['description'], value: 'B' }, { path: ['mail'] }, { path: ['preferences', 'marketing'], value: false }],
    },
    { id: 'id-new', created: { _id: 'id-new', kind: 'user', userName: 'taken' } },
  ];
  const simulation = new TestSimulation(
    realmWith({ A: scripted('a'), B: scripted('b'), Remove: scripted('remove'), Lock: { nodes: lock } }, { scripts: { a: '', b: '', remove: '' } }),
    {
      scripts: {
        a: () => ({ outcome: 'outcome', identityWrites: [write].flat() }),
        b: () => ({ outcome: 'outcome', identityWrites: other }),
        remove: () => ({ outcome: 'outcome', identityWrites: [{ id: bjensen._id, record: null }] }),
      },
    },
  );
  simulation.holdEffects = true;
  const { id } = simulation.start('A');
  const [asked] = simulation.effects.splice(0);
  if (!asked) throw new Error('The script was not asked for.');
  simulation.holdEffects = false;
  others(simulation);
  simulation.effects.push(asked);
  simulation.answerEffect();
  const { identities } = simulation.state;
  return { user: identities[bjensen._id], identities, log: simulation.log(), session: simulation.session(id) };
}

test('scripts that overlap each keep their change of the same user', () => {
  const { mail: _gone, ...kept } = bjensen;
  const { user } = overlapping({ id: bjensen._id, set: { city: 'Oslo' }, removed: [] }, (simulation) => simulation.start('B'));
  expect(user).toEqual({ ...kept, city: 'Oslo', description: 'B', preferences: { marketing: false } });
});

test('they do so within one attribute, too', () => {
  const write = { id: bjensen._id, changes: [{ path: ['preferences', 'updates'], value: true }] };
  expect(overlapping(write, (simulation) => simulation.start('B')).user).toMatchObject({ preferences: { marketing: false, updates: true } });
});

describe('a user name that somebody took while the script ran', () => {
  const renamed = { id: bjensen._id, changes: [{ path: ['userName'], value: 'Taken' }] };
  const error = "error: Script 'a': Policy validation failed: userName Taken is not unique; somebody took it while the script ran.";

  test('is not given twice: the script failed, its other writes stay', () => {
    const { user, log, session } = overlapping(renamed, (simulation) => simulation.start('B'));
    expect(user).toMatchObject({ userName: 'bjensen', description: 'B' });
    expect(log).toEqual([error]);
    expect(session.status).toMatchObject({ kind: 'ended', result: 'failure' });
  });

  test('is not given to a new user either', () => {
    const created = { _id: 'id-2', kind: 'user' as const, userName: 'Taken' };
    const { log, identities } = overlapping({ id: 'id-2', created }, (simulation) => simulation.start('B'));
    expect(log).toEqual([error]);
    expect(identities).not.toHaveProperty('id-2');
  });

  test('is free again when the script gave its owner another', () => {
    const { log, identities } = overlapping(
      [
        { id: 'id-scarter', changes: [{ path: ['userName'], value: 'bjensen' }] },
        { id: bjensen._id, changes: [{ path: ['userName'], value: 'barbara' }] },
      ],
      () => {},
    );
    expect(log).toEqual([]);
    expect(identities).toMatchObject({ 'id-scarter': { userName: 'bjensen' }, [bjensen._id]: { userName: 'barbara' } });
  });

  test('may be kept by whoever has it', () => {
    const same = { id: bjensen._id, changes: [{ path: ['userName'], value: 'BJensen' }] };
    expect(overlapping(same, () => {})).toMatchObject({ log: [], user: { userName: 'BJensen' } });
  });
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
