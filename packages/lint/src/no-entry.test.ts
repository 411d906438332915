import { expect, test } from 'vitest';
import { lintWith } from './lint.ts';
import type { JourneySketch } from './rule.ts';
import { rule } from './rules/no-entry.ts';
import { exampleOf } from './testing/sketch.ts';

const fixOf = (nodes: JourneySketch['nodes']) => {
  const { document, realm } = exampleOf({ title: 'without a first node', journey: { nodes, tree: { entryNodeId: '' } } });
  return lintWith(rule, document, realm)[0]?.fix?.name;
};

test('a journey whose first page was deleted starts where the rest of it can be come to, not at a node that stands alone', () => {
  const nodes: JourneySketch['nodes'] = {
    alone: ['PollingWaitNode', {}, { DONE: 'success' }],
    check: ['DataStoreDecisionNode', {}, { true: 'wait', false: 'failure' }],
    wait: ['PollingWaitNode', {}, { DONE: 'success' }],
  };
  expect(fixOf(nodes)).toBe('Start with check');
});
test('a loop that nothing else leads to can be begun anywhere', () => {
  expect(fixOf({ a: ['PollingWaitNode', {}, { DONE: 'b' }], b: ['PollingWaitNode', {}, { DONE: 'a' }] })).toMatch(/^Start with [ab]$/);
});
