import { diffStates } from '@tandem/engine/view';
import { expect, test } from 'vitest';
import { sessionOfTest, stateOfTest, transactionOfTest } from '../fixtures/state.ts';
import { told } from './places.ts';

test('differences are told by what they are about, the transaction first; how a session stands is one of them', () => {
  const ended = { kind: 'ended', result: 'success', at: 0, message: '', tokenId: null } as never;
  const a = stateOfTest([sessionOfTest({ node: 'n1', shared: { username: 'bjensen' }, hops: 1 })], [transactionOfTest({})]);
  const b = stateOfTest([sessionOfTest({ node: 'n2', shared: {}, hops: 2, status: ended })], [transactionOfTest({ result: 'APPROVED' })]);
  const found = told(diffStates(a, b), a, b, (node) => `Node ${node}`);
  expect(found.map(({ group, name, a: left, b: right, hasB }) => [group, name, left, hasB ? right : 'gone'])).toEqual([
    ['Transaction', 'result', 'UNKNOWN', 'APPROVED'],
    ['Main journey', 'node', 'Node n1', 'Node n2'],
    ['Main journey', 'status', 'under way', 'succeeded'],
    ['Main journey', 'shared · username', 'bjensen', 'gone'],
  ]);
});

test('what a session keeps by node is told with the name of the node', () => {
  const a = stateOfTest([sessionOfTest({ outcomes: { n1: 'FALSE' } })]);
  const b = stateOfTest([sessionOfTest({ outcomes: { n1: 'TRUE' } })]);
  const found = told(diffStates(a, b), a, b, (node) => (node === 'n1' ? 'Identity Store Decision' : node));
  expect(found.map(({ name, a: left, b: right }) => [name, left, right])).toEqual([['outcomes · Identity Store Decision', 'FALSE', 'TRUE']]);
});

test('the same moment has no differences', () => {
  const state = stateOfTest([sessionOfTest({})]);
  expect(told(diffStates(state, state), state, state)).toEqual([]);
});
