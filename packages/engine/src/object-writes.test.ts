import type { ManagedObject } from '@tandem/journey';
import type { ObjectWrite } from '@tandem/nodes';
import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';
import { objectsOf, upgradeState } from './index.ts';

const auditor: ManagedObject = { type: 'alpha_role', object: { _id: 'r1', name: 'auditor', condition: { of: 'x' } } };
const research: ManagedObject = { type: 'alpha_organization', object: { _id: 'r1', name: 'Research' } };

function realm() {
  const organization = { config: { identityResource: 'managed/alpha_organization' } };
  const built = realmWith(
    {
      A: {
        flags: { noSession: true },
        nodes: { Run: { type: 'ScriptedDecisionNode', config: { script: 'a', outcomes: ['outcome'] }, to: { outcome: 'success' } } },
      },
      Create: {
        flags: { noSession: true, identityResource: 'managed/alpha_organization' },
        nodes: {
          Collect: { type: 'ScriptedDecisionNode', config: { script: 'collect', outcomes: ['outcome'] }, to: { outcome: 'Create' } },
          Create: { type: 'CreateObjectNode', ...organization, to: { CREATED: 'success', FAILURE: 'failure' } },
        },
      },
    },
    { scripts: { a: '', collect: '' } },
  );
  built.objects = { 'alpha_role/r1': auditor, 'alpha_organization/r1': research };
  return built;
}

/** A script writes these; something else may happen while it runs. */
function written(objectWrites: ObjectWrite[], meanwhile: ObjectWrite[] = []): TestSimulation {
  const answers = [objectWrites, meanwhile];
  const simulation = new TestSimulation(realm(), { scripts: { a: () => ({ outcome: 'outcome', objectWrites: answers.pop() ?? [] }) } });
  simulation.holdEffects = true;
  simulation.start('A');
  simulation.start('A');
  const [first, second] = simulation.effects.splice(0);
  for (const asked of [second, first]) {
    if (!asked) throw new Error('The script was not asked for.');
    simulation.effects.push(asked);
    simulation.answerEffect();
  }
  return simulation;
}
const roles = ({ model, state }: TestSimulation) => objectsOf(model, state).all('alpha_role');

test("a simulation's objects lie over the realm's, type by type", () => {
  const simulation = written([{ type: 'alpha_role', id: 'r2', created: { name: 'clerk' } }]);
  const view = objectsOf(simulation.model, simulation.state);
  expect(roles(simulation)).toEqual([auditor.object, { _id: 'r2', name: 'clerk' }]);
  expect(view.byId('alpha_organization', 'r1')).toEqual(research.object);
  expect(view.byId('alpha_organization', 'r2')).toBeUndefined();
  expect(view.find('alpha_role', 'name', 'CLERK')).toHaveLength(1);
  expect(simulation.model.realm.objects).toEqual({ 'alpha_role/r1': auditor, 'alpha_organization/r1': research });
});

test('scripts that overlap each keep their change of the same object', () => {
  const simulation = written(
    [{ type: 'alpha_role', id: 'r1', changes: [{ path: ['condition', 'of'], value: 'y' }] }],
    [{ type: 'alpha_role', id: 'r1', changes: [{ path: ['condition', 'until'], value: 'z' }] }],
  );
  expect(roles(simulation)).toEqual([{ _id: 'r1', name: 'auditor', condition: { of: 'y', until: 'z' } }]);
  expect(simulation.events.filter(({ kind }) => kind === 'object-changed').map(({ message }) => message)).toEqual([
    'Object managed/alpha_role/r1 changed',
    'Object managed/alpha_role/r1 changed',
  ]);
});

test('an object that was deleted meanwhile stays deleted', () => {
  const change: ObjectWrite = { type: 'alpha_role', id: 'r1', changes: [{ path: ['name'], value: 'x' }] };
  const simulation = written([change], [{ type: 'alpha_role', id: 'r1', deleted: true }]);
  expect(roles(simulation)).toEqual([]);
  expect(simulation.log()).toEqual(['warn: Object managed/alpha_role/r1 was deleted while the script changed it; the change is dropped.']);
});

test('Create Object makes one, and the live realm takes it over', () => {
  const collect = () => ({
    outcome: 'outcome',
    writes: [{ op: 'put' as const, scope: 'shared' as const, key: 'objectAttributes', value: { name: 'Sales' } }],
  });
  const simulation = new TestSimulation(realm(), { scripts: { collect } });
  simulation.start('Create');
  const [key = ''] = Object.keys(simulation.state.objects);
  const made = simulation.state.objects[key];
  expect(made).toEqual({ type: 'alpha_organization', object: { _id: key.split('/')[1], name: 'Sales' } });
  simulation.model.realm.objects[key] = made as ManagedObject;
  simulation.submit({ kind: 'realm', version: 2 });
  expect(simulation.state.objects).toEqual({});
});

test('a state that was stored before there were objects has none', () => {
  const { objects: _none, ...stored } = new TestSimulation(realm()).state;
  expect(upgradeState(stored as TestSimulation['state']).objects).toEqual({});
});
