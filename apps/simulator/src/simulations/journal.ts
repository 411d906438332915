import type { RunStore, StoredStep } from '../storage/run-store.ts';

/** Where the one runtime that drives a simulation now puts its steps. */
export interface SimulationJournal {
  /** Resolves when the step is stored, as every one before it. */
  append(step: StoredStep): Promise<void>;
  /** Takes no more; what was appended is still stored. */
  close(): void;
}

interface Writer {
  /** Why nothing more is stored, once a step could not be. */
  broken?: { error: unknown };
}

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
 * have a hole: whoever appended them is refused for good, and the simulation is loaded anew and opened by another.
 */
export class Journal {
  private batch = new Map<Writer, Waiting>();
  private scheduled = false;
  private writing: Promise<void> = Promise.resolve();
  private readonly owners = new Map<string, Writer>();

  constructor(private readonly store: Pick<RunStore, 'appendSteps'>) {}

  /** To be called for a simulation that was just made or loaded: from now on its steps come from here alone. */
  open(simulation: string): SimulationJournal {
    const writer: Writer = {};
    this.owners.set(simulation, writer);
    return {
      append: (step) => {
        if (this.owners.get(simulation) === writer) return this.append(writer, step);
        return Promise.reject(new Error(`Simulation ${simulation} is driven by another runtime by now.`));
      },
      close: () => {
        if (this.owners.get(simulation) === writer) this.owners.delete(simulation);
      },
    };
  }

  private append(writer: Writer, step: StoredStep): Promise<void> {
    let waiting = this.batch.get(writer);
    if (!waiting) {
      waiting = newWaiting();
      this.batch.set(writer, waiting);
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

  /** Resolves when everything appended so far has been tried. */
  async drain(): Promise<void> {
    if (this.scheduled) await new Promise((resolve) => setImmediate(resolve));
    await this.writing;
  }

  private async flush(): Promise<void> {
    const { batch } = this;
    this.batch = new Map();
    this.scheduled = false;
    for (const [writer, { reject }] of batch) {
      if (!writer.broken) continue;
      reject(writer.broken.error);
      batch.delete(writer);
    }
    if (batch.size === 0) return;
    try {
      await this.store.appendSteps([...batch.values()].flatMap(({ steps }) => steps));
      for (const { resolve } of batch.values()) resolve();
    } catch (error) {
      for (const [writer, { reject }] of batch) {
        writer.broken = { error };
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
