import { issueSchema, jsonSchema } from '@tandem/journey';
import * as z from 'zod';
import { instanceEffectSchema } from './custom-nodes.ts';
import { newNameSchema } from './names.ts';
import { resourceRefSchema } from './realm.ts';

/** Import of several files with a decision for each thing they bring, and the backups that are made before it. */

const renamableSchema = z.enum(['journeys', 'scripts', 'emailTemplates', 'nodeTypes']);
export const importDecisionSchema = z.union([
  z.object({ kind: z.string(), id: z.string(), do: z.enum(['keep', 'replace']) }),
  z.object({ kind: renamableSchema, id: z.string(), do: z.literal('rename'), as: newNameSchema }),
]);
export type ImportDecision = z.infer<typeof importDecisionSchema>;

/** `POST /imports`. What differs and has no decision is replaced. */
export const importFilesSchema = z.object({
  files: z.array(z.object({ name: z.string(), text: z.string() })).min(1),
  decisions: z.array(importDecisionSchema).default([]),
  /** Only says what would happen; files that cannot be read are told of beside the others. */
  dryRun: z.boolean().default(false),
  /** `basis` of the dry run that was looked at: nothing is imported (409) when the realm has other content now where the files have something. */
  basis: z.string().optional(),
});
export type ImportFiles = z.input<typeof importFilesSchema>;

export const importItemSchema = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string().optional(),
  status: z.enum(['new', 'same', 'differs']),
  journeys: z.array(z.string()),
  /** Other journeys of the realm whose nodes it would change. */
  shares: z.array(z.string()).optional(),
  canRename: z.boolean(),
  /** Both sides of what differs, journeys aside (they are read on their own). */
  before: jsonSchema.optional(),
  after: jsonSchema.optional(),
});
export type ImportItemView = z.infer<typeof importItemSchema>;

const missingSchema = z.object({
  kind: z.enum(['journeys', 'scripts', 'emailTemplates', 'nodeTypes', 'variables', 'pingOneWorkers']),
  id: z.string(),
  uses: z.array(z.object({ journey: z.string(), node: z.string().optional(), name: z.string().optional(), field: z.string().optional() })),
});
export type MissingView = z.infer<typeof missingSchema>;

export const importReviewSchema = z.object({
  dryRun: z.boolean(),
  files: z.array(z.object({ name: z.string(), journeys: z.array(z.string()), nodeTypes: z.number(), problems: z.array(issueSchema) })),
  items: z.array(importItemSchema),
  /** Stands for what the realm has where the files bring something. */
  basis: z.string(),
  created: z.array(resourceRefSchema),
  replaced: z.array(resourceRefSchema),
  unchanged: z.array(resourceRefSchema),
  kept: z.array(resourceRefSchema),
  /** Nodes of replaced journeys that nothing uses any more: deleted in the same transaction. */
  removed: z.array(resourceRefSchema),
  /** Custom node types that are replaced: what becomes of nodes of them in journeys that the files do not bring. */
  types: z.array(z.object({ id: z.string(), name: z.string(), effects: z.array(instanceEffectSchema) })),
  missing: z.array(missingSchema),
  warnings: z.array(issueSchema),
  /** Id of the backup that was made; null when nothing was written. */
  backup: z.string().nullable(),
});
export type ImportReview = z.infer<typeof importReviewSchema>;

export const backupSchema = z.object({
  id: z.string(),
  madeAt: z.string(),
  cause: z.enum(['import', 'restore', 'save', 'delete']),
  /** What it was made before: names of files, or of what was deleted. */
  note: z.string(),
});
export type Backup = z.infer<typeof backupSchema>;
export const backupListSchema = z.object({ backups: z.array(backupSchema) });

/** What restoring a backup changes, or changed. */
export const restoreAnswerSchema = z.object({
  created: z.array(resourceRefSchema),
  replaced: z.array(resourceRefSchema),
  deleted: z.array(resourceRefSchema),
  backup: z.string().nullable(),
});
export type RestoreAnswer = z.infer<typeof restoreAnswerSchema>;
