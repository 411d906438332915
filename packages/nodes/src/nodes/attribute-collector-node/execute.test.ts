import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

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
    const [callback] = sent(run({ config: { attributesToCollect: ['shoeSize'], validateInputs: true } }).action);
    expect(callback?.type).toBe('StringAttributeInputCallback');
    expect(outputs(callback)).toMatchObject({ prompt: 'shoeSize', policies: {} });
  });

  test.each([
    ['frIndexedInteger1', 'NumberAttributeInputCallback', 'Generic Indexed Integer 1', null],
    ['frUnindexedDate2', 'StringAttributeInputCallback', 'Generic Unindexed Date 2', ''],
    ['newsletter', 'BooleanAttributeInputCallback', 'Newsletter', false],
    ['level', 'NumberAttributeInputCallback', 'level', null],
    ['preferences/marketing', 'BooleanAttributeInputCallback', 'Send me special offers and services', false],
  ])('%s has type and title from the schema', (name, type, prompt, value) => {
    const services = {
      customAttributes: [
        { name: 'newsletter', title: 'Newsletter', type: 'boolean' as const },
        { name: 'level', type: 'number' as const },
      ],
    };
    const [callback] = sent(run({ services, config: { attributesToCollect: [name] } }).action);
    expect(callback?.type).toBe(type);
    expect(outputs(callback)).toMatchObject({ prompt, value });
  });

  test.each([
    [{ attributesToCollect: ['password'] }, 'Configuration contains an invalid attribute: password'],
    [{ attributesToCollect: ['accountStatus'], validateInputs: true }, 'Configuration contains an invalid attribute: accountStatus'],
    [{ attributesToCollect: ['frIndexedMultivalued1'] }, 'Unhandleable data type: frIndexedMultivalued1 is an array'],
  ])('what no form can ask for ends the journey: %j', (config, message) => {
    expect(() => run({ config })).toThrow(new NodeProcessError(message));
  });

  test('accountStatus may be collected where nothing is validated', () => {
    expect(outputs(sent(run({ config: { attributesToCollect: ['accountStatus'] } }).action)[0]).prompt).toBe('Status');
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

test('a group is validated together: the good ones keep what was typed, each bad one says why', () => {
  const config = { attributesToCollect: ['givenName', 'telephoneNumber', 'frIndexedInteger1'], validateInputs: true };
  const answers = echo(run({ config }).action, { 0: { '': 'Barbara' }, 1: { '': 'call me' }, 2: { '': 'x' } });
  expect(sent(run({ config, answers }).action).map((callback) => outputs(callback))).toMatchObject([
    { value: 'Barbara', failedPolicies: [], policies: { policyRequirements: ['REQUIRED', 'VALID_TYPE'] } },
    { value: 'call me', failedPolicies: ['{"policyRequirement":"VALID_PHONE_FORMAT"}'] },
    { value: null, failedPolicies: [] },
  ]);
});

test('the step names each attribute with the policies that it failed', () => {
  const config = { attributesToCollect: ['mail', 'telephoneNumber'], validateInputs: true };
  const answers = echo(run({ config }).action, { 0: { '': 'nowhere' }, 1: { '': 'call me' } });
  const { recorded } = run({ config, answers });
  expect(recorded.reasons.map(({ rule }) => rule)).toEqual([
    'mail failed a policy: VALID_EMAIL_ADDRESS_FORMAT. telephoneNumber failed a policy: VALID_PHONE_FORMAT.',
  ]);
});

test('an attribute that the realm does not declare fails no policy', () => {
  const config = { attributesToCollect: ['shoeSize'], validateInputs: true };
  const answers = echo(run({ config }).action, { 0: { '': 'large' } });
  expect(run({ config, answers }).action).toEqual(goTo('outcome'));
});

test.each([
  ['an empty text, which counts as none by assumption', '', 1],
  ['no value at all', null, 0],
])('what is required is asked for again after %s', (_, value, assumed) => {
  const config = { attributesToCollect: ['mail'], required: true };
  const answers = echo(run({ config }).action).map((callback) => ({ ...callback, values: { '': value } }));
  const { action, recorded } = run({ config, answers });
  expect(action.kind).toBe('send');
  expect(recorded.reasons.filter(({ mark }) => mark === 'inferred')).toHaveLength(assumed);
  expect(recorded.reasons.at(-1)?.rule).toBe('A required attribute has no value.');
});

test('a user name that somebody has fails without naming them', () => {
  const config = { attributesToCollect: ['userName'], validateInputs: true };
  const answers = echo(run({ config }).action, { 0: { '': 'BJENSEN' } });
  expect(outputs(sent(run({ config, identities: [bjensen], answers }).action)[0]).failedPolicies).toEqual(['{"policyRequirement":"VALID_USERNAME"}']);
});

test('answers that come back a second time give the same state', () => {
  const answers = echo(run().action, { 0: { '': 'b@example.com' } });
  const once = run({ answers });
  const twice = run({ answers, shared: once.recorded.shared });
  expect(twice.action).toEqual(once.action);
  expect(twice.recorded.shared).toEqual(once.recorded.shared);
});

test('answers of other callbacks are none', () => {
  const answers = [{ type: 'NameCallback', output: [{ name: 'name', value: 'mail' }], values: { '': 'b@example.com' } }];
  expect(run({ answers }).recorded.shared).toEqual({});
});

test('a blank identity attribute is the user name', () => {
  const options = { config: { ...config, identityAttribute: '' }, identities: [bjensen], shared: { username: 'bjensen' } };
  expect(outputs(sent(run(options).action)[0]).value).toBe('bjensen@example.com');
});

test('a value that is no text, and an attribute that did not come back, are none', () => {
  const answers = echo(run().action)
    .slice(0, 1)
    .map((callback) => ({ ...callback, values: { '': ['x'] } }));
  expect(run({ answers }).recorded.shared).toEqual({ objectAttributes: { mail: null } });
  expect(run({ config: { ...config, validateInputs: true }, answers }).action.kind).toBe('send');
});

test('a boolean of the known user that the realm does not declare is asked for as one', () => {
  const options = { config: { attributesToCollect: ['vip', 'level'] }, identities: [user({ _id: 'id-2', userName: 'x', vip: true, level: 'high' })] };
  expect(sent(run({ ...options, shared: { username: 'x' } }).action).map(({ type }) => type)).toEqual([
    'BooleanAttributeInputCallback',
    'StringAttributeInputCallback',
  ]);
});

test('golden trace', () => {
  const options = { config: { attributesToCollect: ['mail'], validateInputs: true, required: true } };
  const asked = (value: string, failed: string) =>
    `ask StringAttributeInputCallback {"name":"mail","prompt":"Email Address","required":true,"policies":{"policyRequirements":["REQUIRED","VALID_TYPE","VALID_EMAIL_ADDRESS_FORMAT"],"fallbackPolicies":null,"name":"mail","policies":[{"policyRequirements":["REQUIRED"],"policyId":"required"},{"policyRequirements":["VALID_TYPE"],"policyId":"valid-type","params":{"types":["string"]}},{"policyRequirements":["VALID_EMAIL_ADDRESS_FORMAT"],"policyId":"valid-email-address-format"}],"conditionalPolicies":null},"failedPolicies":[${failed}],"validateOnly":false,"value":"${value}"}`;
  expect(trace('AttributeCollectorNode', options, [{}, { answer: { 0: 'bjensen' } }, { answer: { 0: 'b@example.com' } }])).toEqual([
    asked('', ''),
    'answer StringAttributeInputCallback ["",false]',
    asked('', ''),
    'answer StringAttributeInputCallback ["bjensen",false]',
    asked('bjensen', String.raw`"{\"policyRequirement\":\"VALID_EMAIL_ADDRESS_FORMAT\"}"`),
    'answer StringAttributeInputCallback ["b@example.com",false]',
    'put shared objectAttributes {"mail":"b@example.com"}',
    'go outcome',
  ]);
});
