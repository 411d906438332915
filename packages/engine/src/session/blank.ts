import type { Session } from '../state.ts';

/** What a session is told when it starts; all else begins empty. */
export type NewSession = Pick<
  Session,
  'id' | 'run' | 'role' | 'player' | 'transaction' | 'journey' | 'request' | 'createdAt' | 'expiresAt' | 'otk' | 'shared'
>;

/** A session of which nothing has run yet. */
export function blankSession(start: NewSession): Session {
  const { id, run, role, player, transaction, journey, request, createdAt, expiresAt, otk, shared } = start;
  return {
    id,
    run,
    role,
    player,
    transaction,
    journey,
    inner: [],
    request,
    createdAt,
    expiresAt,
    otk,
    previous: null,
    node: null,
    status: { kind: 'due', due: createdAt, order: 0, answers: null },
    shared,
    transient: {},
    secure: {},
    properties: {},
    maxSessionTime: null,
    maxIdleTime: null,
    details: { success: {}, failure: {}, session: {} },
    failureMessage: null,
    identified: null,
    visits: {},
    hops: 0,
    outcomes: {},
  };
}
