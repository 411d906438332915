import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';

const config = { attributesToCollect: ['mail', 'preferences/updates'] };
const bjensen = user({ _id: 'id-1', userName: 'bjensen', mail: 'bjensen@example.com', age: 40, preferences: { updates: true } });
const run = (options: FakeOptions = {}) => visit('AttributeCollectorNode', { config, ...options });

describe('asking', () => {
  test('one callback for each attribute, in the configured order', () => {
    expect(sent(run().action)).toEqual([
      {
        type: 'StringAttributeInputCallback',
        output: [
          { name: 'name', value: 'mail' },
          { name: 'prompt', value: 'Email Address' },
          { name: 'required', value: false },
          { name: 'policies', value: {} },
          { name: 'failedPolicies', value: [] },
          { name: 'validateOnly', value: false },
          { name: 'value', value: '' },
        ],
        input: [
          { suffix: '', value: '' },
          { suffix: 'validateOnly', value: false },
        ],
      },
      expect.objectContaining({ type: 'BooleanAttributeInputCallback' }),
    ]);
  });

  test('an unknown attribute is text under its own name', () => {
    const [callback] = sent(run({ config: { attributesToCollect: ['frIndexedString1'] } }).action);
    expect(callback?.type).toBe('StringAttributeInputCallback');
    expect(outputs(callback).prompt).toBe('frIndexedString1');
  });

  test('starts with node state, else with the known user', () => {
    const known = sent(run({ identities: [bjensen], shared: { username: 'bjensen' } }).action);
    expect(known.map((callback) => outputs(callback).value)).toEqual(['bjensen@example.com', true]);
    const typed = sent(run({ identities: [bjensen], shared: { username: 'bjensen', objectAttributes: { mail: 'new@example.com' } } }).action);
    expect(outputs(typed[0]).value).toBe('new@example.com');
  });

  test('a number of the known user is asked for as a number', () => {
    const options = { config: { attributesToCollect: ['age'], identityAttribute: 'mail' }, identities: [bjensen] };
    const [callback] = sent(run({ ...options, shared: { objectAttributes: { mail: 'bjensen@example.com' } } }).action);
    expect(callback?.type).toBe('NumberAttributeInputCallback');
    expect(outputs(callback).value).toBe(40);
  });
});

describe('answers', () => {
  const first = run();

  test('go to shared objectAttributes, nested names as objects', () => {
    const { action, recorded } = run({ answers: echo(first.action, { 0: { '': 'b@example.com' }, 1: { '': 'true' } }) });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.shared).toEqual({ objectAttributes: { mail: 'b@example.com', preferences: { updates: true } } });
  });

  test('are added to what is collected already; a transient password stays transient', () => {
    const { recorded } = run({
      shared: { objectAttributes: { sn: 'Jensen', preferences: { marketing: true } } },
      transient: { objectAttributes: { password: sealed('x') } },
      answers: echo(first.action, { 0: { '': 'b@example.com' } }),
    });
    expect(recorded.shared.objectAttributes).toEqual({ sn: 'Jensen', mail: 'b@example.com', preferences: { marketing: true, updates: false } });
  });

  test('an empty one is kept as it is where none is required', () => {
    const { recorded } = run({ answers: echo(first.action) });
    expect(recorded.shared).toEqual({ objectAttributes: { mail: '', preferences: { updates: false } } });
  });

  test('to a number arrive as a number', () => {
    const options = { config: { attributesToCollect: ['age'] }, identities: [bjensen], shared: { username: 'bjensen' } };
    const answers = echo(run(options).action, { 0: { '': '41' } });
    expect(run({ ...options, answers }).recorded.shared.objectAttributes).toEqual({ age: 41 });
  });
});

describe('All Attributes Required', () => {
  const required = { config: { ...config, required: true } };

  test('says so in the callbacks', () => {
    expect(outputs(sent(run(required).action)[0]).required).toBe(true);
  });

  test('asks again while one is empty, keeping what was typed', () => {
    const both = { config: { attributesToCollect: ['givenName', 'sn'], required: true } };
    const { action, recorded } = run({ ...both, answers: echo(run(both).action, { 0: { '': 'Barbara' } }) });
    expect(sent(action).map((callback) => outputs(callback).value)).toEqual(['Barbara', '']);
    expect(recorded.shared).toEqual({});
  });
});

describe('Validate Input', () => {
  const validating = { config: { attributesToCollect: ['mail'], validateInputs: true } };
  const first = run(validating);

  test('asks again, saying why, for a mail address that is none', () => {
    const { action } = run({ ...validating, answers: echo(first.action, { 0: { '': 'bjensen' } }) });
    expect(outputs(sent(action)[0])).toMatchObject({ value: 'bjensen', failedPolicies: ['{"policyRequirement":"VALID_EMAIL_ADDRESS_FORMAT"}'] });
  });

  test('validate only: asks again without keeping anything', () => {
    const { action, recorded } = run({ ...validating, answers: echo(first.action, { 0: { '': 'b@example.com', validateOnly: true } }) });
    expect(outputs(sent(action)[0]).validateOnly).toBe(true);
    expect(recorded.shared).toEqual({});
  });

  test('keeps a good one', () => {
    const { action } = run({ ...validating, answers: echo(first.action, { 0: { '': 'b@example.com' } }) });
    expect(action).toEqual(goTo('outcome'));
  });
});
