import { describe, expect, test } from 'vitest';
import { eventOfTest, sessionOfTest, stateOfTest } from '../fixtures/state.ts';
import { type Folded, fold } from './fold.ts';

const view = (): Folded => ({
  initial: stateOfTest([]),
  state: stateOfTest([sessionOfTest({ visits: { wait: 1 } })]),
  seq: 3,
  events: [],
});
const visits = (seq: number, count: number) => eventOfTest(seq, { patch: [[['sessions', 'm1', 'visits', 'wait'], count]] });

describe('folding events into the view', () => {
  test('takes them in order of seq, whatever order they came in', () => {
    const folded = fold(view(), [visits(5, 3), visits(4, 2)]);
    expect(folded.gap).toBe(false);
    expect(folded.view.seq).toBe(5);
    expect(folded.view.state.sessions.m1?.visits.wait).toBe(3);
    expect(folded.view.events.map((event) => event.seq)).toEqual([4, 5]);
  });
  test('a resumed stream may repeat what is known', () => {
    const before = view();
    expect(fold(before, [visits(3, 9), visits(2, 9)]).view).toBe(before);
    expect(fold(before, [visits(4, 2), visits(4, 2)]).view.events).toHaveLength(1);
  });
  test('a missing event is told and nothing after it is taken', () => {
    const folded = fold(view(), [visits(4, 2), visits(6, 4)]);
    expect(folded.gap).toBe(true);
    expect(folded.view.seq).toBe(4);
    expect(folded.view.state.sessions.m1?.visits.wait).toBe(2);
  });
  test('what no event touched keeps its identity', () => {
    const before = { ...view(), state: stateOfTest([sessionOfTest({}), sessionOfTest({ id: 'other', run: 'other' })]) };
    const after = fold(before, [visits(4, 2)]).view.state;
    expect(after.sessions.other).toBe(before.state.sessions.other);
    expect(after.sessions.m1).not.toBe(before.state.sessions.m1);
  });
});
