import type { EngineEvent, Input, SimulationState } from '@tandem/engine';
import { logError } from '../log.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** At least so many steps lie between two checkpoints. */
const CHECKPOINT_EVERY = 200;
/**
 * A big state is kept less often: after one more step for so many characters of it. A step is some five times as long, so checkpoints cost a fifth
 * of what steps cost however many sessions there are, and a restart reads about five times the state.
 */
const CHARACTERS_PER_STEP = 500;

/** Numbers a simulation's steps, stores them, tells of them once they are stored, and has the state kept now and then. */
export class StepKeeper {
  /** Resolves when the last step is stored. */
  stored: Promise<void> = Promise.resolve();
  private nextCheckpoint: number;
  /** Of the steps that `stored` is about. */
  private unpublished: EngineEvent[] = [];
  private kept: Promise<void> = Promise.resolve();

  /**
   * @param steps taken so far
   * @param onLost a step could not be stored
   */
  constructor(
    private readonly options: Pick<RuntimeOptions, 'id' | 'journal' | 'publish' | 'checkpoint'>,
    private steps: number,
    private readonly onLost: (error: unknown) => void,
  ) {
    this.nextCheckpoint = steps + CHECKPOINT_EVERY;
  }

  /** @returns how many steps there are now */
  add(input: Input, events: readonly EngineEvent[]): number {
    this.steps += 1;
    const stored = this.options.journal.append({ simulation: this.options.id, n: this.steps, at: input.at, input, events });
    // Steps of one turn are stored together, and told of together.
    if (stored === this.stored) this.unpublished.push(...events);
    else this.tell(stored, [...events]);
    return this.steps;
  }

  private tell(stored: Promise<void>, events: EngineEvent[]): void {
    this.stored = stored;
    this.unpublished = events;
    stored
      .then(
        () => this.options.publish(events),
        (error: unknown) => this.onLost(error),
      )
      .catch((error: unknown) => logError(`simulation ${this.options.id}`, error));
  }

  /** Keeps the state where enough has happened since the last time. */
  keep(state: SimulationState): void {
    if (this.steps < this.nextCheckpoint) return;
    const { size, kept } = this.options.checkpoint(this.steps, state, this.stored);
    this.kept = kept;
    this.nextCheckpoint = this.steps + Math.max(CHECKPOINT_EVERY, Math.ceil(size / CHARACTERS_PER_STEP));
  }

  /** Resolves when nothing more is written. */
  async close(): Promise<void> {
    await this.stored.catch(() => undefined);
    await this.kept;
    this.options.journal.close();
  }
}
