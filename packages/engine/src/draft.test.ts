import { expect, it } from 'vitest';
import { Draft } from './draft.ts';
import { createState } from './step.ts';

it.each([
  ['lists, numbers, nothing', { list: [1, null, { deep: ['x'] }], number: 0, none: null }],
  ['a value that is not there', { gone: undefined, kept: 1 }],
  ['a key that would change a prototype', { nested: JSON.parse('{"__proto__": {"a": 1}, "b": 2}') as object }],
])('what is created stands in the patch as JSON would copy it, and stays so: %s', (_what, value) => {
  const draft = new Draft(createState({ now: 0 }));
  const copy = JSON.stringify(value);
  draft.create(['sessions', 's'], value);
  Object.assign(value, { changed: true });
  draft.finish();
  expect(JSON.stringify(draft.events[0]?.patch)).toBe(`[[["sessions","s"],${copy}]]`);
});

it('takes back what was written since a mark, though an event took it along and an inner mark was kept', () => {
  const state = createState({ now: 0 });
  const draft = new Draft(state);
  draft.set(['realmVersion'], 1);
  const mark = draft.mark();
  draft.set(['realmVersion'], 2);
  draft.note('realm', 'Taken back');
  draft.mark();
  draft.set(['realmVersion'], 3);
  draft.set(['latency', 'node'], 5);
  draft.keep();
  draft.rollback(mark);
  draft.finish();
  expect(state).toEqual({ ...createState({ now: 0 }), realmVersion: 1, seq: 1 });
  expect(draft.events.map(({ seq, patch }) => ({ seq, patch }))).toEqual([{ seq: 1, patch: [[['realmVersion'], 1]] }]);
});

it('takes a removal back to its place: a state that was rolled back is the same text as one that is folded from patches', () => {
  const state = createState({ now: 0, latency: { a: 1, b: 2, c: 3, d: 4 } });
  const before = JSON.stringify(state);
  const draft = new Draft(state);
  const mark = draft.mark();
  draft.remove(['latency', 'b']);
  draft.remove(['latency', 'c']);
  draft.set(['latency', 'e'], 5);
  draft.set(['latency', 'b'], 6);
  draft.remove(['latency', 'a']);
  draft.rollback(mark);
  expect(JSON.stringify(state)).toBe(before);
});
