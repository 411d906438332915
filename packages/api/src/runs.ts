import * as z from 'zod';
import { clockSchema } from './simulation.ts';

/** Runs of a simulation, the live realm's among them, and what is done with many simulations at once. */

/** A run: what one main session and the transactions it started did. */
export const runSchema = z.object({
  /** The main session's id. */
  run: z.string(),
  journey: z.string(),
  user: z.string().optional(),
  player: z.string().optional(),
  outcome: z.enum(['running', 'succeeded', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  /** Seq of its first and newest event. */
  from: z.number(),
  to: z.number(),
  /** Its sessions, the main one and those of its transactions. */
  sessions: z.number(),
  /** Its transactions. */
  transactions: z.number(),
});
export type Run = z.output<typeof runSchema>;
/** `GET /api/simulations/{id}/runs`, newest first. */
export const runListSchema = z.object({ runs: z.array(runSchema) });

/** Id of the simulation that `/am` is, by the realm's name. */
export const liveId = (realm: string): string => `live-${realm}`;
export const realmOfLive = (id: string): string => id.slice(liveId('').length);
export const isLiveId = (id: string): boolean => id.startsWith('live-');

/** A run of the live realm. */
export const liveRunSchema = runSchema.extend({
  /** Whether the realm still has its sessions. What ended an hour ago it has forgotten: such a run is gone back to by a fork. */
  kept: z.boolean(),
});
export type LiveRun = z.output<typeof liveRunSchema>;

/** `GET /api/realms/{realm}/live`: the simulation that `/am` is. Its id works below `/api/simulations` and as a topic of `/api/events`. */
export const liveSchema = z.object({
  id: z.string(),
  realm: z.string(),
  baseUrl: z.string(),
  clock: clockSchema,
  seq: z.number(),
  /** The log begins after this seq; what was before is forgotten. */
  since: z.number(),
  runs: z.array(liveRunSchema),
});
export type Live = z.output<typeof liveSchema>;

/** `POST /api/simulations/deletions`. */
export const deleteSimulationsSchema = z.object({ ids: z.array(z.string()).min(1).max(10_000) });
export const deletedSimulationsSchema = z.object({
  deleted: z.array(z.string()),
  /** Those that were not there, or cannot be deleted (a live realm). */
  kept: z.array(z.object({ id: z.string(), why: z.string() })),
});
