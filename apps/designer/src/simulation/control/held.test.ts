import type { Session, SessionStatus } from '@tandem/engine/view';
import { expect, test } from 'vitest';
import { sessionOfTest, stateOfTest } from '../fixtures/state.ts';
import { heldIn, heldMeant, journeyOf } from './held.ts';

const status: SessionStatus = { kind: 'held', by: 'b', due: { kind: 'due', due: 0, order: 0, answers: null } };
const main = sessionOfTest({ id: 'm1', status });
const user = sessionOfTest({ id: 'u1', role: 'backchannel', status });
const other = sessionOfTest({ id: 'm2', status });
const free = sessionOfTest({ id: 'm1' });
const meant = (sessions: readonly Session[], focused: 'main' | 'backchannel' | null) =>
  heldMeant(stateOfTest(sessions), { main, backchannel: user }, focused)?.id ?? null;

test('a key is about the side that has the focus, if it is held, else about the other', () => {
  expect(meant([main, user], 'backchannel')).toBe('u1');
  expect(meant([main, user], null)).toBe('m1');
  expect(meant([free, user], 'main')).toBe('u1');
});
test('then about any that is held', () => expect(meant([free, other], 'main')).toBe('m2'));
test('what is held now counts, not what the moment on screen shows', () => expect(meant([free], null)).toBeNull());
test('all of them', () =>
  expect(heldIn(stateOfTest([main, user, other, sessionOfTest({ id: 'm3' })])).map(({ id }) => id)).toEqual(['m1', 'u1', 'm2']));
test('inside of another journey, the inner one has the node', () =>
  expect(journeyOf(sessionOfTest({ inner: [{ journey: 'Inner', node: 'n', errorOutcome: false, transient: {} }] }))).toBe('Inner'));
