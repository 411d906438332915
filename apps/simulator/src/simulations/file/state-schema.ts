import { faultSchema } from '@tandem/api';
import { httpStubSchema, jsonObjectSchema } from '@tandem/journey';
import * as z from 'zod';

/**
 * The state that a simulation's file begins with, as far as whoever opens it later relies on it: without inputs a file would be run by nobody, and a
 * state that no engine made would show only when it is kept already. What an earlier Tandem left out may be missing (`upgradeState`).
 */

/** Epoch ms that a date can hold. */
export const timeSchema = z.number().min(-8.64e15).max(8.64e15);

const texts = z.record(z.string(), z.string());
const nullableText = z.string().nullable();
const dueSchema = z.looseObject({ kind: z.literal('due'), due: timeSchema, order: z.number() });
const statusSchema = z.discriminatedUnion('kind', [
  dueSchema,
  z.looseObject({ kind: z.literal('held'), by: z.string(), due: dueSchema }),
  z.looseObject({
    kind: z.literal('effect'),
    random: z.string(),
    effect: z.looseObject({ id: z.string(), key: z.string(), node: z.string(), kind: z.string() }),
    results: z.record(z.string(), jsonObjectSchema),
  }),
  z.looseObject({
    kind: z.literal('callbacks'),
    callbacks: z.array(
      z.looseObject({
        type: z.string(),
        node: z.string(),
        output: z.array(z.looseObject({ name: z.string() })),
        input: z.array(z.looseObject({ suffix: z.string() })),
      }),
    ),
    poll: z.object({ due: timeSchema }).nullable(),
    expires: timeSchema.optional(),
    authIdUntil: timeSchema.optional(),
  }),
  z.looseObject({ kind: z.literal('ended'), result: z.enum(['success', 'failure']), at: timeSchema, tokenId: nullableText, message: z.string() }),
]);
const sessionSchema = z.looseObject({
  id: z.string(),
  run: z.string(),
  role: z.enum(['main', 'backchannel']),
  player: nullableText,
  transaction: nullableText,
  journey: z.string(),
  request: z.looseObject({ base: z.string(), headers: jsonObjectSchema, parameters: jsonObjectSchema, cookies: jsonObjectSchema }),
  createdAt: timeSchema,
  expiresAt: timeSchema,
  otk: z.string(),
  node: nullableText,
  status: statusSchema,
  shared: jsonObjectSchema,
  transient: jsonObjectSchema,
  secure: jsonObjectSchema,
  visits: z.record(z.string(), z.number()),
  outcomes: texts,
});
const transactionSchema = z.looseObject({
  id: z.string(),
  run: z.string(),
  journey: z.string(),
  state: z.enum(['CREATED', 'IN_PROGRESS', 'COMPLETED']),
  result: z.enum(['UNKNOWN', 'APPROVED', 'DENIED']),
  subject: z.object({ type: z.enum(['user', 'agent']), id: z.string(), name: z.string() }).nullable(),
  data: jsonObjectSchema,
  notifications: z.array(z.object({ at: timeSchema, data: jsonObjectSchema })),
  createdAt: timeSchema,
  expiresAt: timeSchema,
  expired: z.boolean(),
  allowRetry: z.boolean(),
  redirectUri: nullableText,
  sessions: z.array(z.string()),
});
const messageSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(['email', 'sms', 'push']),
  to: z.string(),
  text: z.string(),
  links: z.array(z.string()),
  push: z.looseObject({ expiresAt: timeSchema }).nullish(),
  at: timeSchema,
  answered: z.boolean(),
  approved: z.boolean().nullable(),
});
const ssoSessionSchema = z.looseObject({ token: z.string(), identity: z.string(), expiresAt: timeSchema, maxIdleTime: z.number() });
export const breakpointsInFile = z.array(z.looseObject({ id: z.string().min(1).max(500), on: z.string() }));

export const stateSchema = z.looseObject({
  now: timeSchema,
  seq: z.number().int().min(0),
  arrivals: z.number(),
  realmVersion: z.number(),
  sessions: z.record(z.string(), sessionSchema),
  transactions: z.record(z.string(), transactionSchema),
  ssoSessions: z.record(z.string(), ssoSessionSchema),
  identities: z.record(z.string(), z.looseObject({ _id: z.string() }).nullable()),
  objects: z.record(z.string(), jsonObjectSchema.nullable()),
  outbox: z.record(z.string(), messageSchema),
  latency: z.record(z.string(), z.number()),
  breakpoints: breakpointsInFile.optional(),
  faults: z.array(faultSchema).optional(),
  stubs: z.record(z.string(), httpStubSchema.nullable()).optional(),
});
