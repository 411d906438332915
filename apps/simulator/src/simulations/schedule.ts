import {
  type Due,
  dues,
  type EngineEvent,
  type Input,
  needsInput,
  type Session,
  type SimulationState,
  sessionDues,
  type Transaction,
  transactionDues,
} from '@tandem/engine';
import { Agenda } from './agenda.ts';

/** What the sessions and transactions of one state wait for, kept up to date step by step. */
export class Schedule {
  private readonly agenda = new Agenda();

  constructor(private readonly state: SimulationState) {
    for (const session of Object.values(state.sessions)) this.putSession(session);
    for (const transaction of Object.values(state.transactions)) this.putTransaction(transaction);
  }

  /** The earliest thing to do. */
  peek(): Due | undefined {
    return this.agenda.peek();
  }

  /**
   * Looks again at what a step touched.
   * @returns the sessions among it that are still there
   */
  follow(input: Input, events: readonly EngineEvent[]): Session[] {
    const sessions = new Set<string>();
    const transactions = new Set<string>();
    if ('session' in input) sessions.add(input.session);
    for (const event of events) {
      if (event.session !== undefined) sessions.add(event.session);
      if (event.transaction !== undefined) transactions.add(event.transaction);
    }
    for (const id of transactions) {
      const transaction = this.state.transactions[id];
      if (transaction) this.putTransaction(transaction);
    }
    const touched = [...sessions].map((id) => this.state.sessions[id]).filter((session) => session !== undefined);
    for (const session of touched) this.putSession(session);
    return touched;
  }

  /** When the next thing happens, polls of clients included. */
  nextEvent(): number | undefined {
    return dues(this.state).find((due) => due.at > this.state.now)?.at;
  }

  /** What ends between two times and is the client's business: nothing runs then. */
  withoutInput(after: number, until: number): Due[] {
    return dues(this.state, after).filter((due) => !needsInput(due) && due.at > after && due.at <= until);
  }

  private putSession(session: Session): void {
    // A poll's end is the client's business: nothing to run.
    this.agenda.put(session.id, sessionDues(session).filter(needsInput));
  }

  private putTransaction(transaction: Transaction): void {
    this.agenda.put(transaction.id, transactionDues(transaction));
  }
}
