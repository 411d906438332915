import { expect, test } from 'vitest';
import { eventIn, logAnswer, streamedIn } from './events.ts';

const event = { seq: 1, at: '2026-11-22T10:00:00.000Z', kind: 'visited', patch: [[['now'], 1], [['gone']]] };

test('an event is taken as it is', () => {
  expect(eventIn(event)).toBe(event);
  expect(eventIn({ ...event, patch: undefined })).not.toBeNull();
});

test.each([
  null,
  'text',
  { ...event, seq: '1' },
  { ...event, at: 1 },
  { ...event, kind: null },
  { ...event, patch: {} },
  { ...event, patch: [['now']] },
])('what cannot be folded is none: %j', (value) => expect(eventIn(value)).toBeNull());

test('a log of which one event is none is refused whole', () => {
  expect(logAnswer.parse({ events: [event] }).events).toEqual([event]);
  for (const value of [null, {}, { events: [event, {}] }]) expect(() => logAnswer.parse(value)).toThrow('This is no log.');
});

test('a message about another simulation is not for this one', () => {
  expect(streamedIn({ simulation: 'a', event }, 'a')).toBe(event);
  expect(streamedIn({ simulation: 'b', event }, 'a')).toBeNull();
  expect(streamedIn(null, 'a')).toBeNull();
});
