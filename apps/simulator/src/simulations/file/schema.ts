import { faultSchema } from '@tandem/api';
import type { Input, SimulationState } from '@tandem/engine';
import {
  type CustomNodeType,
  customNodeTypeSchema,
  httpStubSchema,
  identitySchema,
  jsonObjectSchema,
  jsonSchema,
  nodeResourceSchema,
  type Realm,
  scriptSchema,
  treeSchema,
} from '@tandem/journey';
import * as z from 'zod';
import { breakpointsInFile, stateSchema, timeSchema } from './state-schema.ts';

/** A simulation as a file: all that running it again takes. It is made and read here alone; whoever changes it makes another one. */

export const FORMAT = 'tandem-simulation';
export const FILE_VERSION = 1;
/** No simulation has come so far; numbers of later steps must still be exact. */
const MOST_STEPS = 1e12;

const requestSchema = z.object({
  base: z.string(),
  headers: z.record(z.string(), z.array(z.string())),
  parameters: z.record(z.string(), z.array(z.string())),
  cookies: z.record(z.string(), z.string()),
  token: z.string().nullable(),
});
const answersSchema = z.array(z.object({ type: z.string(), values: z.record(z.string(), jsonSchema) }));
const id = z.string().min(1).max(500);
const targetSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service'), journey: z.string() }),
  z.object({ type: z.literal('transaction'), id }),
  z.object({ type: z.literal('default') }),
]);
const specSchema = z.object({
  journey: z.string(),
  subject: z.object({ type: z.enum(['user', 'agent']), id, name: z.string() }).nullable(),
  data: jsonObjectSchema,
  trackingId: z.string().nullable(),
  allowRetry: z.boolean(),
});
const base = z.object({ at: timeSchema, random: z.string().regex(/^[\da-f]{64}$/) });
const inputSchema = z.discriminatedUnion('kind', [
  base.extend({ kind: z.literal('start'), session: id, player: z.string().nullable(), target: targetSchema, request: requestSchema }),
  base.extend({ kind: z.literal('answer'), session: id, otk: z.string(), digest: z.string(), answers: answersSchema, request: requestSchema }),
  base.extend({ kind: z.literal('resume'), session: id, suspended: z.string(), request: requestSchema }),
  base.extend({ kind: z.literal('visit'), session: id }),
  base.extend({ kind: z.literal('effect'), session: id, effect: z.string(), result: jsonObjectSchema }),
  base.extend({ kind: z.literal('revisit'), session: id }),
  base.extend({ kind: z.literal('clock') }),
  base.extend({ kind: z.literal('expire'), what: z.enum(['transaction', 'session']), id }),
  base.extend({ kind: z.literal('latency'), latency: z.record(z.string(), z.number()) }),
  base.extend({ kind: z.literal('realm'), version: z.number() }),
  base.extend({ kind: z.literal('logout'), token: z.string() }),
  base.extend({ kind: z.literal('access'), token: z.string() }),
  base.extend({ kind: z.literal('prune'), before: z.number() }),
  base.extend({
    kind: z.literal('edit'),
    session: id,
    scope: z.enum(['shared', 'transient', 'secure']),
    key: z.string(),
    value: jsonSchema.optional(),
  }),
  base.extend({ kind: z.literal('continue'), session: id, step: z.boolean() }),
  base.extend({ kind: z.literal('breakpoints'), breakpoints: breakpointsInFile }),
  base.extend({ kind: z.literal('faults'), faults: z.array(faultSchema) }),
  base.extend({ kind: z.literal('stubs'), stubs: z.record(z.string(), httpStubSchema.nullable()) }),
  base.extend({ kind: z.literal('initialize'), transaction: id, spec: specSchema, base: z.string() }),
  base.extend({ kind: z.literal('session-properties'), token: z.string(), properties: z.record(z.string(), z.string()) }),
  base.extend({ kind: z.literal('message'), id, approve: z.boolean(), number: z.string().nullable() }),
]);
const maps = z.record(z.string(), jsonObjectSchema);
const realmSchema = z.looseObject({
  name: z.string().min(1),
  journeys: z.record(z.string(), z.looseObject({ tree: treeSchema })),
  nodes: z.record(z.string(), nodeResourceSchema),
  scripts: z.record(z.string(), scriptSchema),
  nodeTypes: z.record(z.string(), customNodeTypeSchema),
  identities: z.record(z.string(), identitySchema),
  objects: z.record(z.string(), z.looseObject({ type: z.string() })),
  stubs: maps,
  secrets: z.record(z.string(), z.looseObject({ value: z.string() })),
  services: z.looseObject({ transactionTimeToLive: z.number() }),
});
export const simulationFileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FILE_VERSION),
  /** Version of the Tandem that wrote it. */
  tandem: z.string(),
  exportedAt: z.string(),
  name: z.string().max(120).optional(),
  /** The state before the first input, and the number of that state's last step. */
  initial: z.object({ n: z.number().int().min(0).max(MOST_STEPS), state: stateSchema }),
  /** Realms by the version that the state names, in the order in which they were run. */
  realms: z.array(z.object({ version: z.number(), realm: realmSchema })).min(1),
  inputs: z.array(inputSchema),
  /** Of the events of each input: the beginning of their SHA-256. Tells where a replay parts from the file. */
  trace: z.array(z.string()),
  /** SHA-256 of all events as JSON, one a line. */
  digest: z.string(),
  /** Present when secrets were asked for: what is sealed in the inputs, by its ciphertext. */
  secrets: z.record(z.string(), z.string()).optional(),
});

/** What the schema checked, as it stands in the file: the order of keys counts when it is run again. */
export interface SimulationFile extends Omit<z.output<typeof simulationFileSchema>, 'initial' | 'realms' | 'inputs'> {
  initial: { n: number; state: SimulationState };
  realms: { version: number; realm: Realm & { nodeTypes: Record<string, CustomNodeType> } }[];
  inputs: Input[];
}
