import { describe, expect, test } from 'vitest';
import { blankDraft, breakpointOf, type Draft } from './draft.ts';

const made = (draft: Partial<Draft>) => breakpointOf({ ...blankDraft('Main'), ...draft }, 'b', 1000);

describe('a breakpoint from its form', () => {
  test.each<[Partial<Draft>, object]>([
    [{ node: 'n' }, { on: 'node', journey: 'Main', node: 'n' }],
    [
      { node: 'n', journey: null },
      { on: 'node', node: 'n' },
    ],
    [
      { on: 'outcome', node: 'n', outcome: 'true' },
      { on: 'outcome', node: 'n', outcome: 'true' },
    ],
    [
      { on: 'key', key: ' mail ' },
      { on: 'key', key: 'mail' },
    ],
    [
      { on: 'transaction', result: 'DENIED' },
      { on: 'transaction', state: 'IN_PROGRESS' },
    ],
    [
      { on: 'transaction', state: 'COMPLETED', result: 'DENIED' },
      { on: 'transaction', state: 'COMPLETED', result: 'DENIED' },
    ],
    [
      { on: 'time', after: '30 s' },
      { on: 'time', at: '1970-01-01T00:00:31.000Z' },
    ],
  ])('%j', (draft, breakpoint) => expect(made(draft)).toEqual({ breakpoint: { id: 'b', ...breakpoint } }));

  test.each<[Partial<Draft>, string[]]>([
    [{}, ['node']],
    [{ on: 'outcome' }, ['node', 'outcome']],
    [{ on: 'outcome', node: 'n' }, ['outcome']],
    [{ on: 'key', key: ' ' }, ['key']],
    [{ on: 'time', after: 'soon' }, ['after']],
    [{ on: 'time', after: '' }, ['after']],
  ])('%j lacks %j', (draft, fields) => {
    const answer = made(draft);
    expect('missing' in answer ? Object.keys(answer.missing) : null).toEqual(fields);
  });
});
