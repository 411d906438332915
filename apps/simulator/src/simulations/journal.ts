import type { RunStore, StoredStep } from '../storage/run-store.ts';

interface Waiting {
  steps: StoredStep[];
  promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Gathers the steps of all simulations of one turn of the event loop into one transaction. `append` resolves when its step is stored: nobody is
 * told of a step before.
 *
 * When steps cannot be stored, their simulations have gone on in memory without them. No later step of theirs may be stored then, or the log would
 * have a hole: every `append` is refused until the simulation was loaded anew (`reopen`).
 */
export class Journal {
  private batch = new Map<string, Waiting>();
  private scheduled = false;
  private writing: Promise<void> = Promise.resolve();
  private readonly broken = new Map<string, unknown>();

  constructor(private readonly store: Pick<RunStore, 'appendSteps'>) {}

  append(step: StoredStep): Promise<void> {
    let waiting = this.batch.get(step.simulation);
    if (!waiting) {
      waiting = newWaiting();
      this.batch.set(step.simulation, waiting);
    }
    waiting.steps.push(step);
    if (!this.scheduled) {
      this.scheduled = true;
      setImmediate(() => {
        this.writing = this.writing.then(() => this.flush());
      });
    }
    return waiting.promise;
  }

  /** Takes a simulation's steps again, after it was loaded from what is stored. */
  reopen(simulation: string): void {
    this.broken.delete(simulation);
  }

  /** Resolves when everything appended so far has been tried. */
  async drain(): Promise<void> {
    if (this.scheduled) await new Promise((resolve) => setImmediate(resolve));
    await this.writing;
  }

  private async flush(): Promise<void> {
    const { batch } = this;
    this.batch = new Map();
    this.scheduled = false;
    for (const [simulation, { reject }] of batch) {
      if (!this.broken.has(simulation)) continue;
      reject(this.broken.get(simulation));
      batch.delete(simulation);
    }
    if (batch.size === 0) return;
    try {
      await this.store.appendSteps([...batch.values()].flatMap(({ steps }) => steps));
      for (const { resolve } of batch.values()) resolve();
    } catch (error) {
      for (const [simulation, { reject }] of batch) {
        this.broken.set(simulation, error);
        reject(error);
      }
    }
  }
}

function newWaiting(): Waiting {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Each caller handles the failure of its own step; the shared promise itself must not count as unhandled.
  promise.catch(() => undefined);
  return { steps: [], promise, resolve, reject };
}
