import { clientFieldsSchema } from '@tandem/journey';
import * as z from 'zod';

/** OAuth 2.0 clients of a realm: `/api/realms/{realm}/clients`. */

/** A client as it is shown: whether it has a secret, but not which. */
export const clientSchema = clientFieldsSchema.extend({ _id: z.string(), hasSecret: z.boolean() });
export type Client = z.infer<typeof clientSchema>;
export const clientListSchema = z.object({ clients: z.array(clientSchema) });

const { shape } = clientFieldsSchema.partial();
const removable = <S extends z.ZodType>(schema: S) => schema.nullable();

/**
 * `PUT .../clients/{id}`: what is left out stays as it is; null takes an optional field away. `_id` and `hasSecret` may come back as they were read.
 */
export const saveClientSchema = z.strictObject({
  ...shape,
  name: removable(shape.name),
  jwks: removable(shape.jwks),
  jwksUri: removable(shape.jwksUri),
  idTokenSigningAlg: removable(shape.idTokenSigningAlg),
  accessTokenLifetime: removable(shape.accessTokenLifetime),
  refreshTokenLifetime: removable(shape.refreshTokenLifetime),
  /** A new secret; null: none any more. It is kept hashed. */
  secret: z.string().min(1).nullable().optional(),
  _id: z.string().optional(),
  hasSecret: z.boolean().optional(),
});
export type SaveClient = z.infer<typeof saveClientSchema>;
