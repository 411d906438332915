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
  /** Starts of its transactions that AM refused, e.g. after Max Time. */
  refused: readonly Session[];
}

/** A link that AM did not open. The engine keeps the attempt as a session of its own, but nothing ran in it: it is no run. */
export const isRefusedLink = (session: Session) => session.journey === '' && session.transaction === null && session.status.kind === 'ended';

export function runsOf(state: SimulationState): Run[] {
  const runs = new Map<
    string,
    { main: Session | null; transactions: Transaction[]; backchannels: Session[]; refused: Session[]; startedAt: number }
  >();
  const entry = (id: string, at: number) => {
    const found = runs.get(id) ?? { main: null, transactions: [], backchannels: [], refused: [], startedAt: at };
    found.startedAt = Math.min(found.startedAt, at);
    runs.set(id, found);
    return found;
  };
  const refused: Session[] = [];
  for (const session of Object.values(state.sessions)) {
    if (isRefusedLink(session)) {
      refused.push(session);
      continue;
    }
    const run = entry(session.run, session.createdAt);
    if (session.role === 'main') run.main = session;
    else run.backchannels.push(session);
  }
  for (const transaction of Object.values(state.transactions)) entry(transaction.run, transaction.createdAt).transactions.push(transaction);
  const sorted = [...runs.entries()].sort(([, a], [, b]) => a.startedAt - b.startedAt);
  for (const session of refused) {
    const link = state.transactions[session.request.parameters.authIndexValue?.[0] ?? ''];
    const run = link ? runs.get(link.run) : sorted.findLast(([, { startedAt }]) => startedAt <= session.createdAt)?.[1];
    run?.refused.push(session);
  }
  return sorted.map(([id, run], index) => ({
    id,
    number: index + 1,
    startedAt: run.startedAt,
    main: run.main,
    transactions: run.transactions.sort((a, b) => a.createdAt - b.createdAt),
    backchannels: run.backchannels.sort((a, b) => a.createdAt - b.createdAt),
    refused: run.refused,
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
