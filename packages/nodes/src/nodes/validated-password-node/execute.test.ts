import type { Json } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

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
  const again = (values: Record<string, Json>) => run({ config, answers: echo(first.action, { 0: values }) });

  test('asks with a ValidatedCreatePasswordCallback', () => {
    const [callback] = sent(first.action);
    expect(callback?.type).toBe('ValidatedCreatePasswordCallback');
    expect(callback?.output.map(({ name }) => name)).toEqual(['echoOn', 'policies', 'failedPolicies', 'validateOnly', 'prompt']);
  });

  test("its policies are AIC's own", () => {
    expect(outputs(sent(first.action)[0]).policies).toEqual({
      policyRequirements: ['VALID_TYPE', 'MIN_LENGTH', 'AT_LEAST_X_CAPITAL_LETTERS', 'AT_LEAST_X_NUMBERS', 'CANNOT_CONTAIN_OTHERS'],
      fallbackPolicies: null,
      name: 'password',
      policies: [
        { policyRequirements: ['VALID_TYPE'], policyId: 'valid-type', params: { types: ['string'] } },
        { policyRequirements: ['MIN_LENGTH'], policyId: 'minimum-length', params: { minLength: 8 } },
        { policyRequirements: ['AT_LEAST_X_CAPITAL_LETTERS'], policyId: 'at-least-X-capitals', params: { numCaps: 1 } },
        { policyRequirements: ['AT_LEAST_X_NUMBERS'], policyId: 'at-least-X-numbers', params: { numNums: 1 } },
        {
          policyRequirements: ['CANNOT_CONTAIN_OTHERS'],
          policyId: 'cannot-contain-others',
          params: { disallowedFields: ['userName', 'givenName', 'sn'] },
        },
      ],
      conditionalPolicies: null,
    });
  });

  test.each([
    ['', ['MIN_LENGTH']],
    ['short', ['MIN_LENGTH', 'AT_LEAST_X_CAPITAL_LETTERS', 'AT_LEAST_X_NUMBERS']],
    ['secret123', ['AT_LEAST_X_CAPITAL_LETTERS']],
    ['SecretSecret', ['AT_LEAST_X_NUMBERS']],
  ])('asks again, saying why, for %j', (password, requirements) => {
    const { action, recorded } = again({ '': sealed(password) });
    const failed = outputs(sent(action)[0]).failedPolicies as string[];
    expect(failed.map((text) => (JSON.parse(text) as { policyRequirement: string }).policyRequirement)).toEqual(requirements);
    expect(recorded.transient).toEqual({});
    expect(recorded.effects).toMatchObject([{ kind: 'policy', value: sealed(password) }]);
  });

  test.each<[string, FakeOptions]>([
    ['collected', { shared: { objectAttributes: { userName: 'Jensen' } } }],
    ['known', { shared: { _id: 'id-1' }, identities: [user({ _id: 'id-1', userName: 'bjensen', sn: 'Jensen' })] }],
  ])('must not contain a name that is %s', (_, options) => {
    const { action } = run({ config, ...options, answers: echo(first.action, { 0: { '': sealed('1Jensen2!') } }) });
    const [failed] = outputs(sent(action)[0]).failedPolicies as string[];
    expect(JSON.parse(failed ?? '')).toMatchObject({ policyRequirement: 'CANNOT_CONTAIN_OTHERS' });
  });

  test('what is sealed is not sent along to be compared', () => {
    const transient = { objectAttributes: { pin: sealed('1234'), sn: 'Jensen' } };
    const { recorded } = run({ config, transient, answers: echo(first.action, { 0: { '': sealed('Secret12!') } }) });
    expect(recorded.effects).toMatchObject([{ object: { sn: 'Jensen' } }]);
    expect(JSON.stringify(recorded.effects)).not.toContain('1234');
  });

  test('neither is the hash of the known user', () => {
    const options = { config, shared: { _id: 'id-1' }, identities: [user({ _id: 'id-1', userName: 'bjensen', passwordHash: 'scrypt$x' })] };
    const { recorded } = run({ ...options, answers: echo(first.action, { 0: { '': sealed('Secret12!') } }) });
    expect(recorded.effects).toMatchObject([{ object: { userName: 'bjensen' } }]);
    expect(JSON.stringify(recorded.effects)).not.toContain('scrypt');
  });

  test("the realm's own policy takes the place of AIC's", () => {
    const services = {
      passwordPolicy: { minimumLength: 0, minimumCapitals: 0, minimumNumbers: 0, minimumSpecials: 1, cannotContain: [] },
    };
    const asked = run({ config, services });
    expect(outputs(sent(asked.action)[0]).policies).toMatchObject({ policyRequirements: ['VALID_TYPE', 'AT_LEAST_X_SPECIALS'] });
    const tried = (password: string) => run({ config, services, answers: echo(asked.action, { 0: { '': sealed(password) } }) }).action.kind;
    expect([tried('a'), tried('!')]).toEqual(['send', 'goTo']);
  });

  test('an attribute that the realm does not declare has no policies', () => {
    const own = { validateInput: true, passwordAttribute: 'pin' };
    const asked = run({ config: own });
    expect(outputs(sent(asked.action)[0])).toMatchObject({ policies: {}, prompt: 'pin' });
    const { recorded } = run({ config: own, answers: echo(asked.action, { 0: { '': sealed('1') } }) });
    expect(recorded.transient).toEqual({ password: sealed('1'), objectAttributes: { pin: sealed('1') } });
  });

  test('validate only: asks again without keeping anything', () => {
    const { action, recorded } = again({ '': sealed('Secret12!'), validateOnly: true });
    expect(outputs(sent(action)[0])).toMatchObject({ failedPolicies: [], validateOnly: true });
    expect(recorded.transient).toEqual({});
  });

  test('keeps a good password', () => {
    const { action, recorded } = again({ '': sealed('Secret12!') });
    expect(action).toEqual(goTo('outcome'));
    expect(recorded.transient.password).toEqual(sealed('Secret12!'));
  });
});

