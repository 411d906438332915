import * as z from 'zod';
import { jsonSchema } from './model.ts';

/** A node as a file carries it. `pinned`: it stood in the other container than the one its journey's references call for. */
const bundledNodeSchema = z.object({ type: z.string(), id: z.string(), pinned: z.literal(true).optional() });

/**
 * How a resource was written where the realm needs more or another form: fields that the file lacked and that were filled in, and whether a
 * custom node type's source came as lines.
 */
const writingSchema = z.object({ lacks: z.array(z.string()).optional(), lines: z.literal(true).optional() });

/**
 * What came with a journey's file beyond what its tree refers to, so that an export gives the file back: ids in the file's order, and the
 * file's unknown keys. Resources themselves live in the realm.
 */
export const bundleSchema = z.object({
  nodes: z.array(bundledNodeSchema),
  innerNodes: z.array(bundledNodeSchema),
  scripts: z.array(z.string()),
  emailTemplates: z.array(z.string()),
  themes: z.array(z.string()),
  socialIdentityProviders: z.array(z.string()),
  saml2Entities: z.array(z.string()),
  circlesOfTrust: z.array(z.string()),
  nodeTypes: z.array(z.string()),
  variables: z.array(z.string()),
  unknown: z.record(z.string(), jsonSchema),
  /** By `<container>/<id>`, only where the file's writing differs from the realm's. */
  writing: z.record(z.string(), writingSchema).optional(),
  /**
   * Dependencies that the file used but left to the realm (a frodo export without dependencies, an AIC export's custom node types). They stay
   * out of an export until they are edited. By id: the content's fingerprint at import.
   */
  left: z
    .object({ scripts: z.record(z.string(), z.string()), emailTemplates: z.record(z.string(), z.string()), nodeTypes: z.array(z.string()) })
    .optional(),
});
export type Bundle = z.infer<typeof bundleSchema>;
export type Writing = z.infer<typeof writingSchema>;
