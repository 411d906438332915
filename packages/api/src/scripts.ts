import { jsonObjectSchema, jsonSchema, scriptSchema } from '@tandem/journey';
import * as z from 'zod';
import { problemSchema } from './realm.ts';

/** Scripts of a realm: `/api/realms/{realm}/scripts`. */

/** A node that runs a script. */
export const scriptUseSchema = z.object({
  journey: z.string(),
  node: z.string(),
  displayName: z.string(),
  page: z.string().optional(),
  field: z.string().optional(),
});

export const scriptRecordSchema = z.object({
  script: scriptSchema,
  /** Counts up with every change; the base of conflict detection. */
  version: z.number(),
  modifiedAt: z.string(),
  uses: z.array(scriptUseSchema),
  /** Names of scripts that require it, when it is a library. */
  requiredBy: z.array(z.string()),
  /** Names of custom nodes that require it. */
  requiredByNodeTypes: z.array(z.string()).default([]),
});
export type ScriptRecord = z.infer<typeof scriptRecordSchema>;
export const scriptListSchema = z.object({ scripts: z.array(scriptRecordSchema) });

/** `PUT /scripts/{id}`; `baseVersion` is the version it was read at, 0 creates. */
export const saveScriptSchema = z.object({ baseVersion: z.number().int().min(0), script: scriptSchema });
/** `rewritten`: what required a library by its old name and requires it by the new one now. */
export const savedScriptSchema = scriptRecordSchema.extend({
  rewritten: z.object({ scripts: z.array(z.string()), nodeTypes: z.array(z.string()) }).default({ scripts: [], nodeTypes: [] }),
});
export const scriptConflictSchema = problemSchema.extend({ current: scriptRecordSchema.nullable() });

// ---- one script, run by itself: `POST /scripts/run` ----

const nodeStateSchema = z.object({
  shared: jsonObjectSchema.default({}),
  transient: jsonObjectSchema.default({}),
  secure: jsonObjectSchema.default({}),
});
export type ScriptRunState = z.infer<typeof nodeStateSchema>;

const callbackSchema = z.object({
  type: z.string(),
  output: z.array(z.object({ name: z.string(), value: jsonSchema })),
  input: z.array(z.object({ suffix: z.string(), value: jsonSchema })),
});

export const runScriptSchema = z.object({
  /** As it stands in the editor, saved or not. */
  script: scriptSchema,
  state: nodeStateSchema.prefault({}),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  parameters: z.record(z.string(), z.array(z.string())).default({}),
  /** Properties of the session that the request brought; absent: it brought none. */
  session: z.record(z.string(), z.string()).optional(),
  /** Settings of the custom node that runs it. */
  properties: jsonObjectSchema.optional(),
  /** A further pass: the callbacks that the last one sent, and the step as the client sends it back. */
  answer: z.object({ sent: z.array(callbackSchema), callbacks: z.array(jsonSchema) }).optional(),
});
export type RunScript = z.input<typeof runScriptSchema>;

export const scriptRunSchema = z.object({
  /** How it ended: AM lets a suspension win over callbacks, and those over an outcome. */
  ending: z.enum(['error', 'suspended', 'callbacks', 'outcome', 'config', 'nothing']),
  error: z.object({ message: z.string(), line: z.number().optional(), status: z.enum(['error', 'timeout', 'memory']) }).optional(),
  outcome: z.string().optional(),
  config: jsonSchema.optional(),
  suspended: z.object({ message: z.string(), minutes: z.number().optional() }).optional(),
  /** What it sent, for the next pass; on the wire in `step`. */
  sent: z.array(callbackSchema),
  /** The step as a client gets it. */
  step: jsonObjectSchema.optional(),
  /** Node state afterwards: what the next pass starts with. Secrets are sealed. */
  state: nodeStateSchema,
  changes: z.array(
    z.object({
      op: z.enum(['put', 'remove', 'replace']),
      scope: z.enum(['shared', 'transient', 'secure']).optional(),
      key: z.string().optional(),
      value: jsonSchema.optional(),
    }),
  ),
  reads: z.array(z.string()),
  /** Writes to identities and managed objects, one line each; nothing of it is kept. */
  identityChanges: z.array(z.string()),
  mails: z.array(z.string()),
  /** What else the action says: session properties, identified user, texts. */
  notes: z.array(z.string()),
  logs: z.array(z.object({ level: z.string(), message: z.string() })),
  /** Simulated time that HTTP stubs took, ms. */
  waited: z.number(),
});
export type ScriptRun = z.infer<typeof scriptRunSchema>;
