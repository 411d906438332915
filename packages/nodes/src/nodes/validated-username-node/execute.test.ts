import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const run = (options: FakeOptions = {}) => visit('ValidatedUsernameNode', options);

describe('without validation', () => {
  const first = run();

  test('asks with a NameCallback', () => {
    expect(sent(first.action)).toEqual([
      { type: 'NameCallback', output: [{ name: 'prompt', value: 'User Name' }], input: [{ suffix: '', value: '' }] },
    ]);
  });

  test('keeps the name as username and as the attribute', () => {
    const { action, recorded } = run({ answers: echo(first.action, { 0: { '': 'bjensen' } }) });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.shared).toEqual({ username: 'bjensen', objectAttributes: { userName: 'bjensen' } });
  });

  test('the attribute is configurable; what is collected already stays', () => {
    const { recorded } = run({
      config: { usernameAttribute: 'mail' },
      shared: { objectAttributes: { sn: 'Jensen' } },
      answers: echo(first.action, { 0: { '': 'b@example.com' } }),
    });
    expect(recorded.shared).toEqual({ username: 'b@example.com', objectAttributes: { sn: 'Jensen', mail: 'b@example.com' } });
  });

  test('a password in transient state stays there', () => {
    const transient = { objectAttributes: { password: sealed('x') } };
    const { recorded } = run({ transient, answers: echo(first.action, { 0: { '': 'bjensen' } }) });
    expect(recorded.shared.objectAttributes).toEqual({ userName: 'bjensen' });
    expect(recorded.transient).toEqual(transient);
  });

  test('an empty name is not kept, the journey goes on', () => {
    const { action, recorded } = run({ answers: echo(first.action) });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.shared).toEqual({});
  });

  test('version 1.0 does not know Prepopulate', () => {
    const { action } = run({ version: '1.0', config: { prepopulate: true }, shared: { username: 'bjensen' } });
    expect(sent(action)[0]?.input).toEqual([{ suffix: '', value: '' }]);
  });

  test('version 2.0 may start with the known name', () => {
    const { action } = run({ version: '2.0', config: { prepopulate: true }, shared: { username: 'bjensen' } });
    expect(sent(action)[0]?.input).toEqual([{ suffix: '', value: 'bjensen' }]);
  });
});

describe('with validation', () => {
  const config = { validateInput: true };
  const identities = [user({ _id: 'id-1', userName: 'bjensen' })];
  const first = run({ config });
  const again = (values: Record<string, string | boolean>) => run({ config, identities, answers: echo(first.action, { 0: values }) });

  test('asks with a ValidatedCreateUsernameCallback and its policies', () => {
    const [callback] = sent(first.action);
    expect(callback?.type).toBe('ValidatedCreateUsernameCallback');
    expect(callback?.output.map(({ name }) => name)).toEqual(['policies', 'failedPolicies', 'validateOnly', 'prompt']);
    expect(outputs(callback)).toMatchObject({ failedPolicies: [], prompt: 'Username' });
    expect(outputs(callback).policies).toMatchObject({
      name: 'userName',
      policyRequirements: ['REQUIRED', 'VALID_TYPE', 'VALID_USERNAME', 'CANNOT_CONTAIN_CHARACTERS', 'MIN_LENGTH', 'MAX_LENGTH'],
    });
    expect(callback?.input).toEqual([
      { suffix: '', value: '' },
      { suffix: 'validateOnly', value: false },
    ]);
  });

  test('keeps a name that is new', () => {
    expect(again({ '': 'scarter' }).recorded.shared.username).toBe('scarter');
  });

  test.each([
    ['', ['{"policyRequirement":"REQUIRED"}', '{"policyRequirement":"MIN_LENGTH","params":{"minLength":1}}']],
    ['BJensen', ['{"policyRequirement":"VALID_USERNAME"}']],
    ['b/jensen', ['{"policyRequirement":"CANNOT_CONTAIN_CHARACTERS","params":{"forbiddenChars":"/"}}']],
    ['b'.repeat(256), ['{"policyRequirement":"MAX_LENGTH","params":{"maxLength":255}}']],
  ])('asks again, saying why, for %j', (name, failedPolicies) => {
    const { action, recorded } = again({ '': name });
    expect(outputs(sent(action)[0])).toMatchObject({ failedPolicies, validateOnly: false });
    expect(sent(action)[0]?.input[0]?.value).toBe(name);
    expect(recorded.shared).toEqual({});
  });

  test('the attribute decides about title and policies; one that the realm does not declare has none', () => {
    const asked = (usernameAttribute: string) => outputs(sent(run({ config: { ...config, usernameAttribute } }).action)[0]);
    expect(asked('mail')).toMatchObject({ prompt: 'Email Address', policies: { name: 'mail' } });
    expect(asked('nickname')).toMatchObject({ prompt: 'nickname', policies: {} });
    const { recorded } = run({ config: { ...config, usernameAttribute: 'nickname' }, answers: echo(first.action, { 0: { '': 'barb' } }) });
    expect(recorded.shared).toEqual({ username: 'barb', objectAttributes: { nickname: 'barb' } });
  });

  test('validate only: asks again without keeping anything', () => {
    const { action, recorded } = again({ '': 'scarter', validateOnly: true });
    expect(outputs(sent(action)[0])).toMatchObject({ validateOnly: true, failedPolicies: [] });
    expect(recorded.shared).toEqual({});
  });
});

test('an answer of another callback is none, and one that comes back a second time gives the same state', () => {
  const answers = echo(run().action, { 0: { '': 'bjensen' } });
  expect(run({ config: { validateInput: true }, answers }).action.kind).toBe('send');
  const once = run({ answers });
  expect(run({ answers, shared: once.recorded.shared }).recorded.shared).toEqual(once.recorded.shared);
});

test('a blank attribute is userName', () => {
  const { recorded } = run({ config: { usernameAttribute: '' }, answers: echo(run().action, { 0: { '': 'bjensen' } }) });
  expect(recorded.shared).toEqual({ username: 'bjensen', objectAttributes: { userName: 'bjensen' } });
});

test('reads what its settings need', () => {
  expect(definition.reads({ prepopulate: true, validateInput: true })).toEqual(['username', 'objectAttributes']);
  expect(definition.reads({})).toEqual([]);
  expect(definition.summary({ usernameAttribute: '' })).toBe('userName');
});

test('golden trace', () => {
  const options = { config: { prepopulate: true, usernameAttribute: 'mail' }, version: '2.0', shared: { username: 'bjensen' } };
  expect(trace('ValidatedUsernameNode', options, [{}])).toEqual([
    'ask NameCallback {"prompt":"User Name"}',
    'answer NameCallback ["bjensen"]',
    'put shared objectAttributes {"mail":"bjensen"}',
    'go outcome',
  ]);
});
