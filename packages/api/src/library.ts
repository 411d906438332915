import { INT_MAX, nodeResourceSchema } from '@tandem/journey';
import * as z from 'zod';

/** Tandem's own API, library side: details of journeys, several journeys at once, where they are used. Paths under `/api/realms/{realm}`. */

const minutes = z.int().min(1).max(INT_MAX).nullable();
const flags = z.object({
  enabled: z.boolean(),
  mustRun: z.boolean(),
  innerTreeOnly: z.boolean(),
  transactionalOnly: z.boolean(),
  noSession: z.boolean(),
});
const tag = z.string().trim().min(1);

/** What an administrator sets of a journey besides its nodes. `name` renames it. */
export const journeyDetailsSchema = z.object({
  name: z.string().trim().min(1),
  description: z.string(),
  tags: z.array(tag),
  identityResource: z.string(),
  ...flags.shape,
  treeTimeout: minutes,
  maximumSessionTime: minutes,
  maximumIdleTime: minutes,
});
export type JourneyDetailsBody = z.infer<typeof journeyDetailsSchema>;

/** `PUT /journeys/{id}/details`. `baseVersion`: the version that the details were read at. */
export const saveDetailsSchema = z.object({ baseVersion: z.int().min(1), details: journeyDetailsSchema });
/** `rewritten`: the journeys and scripts, by name, in which a reference was changed to the new name. */
export const savedDetailsSchema = z.object({
  id: z.string(),
  version: z.number(),
  modifiedAt: z.string(),
  rewritten: z.object({ journeys: z.array(z.string()), scripts: z.array(z.string()) }),
});

const ids = z.array(z.string()).min(1);
/** `POST /journey-changes`: one change of several journeys, all or none. */
export const journeyChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enable'), ids }),
  z.object({ kind: z.literal('disable'), ids }),
  z.object({ kind: z.literal('tag'), ids, add: z.array(tag), remove: z.array(tag) }),
  z.object({
    kind: z.literal('delete'),
    ids,
    /** Those that were looked at, by id: 409 where somebody saved since. What has none is deleted as it is. */
    versions: z.record(z.string(), z.number()).optional(),
  }),
]);
export type JourneyChange = z.infer<typeof journeyChangeSchema>;
export const changedJourneysSchema = z.object({ changed: z.array(z.string()) });

/** `POST /journey-uses`: everything that refers to one of the journeys. */
export const askUsesSchema = z.object({ ids });
const place = { target: z.string(), journey: z.string(), node: z.string(), displayName: z.string() };
const journeyUseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inner'), ...place, field: z.string().optional() }),
  z.object({ kind: z.literal('starts'), ...place, field: z.string().optional() }),
  z.object({ kind: z.literal('script'), ...place, script: z.string(), scriptName: z.string() }),
  z.object({ kind: z.literal('default'), target: z.string() }),
]);
export type JourneyUseAnswer = z.infer<typeof journeyUseSchema>;
export const journeyUsesSchema = z.object({ uses: z.array(journeyUseSchema) });

/** `PUT /default-journey`: what runs when a request names no journey; null: nothing. */
export const defaultJourneySchema = z.object({ journey: z.string().nullable() });

/** `GET /orphaned-nodes`: nodes of the realm that no journey places. `key`: type and id; `summary`: its settings in a few words. */
const orphanNodeSchema = z.object({ key: z.string(), typeName: z.string(), summary: z.string(), modifiedAt: z.string(), node: nodeResourceSchema });
export type OrphanNode = z.infer<typeof orphanNodeSchema>;
export const orphanNodesSchema = z.object({ nodes: z.array(orphanNodeSchema) });
/** `POST /orphaned-nodes/delete` and its answer. */
export const orphanKeysSchema = z.object({ keys: z.array(z.string()).min(1) });
