import { expect, test } from 'vitest';
import { sealed } from './fake-context.ts';
import { trace } from './trace.ts';

test('tells a node line by line, from the first visit to the outcome', () => {
  expect(trace('UsernameCollectorNode', {}, [{}, { answer: { 0: 'bjensen' } }])).toEqual([
    'ask NameCallback {"prompt":"User Name"}',
    'answer NameCallback [""]',
    'ask NameCallback {"prompt":"User Name"}',
    'answer NameCallback ["bjensen"]',
    'put shared username "bjensen"',
    'go outcome',
  ]);
});

test('a sealed answer is a value, not a set of inputs', () => {
  expect(trace('PasswordCollectorNode', {}, [{ answer: { 0: sealed('x') } }]).at(-1)).toBe('go outcome');
});
