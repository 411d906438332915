import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

const config = { failureMessage: { en: 'Not today.', de: 'Heute nicht.' }, failureDetails: { code: '42', help: '/help' } };

test('sets message and fields of a failed journey', () => {
  expect(trace('SetFailureDetailsNode', { config, answers: strayAnswers })).toEqual([
    'detail failure code 42',
    'detail failure help "/help"',
    'failure message Not today.',
    'go outcome',
  ]);
});

test.each([
  [['de-CH'], 'Heute nicht.'],
  [['fr'], 'Not today.'],
  [[], 'Not today.'],
])("the message is in the client's language (%j), else in the realm's", (locales, message) => {
  expect(visit('SetFailureDetailsNode', { config, locales }).recorded.failureMessage).toBe(message);
});

test.each([[{}], [{ en: '' }], [{ en: '  ' }], [{ de: 'Nein' }]])(
  'a blank message or none in a language that fits sets none: %j',
  (failureMessage) => {
    expect(visit('SetFailureDetailsNode', { config: { failureMessage } }).recorded.failureMessage).toBeNull();
  },
);

test('without fields it adds none', () => {
  expect(visit('SetFailureDetailsNode').recorded.details.failure).toEqual({});
});
