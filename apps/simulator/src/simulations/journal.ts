import type { RunStore, StoredStep } from '../storage/run-store.ts';

/**
 * Gathers the steps of all simulations of one turn of the event loop into one transaction. `append` resolves when its step is stored: nobody is
 * told of a step before.
 */
export class Journal {
  private batch: StoredStep[] = [];
  private stored: PromiseWithResolversLike | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly store: Pick<RunStore, 'appendSteps'>) {}

  append(step: StoredStep): Promise<void> {
    this.batch.push(step);
    if (!this.stored) {
      this.stored = withResolvers();
      setImmediate(() => {
        this.writing = this.writing.then(() => this.flush());
      });
    }
    return this.stored.promise;
  }

  /** Resolves when everything appended so far has been tried. */
  async drain(): Promise<void> {
    await this.stored?.promise.catch(() => undefined);
    await this.writing;
  }

  private async flush(): Promise<void> {
    const { batch, stored } = this;
    if (!stored) return;
    this.batch = [];
    this.stored = undefined;
    try {
      await this.store.appendSteps(batch);
      stored.resolve();
    } catch (error) {
      stored.reject(error);
    }
  }
}

interface PromiseWithResolversLike {
  promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function withResolvers(): PromiseWithResolversLike {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Each caller handles the failure of its own step; the shared promise itself must not count as unhandled.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
