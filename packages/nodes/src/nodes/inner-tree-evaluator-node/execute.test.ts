import { expect, test } from 'vitest';
import { allOutcomesOf, outcomesFor } from '../../lookup.ts';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const ids = (config: { displayErrorOutcome?: boolean }) => outcomesFor(definition, config).map(({ id }) => id);

test('has an Error outcome only where it is displayed', () => {
  expect(ids({})).toEqual(['true', 'false']);
  expect(ids({ displayErrorOutcome: true })).toEqual(['true', 'false', 'error']);
  expect(allOutcomesOf('InnerTreeEvaluatorNode')?.map(({ id }) => id)).toEqual(['true', 'false', 'error']);
});

test('names the journey inside', () => {
  expect(definition.journeys?.({ tree: 'Inner' })).toEqual(['Inner']);
});

test('declares errorNode and errorMessage only with the Error outcome', () => {
  expect(definition.writes({})).toEqual([]);
  expect(definition.writes({ displayErrorOutcome: true }).map(({ key }) => key)).toEqual(['errorNode', 'errorMessage']);
});

test('enters the journey; its end is the outcome (packages/engine, inner.test.ts)', () => {
  expect(trace('InnerTreeEvaluatorNode', { config: { tree: 'Inner' }, answers: strayAnswers })).toEqual(['enter Inner']);
});

test('an exception inside is caught only with the Error outcome', () => {
  expect(visit('InnerTreeEvaluatorNode', { config: { tree: 'Inner', displayErrorOutcome: true } }).action).toEqual({
    kind: 'enter',
    journey: 'Inner',
    errorOutcome: true,
  });
  expect(visit('InnerTreeEvaluatorNode', { config: {} }).action).toEqual({ kind: 'enter', journey: '', errorOutcome: false });
});
