import type { ForkMove } from '@tandem/api';
import { dues, type Session, type SimulationState } from '@tandem/engine/view';
import type { Values } from '../../callbacks/index.ts';

/** A move that can be made at a moment. */
export type RaceMove = { id: string; label: string; short: string; hue: 'main' | 'backchannel' | 'transaction' } & (
  | { kind: 'answer'; session: string }
  | { kind: 'message'; message: string; approve: boolean }
  /** The clock goes on until something is due, epoch ms. */
  | { kind: 'clock'; to: number }
);

const SIDES = { main: 'Main journey', backchannel: 'Backchannel journey' } as const;

/**
 * What may happen next at a moment: each client that is asked may answer, each push be approved or denied, and the clock reach each deadline.
 *
 * @param nodeOf name of the node at which a session waits
 */
export function movesAt(state: SimulationState, nodeOf: (session: Session) => string): RaceMove[] {
  const moves: RaceMove[] = [];
  for (const session of Object.values(state.sessions)) {
    const { id, role, status } = session;
    if (status.kind !== 'callbacks' || status.suspended) continue;
    const [done, name] = [status.poll ? 'asks again' : 'is answered', nodeOf(session)];
    moves.push({ id: `answer ${id}`, kind: 'answer', session: id, hue: role, label: `${SIDES[role]}: ${name} ${done}`, short: `${name} ${done}` });
  }
  for (const { id, kind, to, push, answered, session } of Object.values(state.outbox)) {
    if (kind !== 'push' || answered || !push) continue;
    const hue = state.sessions[session]?.role ?? 'backchannel';
    for (const approve of [true, false]) {
      const done = approve ? 'is approved' : 'is denied';
      moves.push({
        id: `${approve ? 'approve' : 'deny'} ${id}`,
        kind: 'message',
        message: id,
        approve,
        hue,
        label: `The push to ${to} ${done}`,
        short: `Push ${done}`,
      });
    }
  }
  for (const due of dues(state)) {
    const session = due.session === undefined ? undefined : state.sessions[due.session];
    const words = deadlineWords(due.kind, session ? SIDES[session.role] : '', session ? nodeOf(session) : '');
    if (!words || due.at <= state.now) continue;
    const about = due.message ?? due.transaction ?? due.session ?? '';
    moves.push({
      id: `${due.kind} ${about}`,
      kind: 'clock',
      to: due.at,
      hue: due.transaction ? 'transaction' : (session?.role ?? 'transaction'),
      ...words,
    });
  }
  return moves;
}

function deadlineWords(kind: string, side: string, node: string): { label: string; short: string } | null {
  switch (kind) {
    case 'transaction-expired':
      return { label: 'The clock reaches Max Time of the transaction', short: 'Max Time' };
    case 'session-expired':
      return { label: `${side}: its session times out`, short: `${side} times out` };
    case 'visit':
      return { label: `${side}: the visit of ${node} ends`, short: `visit of ${node}` };
    case 'answer-expired':
      return { label: `${side}: what ${node} asked for ends`, short: `end of ${node}` };
    case 'push-expired':
      return { label: 'The push can no longer be answered', short: 'end of the push' };
    default:
      // A poll and an authId end by themselves; nobody races against them.
      return null;
  }
}

/** The likeliest race: what decides the transaction against its Max Time. */
export function likeliest(moves: readonly RaceMove[]): [RaceMove | null, RaceMove | null] {
  const decides = moves.filter(({ kind }) => kind !== 'clock');
  const first = decides.find(({ kind }) => kind === 'message') ?? decides.find(({ hue }) => hue === 'backchannel') ?? decides[0] ?? null;
  const second = moves.find(({ id }) => id.startsWith('transaction-expired')) ?? moves.find((move) => move !== first && !isSame(move, first)) ?? null;
  return [first, second];
}

/** Two moves of the same client, or of the clock, have one order only. */
export function isSame(one: RaceMove, other: RaceMove | null): boolean {
  if (other === null) return false;
  if (one.kind === 'clock' || one.kind !== other.kind) return one.kind === other.kind;
  return one.kind === 'answer' ? one.id === other.id : one.kind === 'message' && other.kind === 'message' && one.message === other.message;
}

/** @param values inputs of an answer */
export function forkMove(move: RaceMove, values: Values): ForkMove {
  if (move.kind === 'answer') return { kind: 'answer', session: move.session, inputs: { ...values } };
  if (move.kind === 'message') return { kind: 'message', id: move.message, approve: move.approve };
  return { kind: 'clock', move: { to: new Date(move.to).toISOString() } };
}

/** A waiting client asks so many times more. */
const ROUNDS = 4;
const LEAST_MS = 1000;

/** Moves by which the clients that wait at this moment hear what came of it. */
export function askAgain(state: SimulationState, but: readonly RaceMove[]): ForkMove[] {
  const polls = Object.values(state.sessions).flatMap(({ id, status }) => {
    const isOwn = but.some((move) => move.kind === 'answer' && move.session === id);
    return status.kind === 'callbacks' && status.poll && !isOwn ? [{ id, ms: Math.max(LEAST_MS, status.poll.due - state.now) + 1 }] : [];
  });
  if (polls.length === 0) return [];
  const wait: ForkMove = { kind: 'clock', move: { advanceMs: Math.max(...polls.map(({ ms }) => ms)) } };
  const round = [wait, ...polls.map(({ id }): ForkMove => ({ kind: 'answer', session: id, inputs: {} }))];
  return Array.from({ length: ROUNDS }, () => round).flat();
}
