import { jsonObjectSchema, jsonSchema } from '@tandem/journey';
import * as z from 'zod';

/** Tandem's own API, simulation side. Times are ISO strings of the simulation's clock. */

/** Milliseconds by node id, node type id, type name, display name, or "Success" / "Failure". */
export const latencySchema = z.record(z.string(), z.number().int().min(0).max(86_400_000));

export const createSimulationSchema = z.object({
  realm: z.string(),
  clock: z.enum(['virtual', 'real']).default('virtual'),
  latency: latencySchema.optional(),
  /** Hex; only for tests that want the same chance every time. */
  seed: z.string().optional(),
});
export type CreateSimulation = z.input<typeof createSimulationSchema>;

export const rateSchema = z.union([z.literal(0), z.literal(1), z.literal(10), z.literal(60)]);
export const clockSchema = z.object({ mode: z.enum(['virtual', 'real']), now: z.string(), rate: rateSchema });
export type Clock = z.infer<typeof clockSchema>;

/** 201 of `POST /api/simulations`. `baseUrl` is AM's context on this server, a path. */
export const createdSimulationSchema = z.object({ id: z.string(), baseUrl: z.string(), clock: clockSchema });

export const moveClockSchema = z.union([
  z.object({ advanceMs: z.number().int().min(0).max(31_536_000_000) }).strict(),
  z.object({ to: z.string() }).strict(),
  z.object({ rate: rateSchema }).strict(),
]);
export type MoveClock = z.infer<typeof moveClockSchema>;
/** What became due, in time order. */
export const firedSchema = z.object({
  at: z.string(),
  kind: z.enum([
    'visit',
    'transaction-expired',
    'session-expired',
    'poll-due',
    'answer-expired',
    'push-expired',
    'auth-id-expired',
    'sso-session-expired',
  ]),
  session: z.string().optional(),
  transaction: z.string().optional(),
  message: z.string().optional(),
  node: z.string().optional(),
});
export const movedClockSchema = z.object({ now: z.string(), fired: z.array(firedSchema) });

export const sessionSummarySchema = z.object({
  id: z.string(),
  run: z.string(),
  role: z.enum(['main', 'backchannel']),
  player: z.string().optional(),
  journey: z.string(),
  status: z.enum(['running', 'waiting', 'succeeded', 'failed']),
  node: z.string().nullable(),
  transaction: z.string().optional(),
});
export const transactionSummarySchema = z.object({
  id: z.string(),
  run: z.string(),
  journey: z.string(),
  state: z.enum(['CREATED', 'IN_PROGRESS', 'COMPLETED']),
  result: z.enum(['UNKNOWN', 'APPROVED', 'DENIED']),
  subject: z.object({ type: z.string(), id: z.string(), name: z.string() }).nullable(),
  trackingId: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  allowRetry: z.boolean(),
  redirectUri: z.string().optional(),
  data: jsonObjectSchema,
  notifications: z.array(z.object({ at: z.string(), data: jsonObjectSchema })),
});
export type TransactionSummary = z.infer<typeof transactionSummarySchema>;

export const messageSchema = z.object({
  id: z.string(),
  kind: z.enum(['email', 'sms', 'push']),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  /** An email as rendered. */
  html: z.string().optional(),
  from: z.string().optional(),
  links: z.array(z.string()),
  at: z.string(),
  /** A push: what the phone shows. Of a number challenge it knows the numbers, not which is right. */
  push: z
    .object({
      type: z.enum(['DEFAULT', 'CHALLENGE', 'BIOMETRIC']),
      numbers: z.array(z.string()).optional(),
      expiresAt: z.string(),
      context: jsonObjectSchema.optional(),
      payload: jsonObjectSchema.optional(),
    })
    .optional(),
  answered: z.boolean(),
  /** Of an answered push. */
  approved: z.boolean().optional(),
});
export const outboxSchema = z.object({ messages: z.array(messageSchema) });
export const answerMessageSchema = z.object({ approve: z.boolean(), number: z.union([z.string(), z.number()]).optional() });

/** What a fork was made with, in names: whatever a person would call it by. */
export const forkedWithSchema = z.object({
  kind: z.enum(['answer', 'node', 'script', 'realm', 'latency', 'state', 'clock', 'message']),
  /** Of a node, a script, a key of node state. */
  name: z.string().optional(),
});
/** Where a fork comes from. `seq`: the newest event that it took over; `changes`: what it was made with, its moves last. */
export const parentSchema = z.object({ id: z.string(), seq: z.number(), changes: z.array(forkedWithSchema).optional() });
export type Parent = z.infer<typeof parentSchema>;

/** `GET /api/simulations/{id}`. */
export const simulationSchema = z.object({
  id: z.string(),
  realm: z.string(),
  baseUrl: z.string(),
  createdAt: z.string(),
  /** Of a fork. */
  parent: parentSchema.optional(),
  clock: clockSchema,
  latency: latencySchema,
  sessions: z.array(sessionSummarySchema),
  transactions: z.array(transactionSummarySchema),
  outbox: z.array(messageSchema),
  /** Seq of the newest event. */
  seq: z.number(),
});
export type SimulationAnswer = z.infer<typeof simulationSchema>;
/** `GET /api/simulations?…`: all that is given has to fit; texts are looked for as parts, ignoring case. */
export const simulationQuerySchema = z.object({
  /** In name, journey, user or the beginning of the id. */
  search: z.string().optional(),
  name: z.string().optional(),
  journey: z.string().optional(),
  user: z.string().optional(),
  outcome: z.enum(['running', 'succeeded', 'failed']).optional(),
  /** `true`: those that retention spares, because of their name or of a pin. */
  kept: z.enum(['true', 'false']).optional(),
  /** Created from then on, and before; ISO 8601. */
  from: z.string().optional(),
  to: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
  offset: z.coerce.number().int().min(0).default(0),
});
export type SimulationQuery = z.output<typeof simulationQuerySchema>;
/** What becomes of simulations without a name or a pin; 0: nothing is deleted for that reason. */
export const retentionSchema = z.object({
  /** Deleted so many days after they were created. */
  days: z.number(),
  /** Most simulations that there are; the oldest beyond them are deleted. */
  most: z.number(),
});
export type RetentionAnswer = z.infer<typeof retentionSchema>;

