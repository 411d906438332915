import { expect, test } from 'vitest';
import { isExecuted, outcomesFor } from '../../lookup.ts';
import { sent, visit } from '../../testing/fake-context.ts';
import { definition } from './definition.ts';

const ids = (config: { displayErrorOutcome?: boolean }) => outcomesFor(definition, config).map(({ id }) => id);

test('has an Error outcome only where it is displayed', () => {
  expect(ids({})).toEqual(['true', 'false']);
  expect(ids({ displayErrorOutcome: true })).toEqual(['true', 'false', 'error']);
});

test('names the journey inside', () => {
  expect(definition.journeys?.({ tree: 'Inner' })).toEqual(['Inner']);
});

test('is not executed yet: a person chooses', () => {
  expect(isExecuted('InnerTreeEvaluatorNode')).toBe(false);
  expect(sent(visit('InnerTreeEvaluatorNode', { config: { tree: 'Inner' } }).action).map(({ type }) => type)).toContain('ChoiceCallback');
});