test('an answer of another callback is none, and one that comes back a second time gives the same state', () => {
  const answers = echo(run().action, { 0: { '': sealed('x') } });
  expect(run({ config: { validateInput: true }, answers }).action.kind).toBe('send');
  const once = run({ answers });
  expect(run({ answers, transient: once.recorded.transient }).recorded.transient).toEqual(once.recorded.transient);
});

test('a blank attribute is password; an answer without a value is an empty password', () => {
  const answers = [{ type: 'PasswordCallback', output: [], values: {} }];
  expect(run({ config: { passwordAttribute: '' }, answers }).recorded.transient).toEqual({ password: '', objectAttributes: { password: '' } });
  const validated = [{ type: 'ValidatedCreatePasswordCallback', output: [], values: {} }];
  expect(run({ config: { validateInput: true }, answers: validated }).action.kind).toBe('send');
});

test('an _id that nobody has is no help and no harm', () => {
  const config = { validateInput: true };
  const answers = echo(run({ config }).action, { 0: { '': sealed('Secret12!') } });
  expect(run({ config, shared: { _id: 'gone' }, answers }).action).toEqual(goTo('outcome'));
});

test('reads what its settings need', () => {
  expect(definition.reads({ validateInput: true })).toEqual(['objectAttributes', '_id']);
  expect(definition.reads({})).toEqual([]);
  expect(definition.summary({ passwordAttribute: '', validateInput: true })).toBe('password · validated');
});

test('golden trace', () => {
  expect(trace('ValidatedPasswordNode', {}, [{ answer: { 0: sealed('Secret12!') } }])).toEqual([
    'ask PasswordCallback {"prompt":"Password"}',
    'answer PasswordCallback [{"$sealed":"Secret12!","empty":false}]',
    'put transient password {"$sealed":"Secret12!","empty":false}',
    'put transient objectAttributes {"password":{"$sealed":"Secret12!","empty":false}}',
    'go outcome',
  ]);
});
