import type { CustomNodeType } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { defaultConfig, validateConfig } from '../config.ts';
import { goTo, NodeProcessError, type ScriptEffect, type ScriptResult } from '../contract.ts';
import { outcomesFor } from '../lookup.ts';
import { nameCallback } from '../support/callbacks.ts';
import { type FakeOptions, sent, visit } from '../testing/fake-context.ts';
import { strayAnswers } from '../testing/replay.ts';
import { trace } from '../testing/trace.ts';
import { customDefinition } from './definition.ts';

const nodeType: CustomNodeType = {
  _id: 'e4a9455782434716b7f3e9540006d7f1-1',
  serviceName: 'e4a9455782434716b7f3e9540006d7f1',
  displayName: 'Set status',
  description: 'Sets a status.',
  outcomes: ['Success', 'Error'],
  inputs: [],
  outputs: ['transaction:notify'],
  script: 'action.goTo("Success")',
  errorOutcome: false,
  tags: ['customNode', 'utilities'],
  properties: {
    key: { title: 'State key', description: 'Where.', type: 'STRING', required: true, defaultValue: 'transaction:notify', multivalued: false },
    scope: { title: 'Scope', type: 'STRING', options: { SHARED: 'Shared', TRANSIENT: 'Transient' }, defaultValue: 'SHARED' },
    names: { title: 'Names', type: 'STRING', required: true, multivalued: true },
    amount: { type: 'NUMBER' },
    on: { title: 'On', type: 'BOOLEAN', defaultValue: true },
    map: { title: 'Map', type: 'OBJECT' },
    amounts: { title: 'Amounts', type: 'NUMBER', multivalued: true },
  },
};
const withError: CustomNodeType = { ...nodeType, errorOutcome: true };
const TYPE = 'designer-e4a9455782434716b7f3e9540006d7f1';

describe('definition', () => {
  const definition = customDefinition(nodeType);

  test('is the type that journeys place', () => {
    expect(definition).toMatchObject({ type: TYPE, name: 'Set status', help: 'Sets a status.', tags: ['customNode', 'utilities'] });
  });

  test('has a field for each property, of its type', () => {
    expect(Object.entries(definition.fields).map(([id, { kind }]) => `${id}: ${kind}`)).toEqual([
      'key: string',
      'scope: enum',
      'names: stringList',
      'amount: number',
      'on: boolean',
      'map: json',
      'amounts: numberList',
    ]);
    expect(definition.fields.key).toEqual({ kind: 'string', label: 'State key', help: 'Where.', required: true, default: 'transaction:notify' });
    expect(definition.fields.amount?.label).toBe('amount');
  });

  test('stores an option as its key', () => {
    expect(definition.fields.scope?.options).toEqual([
      { value: 'SHARED', label: 'Shared' },
      { value: 'TRANSIENT', label: 'Transient' },
    ]);
    expect(validateConfig(definition.fields, { key: 'k', names: ['a'], scope: 'Shared' }).map(({ field }) => field)).toEqual(['scope']);
  });

  test('takes lists of numbers, and of the keys of enumerated values', () => {
    const properties = { ...nodeType.properties, scopes: { type: 'STRING', options: { SHARED: 'Shared' }, multivalued: true } };
    const { fields } = customDefinition({ ...nodeType, properties });
    expect(fields.scopes).toMatchObject({ kind: 'stringList', options: [{ value: 'SHARED', label: 'Shared' }] });
    const config = { key: 'k', names: ['a'] };
    expect(validateConfig(fields, { ...config, scopes: ['SHARED'], amounts: [1, 2] })).toEqual([]);
    expect(validateConfig(fields, { ...config, scopes: ['Shared'], amounts: ['1'] })).toEqual([
      { field: 'amounts', message: 'A number.' },
      { field: 'scopes', message: 'One of SHARED.' },
    ]);
  });

  test('fills in the defaults of a new node', () => {
    expect(defaultConfig(definition.fields)).toEqual({ key: 'transaction:notify', scope: 'SHARED', on: true });
  });

  test('has its own outcomes, and Script Error with an error outcome', () => {
    expect(outcomesFor(definition, {}).map(({ id }) => id)).toEqual(['Success', 'Error']);
    expect(outcomesFor(customDefinition(withError), {}).map(({ id }) => id)).toEqual(['Success', 'Error', 'Script Error']);
  });

  test('its summary is the first text that is set', () => {
    expect(definition.summary({ key: '', names: ['a'], scope: 'SHARED' })).toBe('SHARED');
    expect(definition.summary({ on: true })).toBe('');
  });

  test('without description and tags it says what it is', () => {
    const { description: _, tags: __, properties: ___, ...bare } = nodeType;
    expect(customDefinition(bare)).toMatchObject({ help: 'A custom node of this realm.', tags: ['customNode'], fields: {} });
  });

  test('no declared inputs or outputs means all of node state', () => {
    expect(definition.reads({})).toEqual(['*']);
    expect(definition.writes({})).toEqual([{ key: 'transaction:notify', scope: 'shared' }]);
    expect(customDefinition({ ...nodeType, inputs: ['a'] }).reads({})).toEqual(['a']);
  });
});

