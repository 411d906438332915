import * as z from 'zod';
import { newNameSchema } from './names.ts';

/** Kinds of journey to start with: `GET /api/archetypes`. Each asks for the names of the journeys that it makes, the one to open first. */
const archetypeSchema = z.object({
  id: z.string(),
  title: z.string(),
  help: z.string(),
  names: z.array(z.object({ key: z.string(), label: z.string(), initial: z.string() })),
});
export type ArchetypeView = z.infer<typeof archetypeSchema>;
export const archetypeListSchema = z.object({ archetypes: z.array(archetypeSchema) });

/** `POST /realms/{realm}/archetypes/{id}`: names by key. */
export const useArchetypeSchema = z.object({ names: z.record(z.string(), newNameSchema) });
/** The journeys that were made, the one to open first, and what else came with them, by name. */
export const usedArchetypeSchema = z.object({
  journeys: z.array(z.string()),
  scripts: z.array(z.string()),
  nodeTypes: z.array(z.string()),
  emailTemplates: z.array(z.string()),
});
