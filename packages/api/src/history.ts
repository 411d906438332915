import * as z from 'zod';

/** Versions of journeys: every saved change is kept, with a name if somebody gives one. Paths under `/api/realms/{realm}/journeys/{id}/versions`. */

/** How much a version differs from the one before. */
const versionChangesSchema = z.object({
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  connections: z.number(),
  settings: z.number(),
  scripts: z.number(),
  moved: z.number(),
});
export type VersionChanges = z.infer<typeof versionChangesSchema>;

export const journeyVersionSchema = z.object({
  version: z.number(),
  savedAt: z.string(),
  name: z.string().nullable(),
  /** `start`: it was there before versions were kept. */
  cause: z.enum(['start', 'save', 'import', 'restore', 'delete']),
  /** null for the first that was kept. */
  changes: versionChangesSchema.nullable(),
  /** Whether the journey is at this version now. */
  current: z.boolean(),
});
export type JourneyVersion = z.infer<typeof journeyVersionSchema>;
export const journeyVersionListSchema = z.object({ versions: z.array(journeyVersionSchema) });

/** Names a version; null takes the name. */
export const nameVersionSchema = z.object({ name: z.string().trim().min(1).max(120).nullable() });
export const namedVersionSchema = z.object({ version: z.number(), name: z.string().nullable() });
