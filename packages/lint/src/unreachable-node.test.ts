import { expect, test } from 'vitest';
import { lintWith } from './lint.ts';
import type { JourneySketch } from './rule.ts';
import { rule } from './rules/unreachable-node.ts';
import { exampleOf } from './testing/sketch.ts';

const fixesOf = (nodes: JourneySketch['nodes']) => {
  const { document, realm } = exampleOf({ title: 'with a gap', journey: { nodes } });
  return lintWith(rule, document, realm).map(({ fix }) => fix?.name);
};
const behind: JourneySketch['nodes'] = {
  check: ['DataStoreDecisionNode', {}, { true: 'wait', false: 'failure' }],
  wait: ['PollingWaitNode', {}, { DONE: 'success' }],
};

test('over a gap the open outcome leads to the node behind it; what that one leads to needs no more', () => {
  expect(fixesOf({ before: ['PollingWaitNode'], ...behind })).toEqual(['Connect before, Done → check', 'Delete wait']);
});
test('with two open outcomes it is not known which is meant', () => {
  expect(fixesOf({ before: ['DataStoreDecisionNode'], ...behind })).toEqual(['Delete check', 'Delete wait']);
});
test('with two nodes behind it is not known which is meant', () => {
  expect(fixesOf({ before: ['PollingWaitNode'], ...behind, other: ['PollingWaitNode', {}, { DONE: 'success' }] })).toEqual([
    'Delete check',
    'Delete wait',
    'Delete other',
  ]);
});
