import { expect, test } from 'vitest';
import { scriptResult } from './result.ts';

const nothing = { reads: [], writes: [], logs: [] };

test('a failed run keeps what was recorded and nothing else', () => {
  expect(scriptResult({ status: 'error', message: 'no', line: 3 }, { ...nothing, reads: ['a'] }, [{ id: 'x', record: null }])).toEqual({
    status: 'error',
    error: { message: 'no', line: 3 },
    callbacks: [],
    sessionProperties: {},
    reads: ['a'],
    writes: [],
    logs: [],
    identityWrites: [{ id: 'x', record: null }],
  });
});

test('absent fields stay absent', () => {
  expect(Object.keys(scriptResult({ status: 'ok', summary: '{"callbacks":[],"sessionProperties":{}}' }, nothing, []))).toEqual([
    'callbacks',
    'sessionProperties',
    'reads',
    'writes',
    'logs',
    'identityWrites',
    'status',
  ]);
});

test('a summary of another shape is made to fit', () => {
  const summary = JSON.stringify({
    callbacks: [1, { type: 7, output: 'x', input: [{ suffix: 'a' }] }],
    sessionProperties: { a: 1, b: 'c' },
    stage: 5,
    maxIdleTime: '3',
    suspend: 'x',
    fromAction: 'yes',
  });
  expect(scriptResult({ status: 'ok', summary }, nothing, [])).toMatchObject({
    callbacks: [{ type: '', output: [], input: [{ suffix: 'a', value: null }] }],
    sessionProperties: { a: null, b: 'c' },
  });
  expect(scriptResult({ status: 'ok', summary: '[]' }, nothing, [])).toMatchObject({ status: 'error' });
});
