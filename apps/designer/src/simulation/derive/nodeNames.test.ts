import { expect, test } from 'vitest';
import { eventOfTest } from '../fixtures/state.ts';
import { nodeNamesReader } from './nodeNames.ts';

test('the list of nodes is the same one until an event comes from another', () => {
  const read = nodeNamesReader();
  const events = [eventOfTest(1, { node: 'b', nodeName: 'Wait' }), eventOfTest(2, {})];
  const names = read(events);
  expect(names).toEqual([{ id: 'b', name: 'Wait' }]);
  expect(read([...events, eventOfTest(3, { node: 'b', nodeName: 'Wait' })])).toBe(names);
  expect(read([...events, eventOfTest(3, { node: 'a', nodeName: 'Choice' })])).toEqual([
    { id: 'a', name: 'Choice' },
    { id: 'b', name: 'Wait' },
  ]);
});
