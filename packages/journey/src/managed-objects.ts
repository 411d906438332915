import * as z from 'zod';
import { type JsonObject, jsonSchema } from './model.ts';

/**
 * IDM's managed objects other than users: roles, organizations, types that an administrator made. AIC names a type after its realm
 * (`managed/alpha_role`).
 */

/** What stands after `managed/` in a resource path. */
export const managedTypeSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'A type such as alpha_role: letters, digits, _ and -, beginning with a letter.')
  .refine((type) => !isUserType(type), 'Users are kept with the people of the realm.');

export const managedObjectSchema = z.object({
  type: managedTypeSchema,
  object: z.record(z.string(), jsonSchema).and(z.object({ _id: z.string().min(1) })),
});
/** One managed object and its type; `object` is what IDM shows of it. */
export interface ManagedObject {
  type: string;
  object: JsonObject & { _id: string };
}

/** Key of a managed object in the realm: IDM addresses objects by type and id. */
export function objectKey(type: string, id: string): string {
  return `${type}/${id}`;
}

/** The type that a resource such as `managed/alpha_role` names; undefined for any other path. */
export function managedType(resource: string): string | undefined {
  return /^managed\/([^/]+)$/.exec(resource)?.[1];
}

/** Users are identities, which know passwords: `user` of self-managed IDM, `alpha_user` of AIC. */
export function isUserType(type: string): boolean {
  return /^([^/]+_)?user$/.test(type);
}
