import { expect, test } from 'vitest';
import { changesOf, type Draft } from './drafts.ts';

const state = { latency: { status: 700 } };
const of = (...drafts: Draft[]) => changesOf(drafts, state, new Map());

test('an answer sends what was set; where nobody had answered, all that the form shows', () => {
  const draft: Draft = { kind: 'answer', session: 's', values: { IDToken2: 'Secret12!' } };
  expect(of(draft)).toEqual([{ kind: 'answer', session: 's', inputs: { IDToken2: 'Secret12!' } }]);
  expect(changesOf([draft], state, new Map([['s', { IDToken1: 'bjensen', IDToken2: '' }]]))).toEqual([
    { kind: 'answer', session: 's', inputs: { IDToken1: 'bjensen', IDToken2: 'Secret12!' } },
  ]);
});

test('what is not filled in is no change', () => {
  const state: Draft = { kind: 'state', session: 's', scope: 'shared', key: ' ', text: 'x', isRemoved: false };
  expect(of({ kind: 'node', journey: 'j', node: 'n', config: null }, { kind: 'script', id: 'x', source: null }, state)).toEqual([]);
});

test('a value of node state is JSON or a text, or is removed', () => {
  const draft: Draft = { kind: 'state', session: 's', scope: 'shared', key: 'count', text: '3', isRemoved: false };
  expect(of(draft)).toMatchObject([{ value: 3 }]);
  expect(of({ ...draft, text: 'three' })).toMatchObject([{ value: 'three' }]);
  expect(of({ ...draft, isRemoved: true })[0]).not.toHaveProperty('value');
});

test('several latencies are one change, beside those that are set', () => {
  const latency = (node: string, ms: number): Draft => ({ kind: 'latency', journey: 'j', node, ms, general: 0 });
  expect(of(latency('n1', 4000), latency('n2', 10))).toEqual([{ kind: 'latency', latency: { status: 700, n1: 4000, n2: 10 } }]);
});
