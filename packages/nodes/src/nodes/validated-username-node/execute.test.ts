import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';

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
    expect(outputs(callback)).toMatchObject({ failedPolicies: [], policies: { name: 'userName', policyRequirements: ['REQUIRED', 'UNIQUE'] } });
    expect(callback?.input).toEqual([
      { suffix: '', value: '' },
      { suffix: 'validateOnly', value: false },
    ]);
  });

  test('keeps a name that is new', () => {
    expect(again({ '': 'scarter' }).recorded.shared.username).toBe('scarter');
  });

  test('asks again, saying why, when the name is empty or taken', () => {
    expect(outputs(sent(again({ '': '' }).action)[0]).failedPolicies).toEqual(['{"policyRequirement":"REQUIRED"}']);
    const taken = again({ '': 'bjensen' });
    expect(outputs(sent(taken.action)[0]).failedPolicies).toEqual(['{"policyRequirement":"UNIQUE"}']);
    expect(taken.recorded.shared).toEqual({});
  });

  test('validate only: asks again without keeping anything', () => {
    const { action, recorded } = again({ '': 'scarter', validateOnly: true });
    expect(outputs(sent(action)[0])).toMatchObject({ validateOnly: true, failedPolicies: [] });
    expect(recorded.shared).toEqual({});
  });
});