export const simulationListEntrySchema = z.object({
  id: z.string(),
  realm: z.string(),
  createdAt: z.string(),
  clockMode: z.enum(['virtual', 'real']),
  /** Given by a person. */
  name: z.string().optional(),
  /** Main journey that ran last, and whom it was about as far as known. */
  journey: z.string().optional(),
  user: z.string().optional(),
  /** How that journey ended. */
  outcome: z.enum(['running', 'succeeded', 'failed']).optional(),
  /** Pinned by a person: retention spares it. */
  kept: z.boolean().optional(),
  /** Of a fork. `title`: what the parent goes by; absent when it is deleted. */
  parent: parentSchema.extend({ title: z.string().optional() }).optional(),
});
export const simulationListSchema = z.object({
  /** How many fit, whatever `limit` and `offset` are. */
  total: z.number(),
  retention: retentionSchema,
  simulations: z.array(simulationListEntrySchema),
});
export type SimulationListEntry = z.infer<typeof simulationListEntrySchema>;

/** `PUT /api/simulations/{id}/name`. Empty: it has no name of its own any more. */
export const nameSimulationSchema = z.object({ name: z.string().trim().max(120) });

/** `PUT /api/simulations/{id}/kept`: whether retention spares it, name or not. */
export const keepSimulationSchema = z.object({ kept: z.boolean() });

/** `PUT /api/simulations/{id}/latency`: replaces the latency settings. */
export const putLatencySchema = z.object({ latency: latencySchema });

/** `POST /api/simulations/{id}/edits`: node state changed by hand; without `value` the key is removed. Secrets are sealed. */
export const editStateSchema = z.object({
  session: z.string(),
  scope: z.enum(['shared', 'transient', 'secure']),
  key: z.string().min(1),
  value: jsonSchema.optional(),
});
export type EditState = z.output<typeof editStateSchema>;
/** Seq of the newest event after it. */
export const editedStateSchema = z.object({ seq: z.number() });

/**
 * `POST /api/simulations/{id}/secrets`: what viewers are only told the existence of. `place` is a path in the session: a scope and a key of node state
 * with whatever lies below, or `status`, `answers` and so on. `seq`: as it was right after that event.
 */
export const askSecretSchema = z.object({
  session: z.string(),
  place: z.array(z.string()).min(2).max(100),
  seq: z.number().int().min(0).optional(),
});
export type AskSecret = z.output<typeof askSecretSchema>;
export const secretSchema = z.object({ value: jsonSchema });

/** `GET /api/simulations/{id}/changes?journeys=a,b`: what of the realm is another now. `parts`: what of it, in names; empty: the whole. */
export const realmChangesSchema = z.object({
  changes: z.array(
    z.object({
      kind: z.enum(['journey', 'script', 'custom node', 'email template', 'variable', 'secret', 'HTTP stub', 'services']),
      name: z.string(),
      parts: z.array(z.string()),
    }),
  ),
});
export type RealmChanges = z.output<typeof realmChangesSchema>;

/** One write to the simulation's state: path and new value; no value removes. Folding all patches up to a seq gives the state then. */
export const patchOpSchema = z.tuple([z.array(z.string())]).or(z.tuple([z.array(z.string()), jsonSchema]));

/** One line of the log. Fields beyond these depend on the kind. */
export const eventSchema = z.looseObject({
  seq: z.number(),
  at: z.string(),
  kind: z.string(),
  run: z.string().optional(),
  session: z.string().optional(),
  transaction: z.string().optional(),
  journey: z.string().optional(),
  node: z.string().optional(),
  nodeType: z.string().optional(),
  nodeName: z.string().optional(),
  level: z.string().optional(),
  message: z.string().optional(),
  patch: z.array(patchOpSchema).optional(),
});
export type SimEvent = z.infer<typeof eventSchema>;
/** `GET /api/simulations/{id}/log?after=seq`. */
export const logSchema = z.object({ events: z.array(eventSchema) });

/**
 * `GET /api/simulations/{id}/view`: the whole state at `seq`, secrets masked; viewers fold later events' patches into it. `initial` is the state before
 * the first event: with the log it gives every moment.
 */
export const viewSchema = z.object({
  id: z.string(),
  realm: z.string(),
  clock: clockSchema,
  seq: z.number(),
  state: jsonObjectSchema,
  initial: jsonObjectSchema,
});

/** `GET /api/simulations/{id}/journeys/{journey}`: the journey as this simulation runs it (its realm copy). Same shape as the realm's document. */

/**
 * SSE at `GET /api/events?topics=sim:<id>,realm:<name>`. Message names: `event` (one SimEvent and `simulation`), `clock` (clock of a simulation, on
 * every change of rate or jump), `realm` (a resource changed). `id:` is the event's seq for one topic, `topic=seq,...` for several.
 */
export const streamedEventSchema = z.object({ simulation: z.string(), event: eventSchema });
export const streamedClockSchema = z.object({ simulation: z.string(), clock: clockSchema });
export const streamedRealmSchema = z.object({ realm: z.string(), kind: z.string(), id: z.string(), version: z.number().optional() });
