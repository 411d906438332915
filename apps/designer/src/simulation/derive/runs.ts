import type { Session, SimulationState, Transaction } from '@tandem/engine/view';

/** What belongs to one run: its main session, the transactions it started and the newest session of each. */
export interface Run {
  id: string;
  /** Counts from 1 in the order the runs were started. */
  number: number;
  startedAt: number;
  main: Session | null;
  transactions: readonly Transaction[];
  /** Sessions on the backchannel, oldest first. */
  backchannels: readonly Session[];
}

export function runsOf(state: SimulationState): Run[] {
  const runs = new Map<string, { main: Session | null; transactions: Transaction[]; backchannels: Session[]; startedAt: number }>();
  const entry = (id: string, at: number) => {
    const found = runs.get(id) ?? { main: null, transactions: [], backchannels: [], startedAt: at };
    found.startedAt = Math.min(found.startedAt, at);
    runs.set(id, found);
    return found;
  };
  for (const session of Object.values(state.sessions)) {
    // Nothing ran: the refusal is an event of the simulation, and no run.
    if (session.refused) continue;
    const run = entry(session.run, session.createdAt);
    if (session.role === 'main') run.main = session;
    else run.backchannels.push(session);
  }
  for (const transaction of Object.values(state.transactions)) entry(transaction.run, transaction.createdAt).transactions.push(transaction);
  return [...runs.entries()]
    .sort(([, a], [, b]) => a.startedAt - b.startedAt)
    .map(([id, run], index) => ({
      id,
      number: index + 1,
      startedAt: run.startedAt,
      main: run.main,
      transactions: run.transactions.sort((a, b) => a.createdAt - b.createdAt),
      backchannels: run.backchannels.sort((a, b) => a.createdAt - b.createdAt),
    }));
}

/** The newest session that serves a transaction; a retry opens another one. */
export function sessionOf(run: Run, transaction: Transaction | null): Session | null {
  if (!transaction) return run.backchannels.at(-1) ?? null;
  return run.backchannels.findLast((session) => session.transaction === transaction.id) ?? null;
}

/** The newest session that a player of this screen opened. */
export function newestOf(state: SimulationState, player: string): Session | null {
  let newest: Session | null = null;
  for (const session of Object.values(state.sessions)) {
    if (session.player === player && (!newest || session.createdAt >= newest.createdAt)) newest = session;
  }
  return newest;
}
