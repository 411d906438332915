import { customNodeTypeSchema, issueSchema, nodeResourceSchema, realmServicesSchema, scriptSchema, treeSchema } from '@tandem/journey';
import * as z from 'zod';

/** Tandem's own API, realm side: journeys as documents, import and export. Paths under `/api/realms/{realm}`. */

/** `application/problem+json`: every failure says what, where and what would be right. */
export const problemSchema = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  errors: z.array(issueSchema).default([]),
});
export type Problem = z.infer<typeof problemSchema>;

/** One line of the library: `GET /journeys`. */
export const journeySummarySchema = z.object({
  id: z.string(),
  description: z.string().optional(),
  enabled: z.boolean(),
  innerTreeOnly: z.boolean(),
  transactionalOnly: z.boolean(),
  tags: z.array(z.string()),
  /** Nodes on its canvas. */
  nodeCount: z.number(),
  /** Nodes inside of its pages. */
  innerCount: z.number().default(0),
  /** Journeys that its Backchannel Initialize nodes start. */
  starts: z.array(z.string()),
  /** Journeys that run inside of it. */
  enters: z.array(z.string()).default([]),
  /** Journeys whose Initialize nodes start this one. */
  startedBy: z.array(z.string()),
  /** Types of its nodes, each once. */
  nodeTypes: z.array(z.string()).default([]),
  /** Counts up with every saved change; the base of conflict detection. */
  version: z.number(),
  modifiedAt: z.string(),
});
export type JourneySummary = z.infer<typeof journeySummarySchema>;
/** `defaultJourney`: what runs when a request names none. `nodeTypes`: names of the node types that the journeys use. */
export const journeyListSchema = z.object({
  journeys: z.array(journeySummarySchema),
  defaultJourney: z.string().optional(),
  nodeTypes: z.record(z.string(), z.string()).default({}),
});

/** A journey with everything the designer edits: `GET /journeys/{id}`. `nodes` holds tree nodes and page children by id. */
export const journeyDocumentSchema = z.object({
  id: z.string(),
  version: z.number(),
  tree: treeSchema,
  nodes: z.record(z.string(), nodeResourceSchema),
  /** Scripts that its nodes name. */
  scripts: z.record(z.string(), scriptSchema),
});
export type JourneyDocumentAnswer = z.infer<typeof journeyDocumentSchema>;

/**
 * `PUT /journeys/{id}`: the whole document as the editor holds it. `baseVersion` is the version it was read at; 0 creates. 409 with
 * `conflictSchema` when somebody else saved in between. Nodes that were in the journey before and are absent now are deleted from the realm
 * unless another journey uses them.
 */
export const saveJourneySchema = z.object({
  baseVersion: z.number().int().min(0),
  tree: treeSchema,
  nodes: z.record(z.string(), nodeResourceSchema),
  scripts: z.record(z.string(), scriptSchema),
});
export type SaveJourney = z.infer<typeof saveJourneySchema>;
export const savedJourneySchema = z.object({ id: z.string(), version: z.number(), modifiedAt: z.string() });
export const conflictSchema = problemSchema.extend({ current: journeyDocumentSchema.nullable() });

/** `GET /resources`: what pickers and the palette need. */
export const realmResourcesSchema = z.object({
  journeys: z.array(z.string()),
  scripts: z.array(z.object({ id: z.string(), name: z.string(), context: z.string().optional(), evaluatorVersion: z.string().optional() })),
  emailTemplates: z.array(z.string()),
  nodeTypes: z.array(customNodeTypeSchema),
  identities: z.array(z.object({ id: z.string(), kind: z.enum(['user', 'agent']), userName: z.string(), mail: z.string().optional() })),
});
export type RealmResources = z.infer<typeof realmResourcesSchema>;

/**
 * `GET /knowledge`: what rules about journeys look at besides the journey that is open: the realm's journeys with their nodes, scripts, custom node
 * types and services. Of email templates and variables only the names; no identities, no secrets.
 */
export const realmKnowledgeSchema = z.object({
  journeys: z.record(z.string(), z.object({ tree: treeSchema })),
  nodes: z.record(z.string(), nodeResourceSchema),
  scripts: z.record(z.string(), scriptSchema),
  nodeTypes: z.record(z.string(), customNodeTypeSchema),
  emailTemplates: z.record(z.string(), z.null()),
  variables: z.record(z.string(), z.null()),
  services: realmServicesSchema,
});
export type RealmKnowledge = z.infer<typeof realmKnowledgeSchema>;

/** `GET /problems`: how many findings of each severity the rules have, by journey. */
export const problemCountsSchema = z.object({
  journeys: z.record(z.string(), z.object({ error: z.number(), warning: z.number(), info: z.number() })),
});
export type ProblemCounts = z.infer<typeof problemCountsSchema>;

export const resourceRefSchema = z.object({ kind: z.string(), id: z.string(), name: z.string().optional() });
/** Answer of `POST /import`. `kept`: present before and left alone (`conflict=keep`). `removed`: nodes that nothing uses any more. */
export const importAnswerSchema = z.object({
  dryRun: z.boolean(),
  created: z.array(resourceRefSchema),
  replaced: z.array(resourceRefSchema),
  unchanged: z.array(resourceRefSchema),
  kept: z.array(resourceRefSchema),
  removed: z.array(resourceRefSchema),
  warnings: z.array(issueSchema),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

export const realmListSchema = z.object({ realms: z.array(z.object({ name: z.string(), journeys: z.number() })) });
