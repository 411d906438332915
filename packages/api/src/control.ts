import { httpStubSchema } from '@tandem/journey';
import * as z from 'zod';

/** What a person sets up in a simulation to look closer, or to see what a journey makes of trouble. */

const id = z.string().min(1).max(100);
const name = z.string().min(1);

/** Where sessions are held; a held session's request waits until it is let go. Times are ISO strings of the simulation's clock. */
export const breakpointSchema = z.discriminatedUnion('on', [
  z.strictObject({ id, on: z.literal('node'), journey: name.optional(), node: name }),
  z.strictObject({ id, on: z.literal('outcome'), node: name, outcome: name }),
  z.strictObject({ id, on: z.literal('key'), key: name }),
  z.strictObject({
    id,
    on: z.literal('transaction'),
    state: z.enum(['CREATED', 'IN_PROGRESS', 'COMPLETED']),
    result: z.enum(['UNKNOWN', 'APPROVED', 'DENIED']).optional(),
  }),
  z.strictObject({ id, on: z.literal('time'), at: z.iso.datetime({ offset: true }) }),
]);
export type BreakpointSetting = z.output<typeof breakpointSchema>;
/** All of them: those left out are gone. */
export const breakpointsSchema = z.object({ breakpoints: z.array(breakpointSchema).max(200) });

/** Lets a held session go on; `step`: for one visit. */
export const continueSchema = z.object({ step: z.boolean().default(false) });
export const continuedSchema = z.object({ seq: z.number() });

export const faultSchema = z.discriminatedUnion('kind', [
  /** By the script's id, or whatever the node runs. */
  z.strictObject({ kind: z.literal('script'), script: name.optional(), node: name.optional(), message: z.string().max(2000).optional() }),
  z.strictObject({ kind: z.literal('identity-store') }),
  z.strictObject({ kind: z.literal('http'), url: name, status: z.int().min(100).max(599) }),
  z.strictObject({ kind: z.literal('clock-skew'), role: z.enum(['main', 'backchannel']), ms: z.int().min(-86_400_000).max(86_400_000) }),
]);
export type FaultSetting = z.output<typeof faultSchema>;
/** All of them: an empty list makes everything work again. */
export const faultsSchema = z.object({ faults: z.array(faultSchema).max(50) });

/** HTTP stubs of this simulation, laid over the realm's by id; null takes the realm's away. */
export const simulationStubsSchema = z.object({ stubs: z.record(z.string().min(1), httpStubSchema.nullable()) });
