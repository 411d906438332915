import type { Identity } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, fakeContext, NODE_ID, user, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { complete } from './execute.ts';

const KEY = `${NODE_ID}.retryCount`;
const run = (options: FakeOptions = {}) => visit('RetryLimitDecisionNode', options);

describe('counting in the journey alone', () => {
  const config = { retryLimit: 2, incrementUserAttributeOnFailure: false };

  test('the first retry', () => {
    expect(trace('RetryLimitDecisionNode', { config, answers: strayAnswers })).toEqual([`put shared ${KEY} 1`, 'go Retry']);
  });

  test('two retries, then Reject for good: the counter stays', () => {
    let shared = {};
    const outcomes = [1, 2, 3, 4].map(() => {
      const { action, recorded } = run({ config, shared });
      shared = recorded.shared;
      return action.kind === 'goTo' ? action.outcome : action.kind;
    });
    expect(outcomes).toEqual(['Retry', 'Retry', 'Reject', 'Reject']);
    expect(shared).toEqual({ [KEY]: 2 });
  });

  test('a known user is left alone', () => {
    const { recorded } = run({ config, identities: [user({ _id: '1', userName: 'bjensen' })], shared: { username: 'bjensen' } });
    expect(recorded.saved).toEqual([]);
  });

  test('without configuration three retries are allowed', () => {
    expect(run({ shared: { [KEY]: 2 } }).action).toEqual(goTo('Retry'));
    expect(run({ shared: { [KEY]: 3 } }).action).toEqual(goTo('Reject'));
    expect(run({ config: { retryLimit: 'many' }, shared: { [KEY]: 3 } }).action).toEqual(goTo('Reject'));
  });

  test('a counter that is no number ends the journey', () => {
    expect(() => run({ config, shared: { [KEY]: 'two' } })).toThrow(`Node processing failed: "${KEY}" in shared state is no number.`);
  });
});

describe('counting on the user', () => {
  const of = (retryLimitNodeCount?: unknown): Identity =>
    ({ ...user({ _id: '1', userName: 'bjensen' }), ...(retryLimitNodeCount === undefined ? {} : { retryLimitNodeCount }) }) as Identity;
  const with_ = (identity: Identity, options: FakeOptions = {}): FakeOptions => ({
    identities: [identity],
    shared: { username: 'bjensen' },
    ...options,
  });

  test('the first retry is kept on the user and in shared state', () => {
    expect(trace('RetryLimitDecisionNode', with_(of()))).toEqual([
      `put shared ${KEY} 1`,
      `save {"kind":"user","passwordHash":"hash","_id":"1","userName":"bjensen","retryLimitNodeCount":["${NODE_ID}=1"]}`,
      'go Retry',
    ]);
  });

  test("goes on from the user's count, not from the one in shared state", () => {
    const { recorded } = run(with_(of([`${NODE_ID}=2`, 'other=9']), { shared: { username: 'bjensen', [KEY]: 0 } }));
    expect(recorded.saved[0]?.retryLimitNodeCount).toEqual(['other=9', `${NODE_ID}=3`]);
    expect(recorded.shared[KEY]).toBe(3);
  });

  test('Reject clears the count of this node alone', () => {
    const { action, recorded } = run(with_(of([`${NODE_ID}=3`, 'other=9'])));
    expect(action).toEqual(goTo('Reject'));
    expect(recorded.saved[0]?.retryLimitNodeCount).toEqual(['other=9']);
  });

  test('the last count goes with its attribute', () => {
    expect(run(with_(of(`${NODE_ID}=3`))).recorded.saved[0]).not.toHaveProperty('retryLimitNodeCount');
  });

  test('without a known user it counts in shared state', () => {
    const { recorded } = run({ shared: { username: 'nobody', [KEY]: 1 } });
    expect(recorded.saved).toEqual([]);
    expect(recorded.shared[KEY]).toBe(2);
  });

  test('an attribute that is no list of counts', () => {
    expect(() => run(with_(of([`${NODE_ID}=x`])))).toThrow(`Node processing failed: "${NODE_ID}=x" of bjensen is no counter.`);
    expect(run(with_(of(7))).action).toEqual(goTo('Retry'));
  });

  describe('when the journey succeeds', () => {
    const completed = (identity: Identity, options: FakeOptions = {}): Identity[] => {
      const context = fakeContext('RetryLimitDecisionNode', with_(identity, options));
      complete(context);
      return context.recorded.saved;
    };

    test('the count is forgotten', () => {
      expect(completed(of([`${NODE_ID}=2`, 'other=9']))[0]?.retryLimitNodeCount).toEqual(['other=9']);
    });

    test('a user without one is not written', () => {
      expect(completed(of(['other=9']))).toEqual([]);
    });

    test('an unknown user, or a count that is not kept on the user, is left alone', () => {
      expect(completed(of([`${NODE_ID}=2`]), { shared: {} })).toEqual([]);
      expect(completed(of([`${NODE_ID}=2`]), { config: { incrementUserAttributeOnFailure: false } })).toEqual([]);
    });
  });
});
