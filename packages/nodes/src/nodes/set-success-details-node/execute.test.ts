import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('adds fields to the answer at Success: JSON as what it stands for, anything else as text', () => {
  const successDetails = { text: 'hello', yes: 'true', number: '7', object: '{"a":[1]}', broken: '{', empty: '' };
  expect(trace('SetSuccessDetailsNode', { config: { successDetails, sessionProperties: { level: 'AuthLevel' } }, answers: strayAnswers })).toEqual([
    'detail success text "hello"',
    'detail success yes true',
    'detail success number 7',
    'detail success object {"a":[1]}',
    'detail success broken "{"',
    'detail success empty ""',
    'detail session level "AuthLevel"',
    'go outcome',
  ]);
});

test('without fields it adds none; what is no text is left out', () => {
  expect(visit('SetSuccessDetailsNode').recorded.details).toEqual({ success: {}, failure: {}, session: {} });
  const config = { successDetails: { a: 1, b: 'x' }, sessionProperties: ['c'] };
  expect(visit('SetSuccessDetailsNode', { config }).recorded.details).toEqual({ success: { b: 'x' }, failure: {}, session: {} });
});
