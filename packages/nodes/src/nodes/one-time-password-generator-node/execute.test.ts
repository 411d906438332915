import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const run = (options: FakeOptions = {}) => visit('OneTimePasswordGeneratorNode', options);
const otpOf = (options: FakeOptions = {}) => run(options).recorded.transient.oneTimePassword;

test('golden trace', () => {
  expect(trace('OneTimePasswordGeneratorNode', { config: { length: 6 }, chance: [1, 12, 23, 34, 45, 56], now: 1_700_000_000_999 })).toEqual([
    'put transient oneTimePassword "123456"',
    'put transient oneTimePasswordTimestamp 1700000000',
    'go outcome',
  ]);
});

test('the time is in whole seconds', () => {
  expect(run({ now: 1999 }).recorded.transient.oneTimePasswordTimestamp).toBe(1);
});

test('eight digits unless something else is set', () => {
  expect(otpOf({ chance: [7] })).toBe('77777777');
  expect(otpOf({ chance: [7], config: { length: '6' } })).toBe('777777');
  expect(otpOf({ chance: [7], config: { length: 'many' } })).toBe('77777777');
});

test.each([
  [0, 1],
  [-3, 1],
  [2_000_000_000, 10],
  [6.9, 6],
])('a length of %j that a file brought makes %i digits', (length, digits) => {
  expect(otpOf({ config: { length } })).toHaveLength(digits);
});

test('every digit is as likely as any other: bytes of the incomplete round are drawn again', () => {
  expect(otpOf({ chance: [255, 250, 249, 3], config: { length: 6 } })).toBe('939393');
});

test('a new one replaces the one before it', () => {
  const { action, recorded } = run({ chance: [5], transient: { oneTimePassword: '11111111', oneTimePasswordTimestamp: 1 }, now: 60_000 });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.transient).toEqual({ oneTimePassword: '55555555', oneTimePasswordTimestamp: 60 });
});

describe('definition', () => {
  test('says how many digits', () => {
    expect(definition.summary({})).toBe('8 digits');
    expect(definition.summary({ length: 6 })).toBe('6 digits');
  });
});
