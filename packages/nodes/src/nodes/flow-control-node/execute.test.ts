import { expect, test } from 'vitest';
import { outcomesFor } from '../../lookup.ts';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const went = (chance: number[], percentageA?: number | string) => {
  const { action } = visit('FlowControlNode', { chance, config: percentageA === undefined ? {} : { percentageA } });
  return action.kind === 'goTo' ? action.outcome : action.kind;
};

test.each([
  [0, 'A'],
  [49, 'A'],
  [50, 'B'],
  [99, 'B'],
  [149, 'A'],
  [150, 'B'],
])('without configuration half of the draws are A: %d is %s', (byte, outcome) => {
  expect(went([byte])).toBe(outcome);
});

test.each([
  [0, 0, 'B'],
  [1, 0, 'A'],
  [1, 1, 'B'],
  [100, 99, 'A'],
  ['25', 24, 'A'],
  ['25', 25, 'B'],
  ['half', 49, 'A'],
  ['half', 50, 'B'],
])('%j per cent: %d is %s', (percentage, byte, outcome) => {
  expect(went([byte], percentage)).toBe(outcome);
});

test('every number is as likely as another: bytes that would favour the low ones are drawn again', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const outcome = byte < 200 ? went([byte], 1) : went([255, byte, 99], 1);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  expect(counts.get('A')).toBe(2);
  expect(went([200, 255, 0], 1)).toBe('A');
});

test('the outcomes bear the configured names', () => {
  expect(outcomesFor(definition, { outcomeADisplayName: 'Left', outcomeBDisplayName: '' })).toEqual([
    { id: 'A', displayName: 'Left' },
    { id: 'B', displayName: 'B' },
  ]);
});

test('its trace is one line; answers that it never asked for change nothing', () => {
  expect(trace('FlowControlNode', { chance: [70], answers: strayAnswers })).toEqual(['go B']);
});

test('says what was drawn', () => {
  expect(visit('FlowControlNode', { chance: [70] }).recorded.reasons[0]?.rule).toBe('Drew 70 of 0 to 99: not below 50.');
});
