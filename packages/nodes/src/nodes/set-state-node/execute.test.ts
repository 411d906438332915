import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const config = { attributes: { colour: 'blue', level: '2', password: 'plain' } };

test('puts every value into shared state, as text, and out of every other scope', () => {
  expect(trace('SetStateNode', { config, shared: { colour: 'red' }, transient: { password: 'x' }, secure: { level: 1 } })).toEqual([
    'put shared colour "blue"',
    'put shared level "2"',
    'put shared password "plain"',
    'remove transient password',
    'remove secure level',
    'go outcome',
  ]);
});

test('without attributes it changes nothing', () => {
  expect(trace('SetStateNode', { shared: { colour: 'red' } })).toEqual(['go outcome']);
});

test('values that are no text are left out: AM stores none', () => {
  expect(visit('SetStateNode', { config: { attributes: { a: 1, b: 'x', c: null } } }).recorded.shared).toEqual({ b: 'x' });
});

test('visited again it writes the same; answers that it never asked for change nothing', () => {
  expect(trace('SetStateNode', { config, answers: strayAnswers })).toEqual(trace('SetStateNode', { config }));
});
