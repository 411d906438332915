import { jsonObjectSchema, jsonSchema } from '@tandem/journey';
import * as z from 'zod';
import { clockSchema, editStateSchema, latencySchema, moveClockSchema, parentSchema, simulationListEntrySchema } from './simulation.ts';

/** Forks of a simulation: going on from one of its moments, with something changed. */

/** A client's answer to the step that a session waits at, by input name (`IDToken1`); inputs that are left out keep what the client gave there, else the value they were sent with. */
const answerOfSchema = z.object({ session: z.string(), inputs: z.record(z.string(), jsonSchema) });

export const forkChangeSchema = z.discriminatedUnion('kind', [
  /** Another answer instead of the one that the session's client gave next. */
  answerOfSchema.extend({ kind: z.literal('answer') }),
  /** A node's settings, all of them; `type` where several nodes have the id. */
  z.object({ kind: z.literal('node'), id: z.string(), type: z.string().optional(), config: jsonObjectSchema }),
  z.object({ kind: z.literal('script'), id: z.string(), source: z.string() }),
  /** The realm as it is now, instead of the copy that the simulation runs. */
  z.object({ kind: z.literal('realm') }),
  z.object({ kind: z.literal('latency'), latency: latencySchema }),
  editStateSchema.extend({ kind: z.literal('state') }),
]);
export type ForkChange = z.output<typeof forkChangeSchema>;

export const forkMoveSchema = z.discriminatedUnion('kind', [
  answerOfSchema.extend({ kind: z.literal('answer') }),
  z.object({ kind: z.literal('clock'), move: moveClockSchema }),
  z.object({ kind: z.literal('message'), id: z.string(), approve: z.boolean(), number: z.union([z.string(), z.number()]).optional() }),
]);
export type ForkMove = z.output<typeof forkMoveSchema>;

/** `POST /api/simulations/{id}/forks`. */
export const createForkSchema = z.object({
  /** Seq: the fork takes over what happened until then; steps that end later are left out whole. */
  at: z.number().int().min(0),
  changes: z.array(forkChangeSchema).max(100).default([]),
  /** Whether what came later from outside is given again, where it still fits. */
  replay: z.boolean().default(false),
  /** Made in order when the rest is done. */
  moves: z.array(forkMoveSchema).max(100).default([]),
});
export type CreateFork = z.output<typeof createForkSchema>;

/** An input of the parent that was not given again, or a move that could not be made, and why. */
export const droppedInputSchema = z.object({ at: z.string(), kind: z.string(), session: z.string().optional(), why: z.string() });
export const createdForkSchema = z.object({
  id: z.string(),
  baseUrl: z.string(),
  clock: clockSchema,
  parent: parentSchema,
  /** Inputs from outside that were given again. */
  replayed: z.number(),
  dropped: z.array(droppedInputSchema),
  /** Whether running the parent's later inputs gives the parent's events: false for live runs whose realm has changed since. */
  exact: z.boolean(),
  seq: z.number(),
});
export type CreatedFork = z.output<typeof createdForkSchema>;

/** `GET /api/simulations/{id}/forks`: everything that was forked from the same simulation, it included, the oldest first. */
export const forkFamilySchema = z.object({ simulations: z.array(simulationListEntrySchema) });

/** `GET /api/simulations/{id}/fork-point?at=seq`: what a fork there would begin with. */
export const forkPointSchema = z.object({
  /** The newest event that it would take over: what an input did stands together. */
  seq: z.number(),
  /** What the clients of the sessions that wait there answered next, by input name; secrets are left out. */
  answers: z.array(answerOfSchema.extend({ at: z.string() })),
});
export type ForkPointAnswer = z.output<typeof forkPointSchema>;

/** `GET /api/simulations/{id}/sessions/{session}/step`: what AM's endpoint answers this session's client now, for a client that comes in late. */
export const clientStepSchema = z.object({ status: z.number(), body: jsonObjectSchema });

/** `POST /api/simulations/files`: a file opened. It gave the very events that it was made of. */
export const importedSimulationSchema = z.object({
  id: z.string(),
  baseUrl: z.string(),
  clock: clockSchema,
  name: z.string().optional(),
  verified: z.object({ inputs: z.number(), events: z.number(), digest: z.string() }),
  /** Whether the file brought its secrets: without them, a password that was given before cannot be checked again. */
  secrets: z.boolean(),
  seq: z.number(),
});
