import type { Message } from '@tandem/engine/view';
import { expect, test } from 'vitest';
import { sessionOfTest, stateOfTest, T0, transactionOfTest } from '../fixtures/state.ts';
import { askAgain, forkMove, isSame, likeliest, movesAt, type RaceMove } from './race.ts';

const asked = { kind: 'callbacks', callbacks: [], stage: null, header: null, description: null, suspended: null } as const;
const main = sessionOfTest({ status: { ...asked, poll: { due: T0 + 3000 } } as never });
const phone = sessionOfTest({ id: 'p1', role: 'backchannel', status: { ...asked } as never });
const transaction = transactionOfTest({ expiresAt: T0 + 120_000 });
const push = { id: 'x', kind: 'push', to: 'bjensen', session: 'p1', answered: false, push: { expiresAt: T0 + 60_000 } } as unknown as Message;
const state = { ...stateOfTest([main, phone], [transaction]), outbox: { x: push } };
const moves = movesAt(state, ({ id }) => `node of ${id}`);
const byId = (id: string) => moves.find((move) => move.id === id) as RaceMove;

test('a moment allows an answer of each client that is asked, both answers to a push, and the clock to reach each deadline', () => {
  expect(moves.map(({ id }) => id).sort()).toEqual([
    'answer m1',
    'answer p1',
    'approve x',
    'deny x',
    'push-expired x',
    'session-expired m1',
    'session-expired p1',
    'transaction-expired t1',
  ]);
  expect(byId('answer m1').label).toBe('Main journey: node of m1 asks again');
});

test('nobody is asked while a journey is suspended, and an answered push is over', () => {
  const suspended = sessionOfTest({ status: { ...asked, suspended: 's' } as never });
  const over = { ...stateOfTest([suspended]), outbox: { x: { ...push, answered: true } } };
  expect(movesAt(over, () => '').map(({ kind }) => kind)).toEqual(['clock']);
});

test('the likeliest race is what decides against Max Time', () => {
  expect(likeliest(moves).map((move) => move?.id)).toEqual(['approve x', 'transaction-expired t1']);
  const withoutPush = moves.filter(({ kind }) => kind !== 'message');
  expect(likeliest(withoutPush).map((move) => move?.id)).toEqual(['answer p1', 'transaction-expired t1']);
  expect(likeliest([])).toEqual([null, null]);
});

test('two moves of the clock, of one push or of one client have one order only', () => {
  expect(isSame(byId('transaction-expired t1'), byId('push-expired x'))).toBe(true);
  expect(isSame(byId('approve x'), byId('deny x'))).toBe(true);
  expect(isSame(byId('answer p1'), byId('answer m1'))).toBe(false);
  expect(isSame(byId('approve x'), byId('answer p1'))).toBe(false);
});

test('moves are made as a fork takes them', () => {
  expect(forkMove(byId('answer p1'), { IDToken1: 'x' })).toEqual({ kind: 'answer', session: 'p1', inputs: { IDToken1: 'x' } });
  expect(forkMove(byId('deny x'), {})).toEqual({ kind: 'message', id: 'x', approve: false });
  expect(forkMove(byId('transaction-expired t1'), {})).toEqual({ kind: 'clock', move: { to: new Date(T0 + 120_000).toISOString() } });
});

test('clients that wait ask again afterwards, after their wait, but for one that races itself', () => {
  const [wait, answer] = askAgain(state, []);
  expect(wait).toEqual({ kind: 'clock', move: { advanceMs: 3001 } });
  expect(answer).toEqual({ kind: 'answer', session: 'm1', inputs: {} });
  expect(askAgain(state, [byId('answer m1')])).toEqual([]);
});
