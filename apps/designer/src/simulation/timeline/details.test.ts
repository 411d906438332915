import { History, type PatchOp } from '@tandem/engine/view';
import { expect, test } from 'vitest';
import { eventOfTest, sessionOfTest, stateOfTest } from '../fixtures/state.ts';
import type { RunHistory } from '../moment/histories.ts';
import { detailsOf, valueText } from './details.ts';

const put = (key: string, value: unknown): PatchOp => [['sessions', 'm1', 'shared', key], value as never];
const events = [
  eventOfTest(1, { kind: 'log', node: 'n1', level: 'INFO', message: 'of the visit before' }),
  eventOfTest(2, { node: 'n1', patch: [put('risk', 'low')] }),
  eventOfTest(3, { kind: 'log', node: 'n1', level: 'WARN', message: 'checking' }),
  eventOfTest(4, { kind: 'log', node: 'n1', session: 'b1', message: 'of another session' }),
  eventOfTest(5, {
    node: 'n1',
    outcome: 'high',
    outcomeName: 'High',
    because: 'The rule',
    reads: ['username'],
    writes: [
      { key: 'risk', scope: 'shared' },
      { key: 'new', scope: 'shared' },
    ],
    lost: ['password'],
    promoted: ['otp'],
    patch: [put('risk', 'high'), put('new', 1)],
  }),
];
const history = History.from(stateOfTest([sessionOfTest({})]), events as never) as unknown as RunHistory;

test('what a visit read, wrote, logged and chose, and why', () => {
  expect(detailsOf(events[4] as never, events, history)).toMatchObject({
    because: 'The rule',
    outcome: 'High',
    reads: ['username'],
    writes: [
      { key: 'risk', before: 'low', after: 'high' },
      { key: 'new', before: undefined, after: 1 },
    ],
    lost: ['password'],
    promoted: ['otp'],
    logged: [{ seq: 3, level: 'WARN', message: 'checking' }],
  });
});

test('without a history keys are named and values are not', () => {
  expect(detailsOf(events[4] as never, events, null).writes[0]).toEqual({ key: 'risk', scope: 'shared', before: undefined, after: undefined });
});

test('what was sent to the client', () => {
  const callbacks = [{ type: 'NameCallback', node: 'n1', output: [{ name: 'prompt', value: 'User name' }], input: [] }];
  const status = { kind: 'callbacks', callbacks, stage: null, header: null, description: null, poll: null, suspended: null };
  const asked = eventOfTest(6, { kind: 'callbacks', node: 'n1', patch: [[['sessions', 'm1', 'status'], status as never]] });
  const longer = history.extend([asked as never]);
  expect(detailsOf(asked, [...events, asked], longer).sent).toEqual([{ type: 'NameCallback', output: { prompt: 'User name' } }]);
});

test('what a client answered, and where it stands in the session', () => {
  const answers = [{ node: 'n1', type: 'PasswordCallback', output: [], values: { '': { $sealed: '', empty: false } } }];
  const due = { kind: 'due', due: 0, order: 0, answers };
  const given = (status: object) => {
    const event = eventOfTest(6, { kind: 'answered', node: 'n1', patch: [[['sessions', 'm1', 'status'], status as never]] });
    const longer = History.from(stateOfTest([sessionOfTest({})]), [...events, event] as never) as unknown as RunHistory;
    return detailsOf(event, [...events, event], longer).answered;
  };
  expect(given(due)).toMatchObject([{ type: 'PasswordCallback', place: ['status', 'answers', '0', 'values', ''] }]);
  expect(given({ kind: 'held', by: 'step', due })).toMatchObject([{ place: ['status', 'due', 'answers', '0', 'values', ''] }]);
});

test('a secret is only named, wherever it stands', () => {
  const sealed = { $sealed: 'abc', empty: false };
  expect(valueText(sealed)).toBe('sealed');
  expect(valueText({ deep: [sealed] })).toBe('{"deep":["sealed"]}');
  expect(valueText(undefined)).toBe('nothing');
});
