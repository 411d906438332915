import { expect, test } from 'vitest';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';

test('goes on as the anonymous user', () => {
  expect(trace('AnonymousUserNode')).toEqual(['put shared username "anonymous"', 'identify anonymous', 'go outcome']);
});

test('or as the configured one, whoever was named before and whatever the client sent', () => {
  const config = { anonymousUserName: 'guest' };
  expect(trace('AnonymousUserNode', { config, shared: { username: 'bjensen' }, answers: strayAnswers })).toEqual([
    'put shared username "guest"',
    'identify guest',
    'go outcome',
  ]);
});

test.each(['', null, 7])('an empty name ends the journey (%j)', (anonymousUserName) => {
  expect(() => visit('AnonymousUserNode', { config: { anonymousUserName } })).toThrow('Anonymous user name could not be found in the configuration');
});
