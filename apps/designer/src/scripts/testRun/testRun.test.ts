import { afterEach, expect, test } from 'vitest';
import { NO_INPUTS, readInputs } from './inputs.ts';
import { keepInputs, keptInputs } from './kept.ts';

afterEach(() => localStorage.clear());

test('what was typed becomes state, request and session', () => {
  const inputs = { ...NO_INPUTS, shared: '{"a": 1}', headers: 'X-One: 1\nX-One: 2\n\nReferer: https://x:8', session: 'UserId: 7' };
  expect(readInputs(inputs)).toEqual({
    given: {
      state: { shared: { a: 1 }, transient: {}, secure: {} },
      headers: { 'X-One': ['1', '2'], Referer: ['https://x:8'] },
      parameters: {},
      session: { UserId: '7' },
    },
  });
});
test('without a session there is none, and an empty field is an empty object', () => {
  const read = readInputs({ ...NO_INPUTS, shared: ' ' });
  expect(read).toMatchObject({ given: { state: { shared: {} } } });
  expect(read).not.toHaveProperty('given.session');
});
test('a person is in shared state as after an Identify node, unless the state says otherwise', () => {
  const person = { id: '1', userName: 'bjensen' };
  expect(readInputs({ ...NO_INPUTS, shared: '{"username": "typed"}' }, person)).toMatchObject({
    given: { state: { shared: { username: 'typed', _id: '1' } } },
  });
});
test('what is wrong is said at its field', () => {
  expect(readInputs({ ...NO_INPUTS, shared: '{', secure: '[]', parameters: 'nothing' })).toEqual({
    errors: { shared: expect.stringContaining('No JSON'), secure: expect.stringContaining('object'), parameters: '“nothing” is no “name: value”.' },
  });
});
test('inputs are kept for each script, and what is no such record is not taken', () => {
  keepInputs('alpha', 's', { ...NO_INPUTS, shared: '{"a":1}' });
  expect(keptInputs('alpha', 's').shared).toBe('{"a":1}');
  expect(keptInputs('alpha', 'other')).toEqual(NO_INPUTS);
  keepInputs('alpha', 'secret', { ...NO_INPUTS, transient: '{"password":"hunter2"}', secure: '{"code":"hunter2"}' });
  expect(JSON.stringify({ ...localStorage })).not.toContain('hunter2');
  localStorage.setItem('tandem.script-run:alpha/s', '{"shared":5,"more":"x"}');
  expect(keptInputs('alpha', 's')).toEqual(NO_INPUTS);
});
