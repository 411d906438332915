import type { EngineEvent, Input, Model, SimulationState } from '@tandem/engine';
import type { Sealer } from '../storage/sealer.ts';
import type { OwnAddresses } from './addresses.ts';
import type { SimulationClock } from './clock.ts';
import type { EffectDriver } from './effects.ts';
import type { SimulationJournal } from './journal.ts';

/** An input before the runtime adds time and chance. */
export type Submission = Input extends infer I ? (I extends Input ? Omit<I, 'at' | 'random'> : never) : never;

export interface RuntimeOptions {
  id: string;
  realm: string;
  model: Model;
  state: SimulationState;
  /** Steps taken so far. */
  steps: number;
  clock: SimulationClock;
  journal: SimulationJournal;
  /** The simulation's own. */
  sealer: Sealer;
  ownAddresses: OwnAddresses;
  /** Answers an effect; must not reject: what goes wrong is part of the answer. */
  answerEffect: EffectDriver;
  /** Called when events are stored. */
  publish(events: readonly EngineEvent[]): void;
  /**
   * Called now and then: the state of this moment may be kept once its step is `stored`, and must not be when that fails.
   * @returns the state's size as text; `kept` resolves when it was tried
   */
  checkpoint(steps: number, state: SimulationState, stored: Promise<void>): { size: number; kept: Promise<void> };
  /** Called once when a step could not be stored: the state in memory is ahead of what is kept, so the runtime is closed. */
  onLost(error: unknown): void;
  /** Called every second while a virtual clock runs, so that a restart finds it where it stood. */
  keepClock?(now: number): void;
  /** Called when a running virtual clock was stopped by a breakpoint. */
  onPaused?(): void;
  /** Forget what ended longer ago than this, in ms. Absent: everything is kept. */
  keepEndedMs?: number | undefined;
  /** 32 bytes as hex for one input; the system's secure source unless a test wants the same chance every time. */
  random?: (() => string) | undefined;
}