describe('execution', () => {
  const run = (script: FakeOptions['script'], type = nodeType) => visit(TYPE, { customTypes: { [type._id]: type }, ...(script ? { script } : {}) });

  test('runs its script as a next-generation one', () => {
    const { action, recorded } = run({ outcome: 'Success', fromAction: true });
    expect(action).toEqual(goTo('Success'));
    expect(recorded.effects[0] as ScriptEffect).toMatchObject({
      context: 'NODE_DESIGNER',
      engine: 'next-gen',
      scriptId: nodeType._id,
      scriptName: 'Set status',
      source: nodeType.script,
    });
    expect(recorded.appliedOutputs).toEqual([['transaction:notify']]);
  });

  test('may ask for input', () => {
    expect(sent(run({ callbacks: [nameCallback('x')], outcome: 'Success' }).action)).toHaveLength(1);
  });

  test('a failing script goes to Script Error where there is an error outcome', () => {
    const { action, recorded } = run({ status: 'error', error: { message: 'boom' } }, withError);
    expect(action).toEqual(goTo('Script Error'));
    expect(recorded.logs).toEqual([{ level: 'error', message: "Script 'Set status': boom" }]);
  });

  test.each(['error', 'timeout', 'memory'] as const)('without one a script that ends with %s ends the journey', (status) => {
    expect(() => run({ status, error: { message: 'boom' } })).toThrow(NodeProcessError);
  });

  test('an outcome that the type does not have ends the journey', () => {
    expect(() => run({ outcome: 'Other', fromAction: true })).toThrow("Invalid outcome from script, 'Other'");
  });

  test('an error outcome catches only a failing script: a wrong outcome ends the journey all the same', () => {
    expect(() => run({ outcome: 'Other', fromAction: true }, withError)).toThrow("Invalid outcome from script, 'Other'");
  });

  test('declared inputs limit what the script sees, none is everything', () => {
    const seen = (type: CustomNodeType) => (run({ outcome: 'Success' }, type).recorded.effects[0] as ScriptEffect).bindings.properties;
    expect(seen({ ...nodeType, inputs: ['username'] })).toEqual({ inputs: ['username'] });
    expect(seen(nodeType)).toEqual({ inputs: ['*'] });
  });

  test('the script alone judges what came back', () => {
    const { recorded } = visit(TYPE, { customTypes: { [nodeType._id]: nodeType }, script: { outcome: 'Error' }, answers: strayAnswers });
    expect((recorded.effects[0] as ScriptEffect).bindings.callbacks).toEqual(strayAnswers);
  });

  test('golden traces', () => {
    const told = (script: FakeOptions['script'], type = nodeType) =>
      trace(TYPE, { customTypes: { [type._id]: type }, ...(script ? { script } : {}) }, [{ answer: { 0: 'yes' } }]);
    const notifying = ({ bindings }: ScriptEffect): Partial<ScriptResult> =>
      bindings.callbacks.length === 0
        ? { callbacks: [nameCallback('Go on?')] }
        : {
            outcome: 'Success',
            fromAction: true,
            writes: [{ op: 'put', scope: 'shared', key: 'transaction:notify', value: { journeyStatus: 'Status 1' } }],
          };
    expect(told(notifying)).toEqual([
      'ask NameCallback {"prompt":"Go on?"}',
      'answer NameCallback ["yes"]',
      'put shared transaction:notify {"journeyStatus":"Status 1"}',
      'go Success',
    ]);
    const broken: Partial<ScriptResult> = { status: 'error', error: { message: 'boom', line: 2 } };
    expect(told(broken, withError)).toEqual(["log error Script 'Set status', line 2: boom", 'go Script Error']);
    expect(told(broken)).toEqual(["throw Script 'Set status', line 2: boom"]);
  });

  test("a type whose definition the realm lacks is a person's choice", () => {
    expect(sent(visit(TYPE).action).map(({ type }) => type)).toContain('ChoiceCallback');
  });
});
