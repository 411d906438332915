import type { RequestedEffect } from '@tandem/engine';
import { logError } from '../log.ts';
import type { EffectDriver } from './effects.ts';

type World = Parameters<EffectDriver>[1];
type Result = Awaited<ReturnType<EffectDriver>>;

/** The effects of one simulation that were asked for and have no answer yet. */
export class EffectsUnderWay {
  private readonly works = new Set<Promise<void>>();

  constructor(
    private readonly simulation: string,
    private readonly answer: EffectDriver,
  ) {}

  get size(): number {
    return this.works.size;
  }

  start(effect: RequestedEffect, world: World, answered: (result: Result) => void): void {
    const work = this.answer(effect, world).then((result) => {
      this.works.delete(work);
      answered(result);
    });
    this.works.add(work);
    work.catch((error: unknown) => {
      this.works.delete(work);
      logError(`simulation ${this.simulation}`, error);
    });
  }

  /** Resolves when none is under way, those included that answers ask for. */
  async idle(): Promise<void> {
    while (this.works.size > 0) await Promise.all(this.works);
  }
}
