import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, visit } from '../../testing/fake-context.ts';

const run = (options: FakeOptions = {}) => visit('ValidatedPasswordNode', options);

describe('without validation', () => {
  const first = run();

  test('asks with a PasswordCallback', () => {
    expect(sent(first.action)).toEqual([
      { type: 'PasswordCallback', output: [{ name: 'prompt', value: 'Password' }], input: [{ suffix: '', value: '' }] },
    ]);
  });

  test('keeps the password, sealed as it came, in transient state only', () => {
    const { action, recorded } = run({ answers: echo(first.action, { 0: { '': sealed('Secret12!') } }) });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.transient).toEqual({ password: sealed('Secret12!'), objectAttributes: { password: sealed('Secret12!') } });
    expect(recorded.shared).toEqual({});
  });

  test('the attribute is configurable', () => {
    const { recorded } = run({ config: { passwordAttribute: 'pin' }, answers: echo(first.action, { 0: { '': sealed('1') } }) });
    expect(recorded.transient).toEqual({ password: sealed('1'), objectAttributes: { pin: sealed('1') } });
  });

  test('an empty password is kept too: the next node judges it', () => {
    const { action, recorded } = run({ answers: echo(first.action, { 0: { '': sealed('') } }) });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.transient.password).toEqual(sealed(''));
  });
});

describe('with validation', () => {
  const config = { validateInput: true };
  const first = run({ config });
  const again = (values: Record<string, ReturnType<typeof sealed>>) => run({ config, answers: echo(first.action, { 0: values }) });

  test('asks with a ValidatedCreatePasswordCallback', () => {
    const [callback] = sent(first.action);
    expect(callback?.type).toBe('ValidatedCreatePasswordCallback');
    expect(callback?.output.map(({ name }) => name)).toEqual(['echoOn', 'policies', 'failedPolicies', 'validateOnly', 'prompt']);
  });

  test('asks again, saying why, when the password is empty', () => {
    const { action, recorded } = again({ '': sealed('') });
    expect(outputs(sent(action)[0]).failedPolicies).toEqual(['{"policyRequirement":"REQUIRED"}']);
    expect(recorded.transient).toEqual({});
  });

  test('validate only: asks again without keeping anything', () => {
    expect(again({ '': sealed('x'), validateOnly: true }).recorded.transient).toEqual({});
  });

  test('keeps any other password without looking into it', () => {
    expect(again({ '': sealed('x') }).recorded.transient.password).toEqual(sealed('x'));
  });
});
