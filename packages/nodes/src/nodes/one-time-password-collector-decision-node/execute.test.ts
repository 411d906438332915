import type { Json } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, sealed, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const TYPE = 'OneTimePasswordCollectorDecisionNode';
const run = (options: FakeOptions = {}) => visit(TYPE, options);
const first = run();
const given = (otp: string) => echo(first.action, { 0: { '': sealed(otp) } });
/** Made at second 100, so it ends at second 400. */
const secure = { oneTimePassword: '123456', oneTimePasswordTimestamp: 100 };

test('golden trace: an empty answer, a wrong one', () => {
  expect(trace(TYPE, { secure, now: 100_000 }, [{ answer: { 0: sealed('') } }, { answer: { 0: sealed('000000') } }])).toEqual([
    'ask PasswordCallback {"prompt":"One Time Password"}',
    'answer PasswordCallback [{"$sealed":"","empty":true}]',
    'ask PasswordCallback {"prompt":"One Time Password"}',
    'answer PasswordCallback [{"$sealed":"000000","empty":false}]',
    'go false',
  ]);
});

test('golden trace: the right one is used up', () => {
  expect(trace(TYPE, { secure, now: 100_000 }, [{ answer: { 0: sealed('123456') } }])).toEqual([
    'ask PasswordCallback {"prompt":"One Time Password"}',
    'answer PasswordCallback [{"$sealed":"123456","empty":false}]',
    'remove secure oneTimePassword',
    'remove secure oneTimePasswordTimestamp',
    'go true',
  ]);
});

test('asks for a password', () => {
  expect(sent(first.action)).toEqual([
    { type: 'PasswordCallback', output: [{ name: 'prompt', value: 'One Time Password' }], input: [{ suffix: '', value: '' }] },
  ]);
});

test('the answer is compared where it is sealed: the node never sees it', () => {
  const { recorded } = run({ secure, answers: given('123456'), now: 100_000 });
  expect(recorded.effects).toEqual([{ kind: 'compare', left: sealed('123456'), right: '123456' }]);
});

test('a one-time password that is sealed in secure state compares as well', () => {
  const { action } = run({ secure: { ...secure, oneTimePassword: sealed('123456') }, answers: given('123456'), now: 100_000 });
  expect(action).toEqual(goTo('true'));
});

describe('time', () => {
  const at = (now: number, config = {}) => run({ secure, answers: given('123456'), now, config });

  test.each([
    [399_999, 'true'],
    [400_000, 'false'],
  ])('made at 100 s for 5 minutes: at %i ms %s', (now, outcome) => {
    expect(at(now).action).toEqual(goTo(outcome));
  });

  test('the validity is configurable', () => {
    expect(at(159_999, { passwordExpiryTime: 1 }).action).toEqual(goTo('true'));
    expect(at(160_000, { passwordExpiryTime: 1 }).action).toEqual(goTo('false'));
    expect(at(399_999, { passwordExpiryTime: 'long' }).action).toEqual(goTo('true'));
  });

  test('the clock is told when no answer can be right any more', () => {
    expect(run({ secure, now: 100_000 }).action).toMatchObject({ expiresAt: 400_000 });
    expect(first.action).toMatchObject({ expiresAt: undefined });
  });

  test('an expired one is kept, as AM keeps it', () => {
    expect(at(400_000).recorded.secure).toEqual(secure);
  });
});

describe('False, nothing removed', () => {
  test.each([
    ['a wrong answer', { secure, answers: given('654321') }],
    ['blanks', { secure, answers: given(' ') }],
    ['an answer of another type', { secure, answers: echo(first.action, { 0: { '': 123456 } }) }],
    ['no one-time password in node state', { answers: given('123456') }],
    ['no time in node state', { secure: { oneTimePassword: '123456' }, answers: given('123456') }],
    ['a time that is no number', { secure: { ...secure, oneTimePasswordTimestamp: '100' }, answers: given('123456') }],
    ['a one-time password that is no text', { secure: { ...secure, oneTimePassword: 123456 }, answers: given('123456') }],
  ])('%s', (_, options) => {
    const { action, recorded } = run({ now: 100_000, ...options });
    expect(action).toEqual(goTo('false'));
    expect(recorded.secure).toEqual('secure' in options ? options.secure : {});
  });

  test('the same right answer a second time', () => {
    const once = run({ secure, answers: given('123456'), now: 100_000 });
    expect(run({ secure: once.recorded.secure, answers: given('123456'), now: 100_000 }).action).toEqual(goTo('false'));
  });
});

test.each<Record<string, Json>[]>([[{}], [{ '': null }], [{ '': '' }]])('%j as an answer asks again', (values) => {
  expect(run({ secure, answers: [{ type: 'PasswordCallback', output: [], values }] }).action.kind).toBe('send');
});
