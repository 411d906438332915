import type { EngineEvent, Model, SimulationState } from '@tandem/engine';
import type { JsonObject } from '@tandem/journey';
import { logError } from '../log.ts';
import type { RunStore, StoredSimulation } from '../storage/run-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import { ownAddresses } from './addresses.ts';
import { SimulationClock } from './clock.ts';
import type { EffectDriver } from './effects.ts';
import type { IdentityWriteBack } from './identityWriteBack.ts';
import type { Journal } from './journal.ts';
import type { RestoredState } from './restore.ts';
import { SimulationRuntime } from './runtime.ts';
import { seeded } from './seed.ts';
import { simulationSealer } from './simulation-sealer.ts';
import { ancestorsOf } from './stored-body.ts';
import { titleAfter, titleIn } from './title.ts';

/** How long the live realm remembers what is over; its log keeps everything. */
const KEEP_ENDED_MS = 3_600_000;

interface Surroundings {
  runs: RunStore;
  sealer: Sealer;
  effects: EffectDriver;
  onEvent(simulation: SimulationRuntime, event: EngineEvent): void;
  journal: Journal;
  writeBack: IdentityWriteBack;
  wall(): number;
  /** A breakpoint stopped the clock. */
  onPaused(runtime: SimulationRuntime): void;
  /** The state in memory is ahead of what is kept: whoever asks next reads the simulation again. */
  forget(): void;
}

/** The runtime of a stored simulation, from the state it was in. */
export function openRuntime(stored: StoredSimulation, model: Model, from: RestoredState, around: Surroundings): SimulationRuntime {
  const { runs, onEvent, wall } = around;
  const { id, realm, snapshotHash, clockMode, body } = stored;
  const keep = (more: JsonObject): void => {
    Object.assign(body, more);
    void runs.updateClock(id, { body }).catch((error: unknown) => logError('simulation', error));
  };
  const isLive = snapshotHash === null;
  const runtime = new SimulationRuntime({
    id,
    realm,
    model,
    state: from.state,
    steps: from.steps,
    clock: new SimulationClock(clockMode, from.clock, 0, wall),
    journal: around.journal.open(id),
    sealer: simulationSealer(stored, around.sealer),
    ownAddresses: ownAddresses(id, ancestorsOf(body)),
    answerEffect: around.effects,
    publish: (events: readonly EngineEvent[]) => {
      if (isLive) around.writeBack.take(realm, events);
      const title = isLive ? undefined : titleAfter(events, runtime.state, titleIn(body));
      if (title) keep({ journey: title.journey ?? null, user: title.user ?? null, outcome: title.outcome ?? null });
      for (const event of events) onEvent(runtime, event);
    },
    checkpoint: (n, state, stepStored) => keepState(runs, id, n, state, stepStored),
    keepClock: (clock) => keep({ clock }),
    onPaused: () => around.onPaused(runtime),
    onLost: (error) => {
      logError(`simulation ${id} could not be stored and is read again`, error);
      around.forget();
    },
    keepEndedMs: isLive ? KEEP_ENDED_MS : undefined,
    random: typeof body.seed === 'string' ? seeded(body.seed, from.steps) : undefined,
  });
  return runtime;
}

function keepState(runs: RunStore, id: string, n: number, state: SimulationState, stepStored: Promise<void>): { size: number; kept: Promise<void> } {
  // Taken now, kept after the step: a checkpoint never runs ahead of the steps.
  const text = JSON.stringify(state);
  const put = (): Promise<void> => runs.putCheckpoint(id, n, text).catch((error: unknown) => logError('checkpoint', error));
  // Of a step that is lost, the runtime tells.
  return { size: text.length, kept: stepStored.then(put, () => undefined) };
}
