import type { Session } from '@tandem/engine';

/** A request was given up, because its client left or the server stops. */
export class RequestAbandoned extends Error {
  override readonly name = 'RequestAbandoned';
}

/** Calls back when the client goes away before it was answered. */
export type Leaving = (left: () => void) => void;

interface Waiter {
  resolve(session: Session): void;
  reject(error: unknown): void;
}

/** Requests that wait for their session to come to callbacks or to an end. */
export class Waiters {
  private readonly bySession = new Map<string, Set<Waiter>>();

  wait(session: string, leaving: Leaving): Promise<Session> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject };
      const waiting = this.bySession.get(session) ?? new Set();
      this.bySession.set(session, waiting.add(waiter));
      leaving(() => {
        this.remove(session, waiter);
        reject(new RequestAbandoned('The client left.'));
      });
    });
  }

  has(session: string): boolean {
    return this.bySession.has(session);
  }

  get size(): number {
    return this.bySession.size;
  }

  /** Answers everybody who waits for the session when `stored` resolves; they get the session as it is now. */
  settle(session: string, stored: Promise<void>, told: Session): void {
    const waiting = this.bySession.get(session);
    if (!waiting) return;
    this.bySession.delete(session);
    for (const { resolve, reject } of waiting) stored.then(() => resolve(told), reject);
  }

  fail(session: string, error: unknown): void {
    for (const { reject } of this.bySession.get(session) ?? []) reject(error);
    this.bySession.delete(session);
  }

  abandon(): void {
    for (const session of [...this.bySession.keys()]) this.fail(session, new RequestAbandoned('The server stops.'));
  }

  private remove(session: string, waiter: Waiter): void {
    const waiting = this.bySession.get(session);
    waiting?.delete(waiter);
    if (waiting?.size === 0) this.bySession.delete(session);
  }
}
