import { customNodeTypeSchema, jsonSchema } from '@tandem/journey';
import * as z from 'zod';
import { problemSchema } from './realm.ts';
import { scriptUseSchema } from './scripts.ts';

/** Custom node types of a realm, as AIC's node designer has them: `/api/realms/{realm}/custom-nodes`. */

export const customNodeRecordSchema = z.object({
  nodeType: customNodeTypeSchema,
  /** Counts up with every change; the base of conflict detection. */
  version: z.number(),
  modifiedAt: z.string(),
  /** Nodes of the type, and Configuration Providers that stand in for one (`field`). */
  uses: z.array(scriptUseSchema),
});
export type CustomNodeRecord = z.infer<typeof customNodeRecordSchema>;
export const customNodeListSchema = z.object({ customNodes: z.array(customNodeRecordSchema) });

const renamedSchema = z.object({
  outcomes: z.record(z.string(), z.string()).default({}),
  properties: z.record(z.string(), z.string()).default({}),
});

/** What outcomes and properties were called before: new name -> old name. Without an entry one of another name is another one. */
export const proposeCustomNodeSchema = z.object({ nodeType: customNodeTypeSchema, renamed: renamedSchema.prefault({}) });

/**
 * `PUT /custom-nodes/{id}`; `baseVersion` is the version it was read at, 0 creates. `instances`: `replace` changes the nodes of the type in all
 * journeys with it, in one transaction; `leave` leaves them as they are, as AIC does.
 */
export const saveCustomNodeSchema = proposeCustomNodeSchema.extend({
  baseVersion: z.number().int().min(0),
  instances: z.enum(['replace', 'leave']).default('replace'),
});
export type SaveCustomNode = z.input<typeof saveCustomNodeSchema>;

/** What a changed type does to a node of it: `cut` connections, those that go on as `moved`, values that change or go, required ones it lacks. */
export const instanceEffectSchema = scriptUseSchema.extend({
  cut: z.array(z.object({ outcome: z.string(), to: z.string() })),
  moved: z.array(z.object({ from: z.string(), outcome: z.string() })),
  values: z.array(z.object({ label: z.string(), before: jsonSchema, after: jsonSchema.optional(), why: z.enum(['removed', 'unfit', 'fitted']) })),
  needs: z.array(z.string()),
});
export type InstanceEffectAnswer = z.infer<typeof instanceEffectSchema>;
export const instanceEffectsSchema = z.object({ effects: z.array(instanceEffectSchema) });
export const savedCustomNodeSchema = customNodeRecordSchema.extend({ effects: z.array(instanceEffectSchema) });
export const customNodeConflictSchema = problemSchema.extend({ current: customNodeRecordSchema.nullable() });

/** `POST /custom-nodes/delete` */
export const customNodeIdsSchema = z.object({ ids: z.array(z.string()).min(1) });
