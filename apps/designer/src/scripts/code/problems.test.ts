import { describe, expect, test } from 'vitest';
import { replacement } from './CodeEditor.tsx';
import { problemsOf } from './problems.ts';
import type { Surroundings } from './surroundings.ts';

const around: Surroundings = {
  set: 'decision',
  language: 'aic',
  stateKeys: [],
  outcomes: [{ name: 'yes' }],
  variables: [],
  libraries: [],
  failed: null,
};
const at = (source: string, given: Partial<Surroundings> = {}) =>
  problemsOf(source, { ...around, ...given }).map(({ from, to, severity, message }) => [source.slice(from, to), severity, message]);

describe('problems stand at their places', () => {
  test('what AM’s Rhino refuses, with how it is written', () => {
    const [found] = at('var a = 1;\nlet b = 2;\noutcome = "yes";');
    expect(found?.[0]).toContain('let');
    expect(found?.[1]).toBe('error');
    expect(found?.[2]).toMatch(/missing ; before statement.*write: .*var/s);
  });
  test('the realm’s language counts', () => expect(at('let b = 2;', { language: 'es6' })).toEqual([]));
  test('outcomes that the node does not have', () => {
    expect(at('action.goTo("maybe"); outcome = "yes";')).toEqual([['"maybe"', 'warning', 'The node has no outcome “maybe”. It has: yes.']]);
    expect(at('action.goTo("maybe");', { outcomes: null })).toEqual([]);
  });
  test('the line on which a run failed', () => {
    expect(at('var a;\na.b();\n', { failed: { line: 2, message: 'no such' } })).toEqual([['a.b();', 'error', 'no such']]);
    expect(at('var a;', { failed: { line: 9, message: 'no such' } })).toEqual([['var a;', 'error', 'no such']]);
  });
});

describe('a text that changed from outside is replaced where it differs', () => {
  test.each([
    ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
    ['aaaa', 'aa', { from: 2, to: 4, insert: '' }],
    ['', 'abc', { from: 0, to: 0, insert: 'abc' }],
    ['same', 'same', { from: 4, to: 4, insert: '' }],
  ])('%s -> %s', (before, after, expected) => expect(replacement(before, after)).toEqual(expected));
});
