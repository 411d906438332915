import { httpStubSchema, issueSchema, jsonSchema, managedObjectSchema, realmServicesSchema } from '@tandem/journey';
import * as z from 'zod';
import { problemSchema } from './realm.ts';

/** Tandem's own API, what a realm holds beside its journeys: people and agents, services, variables, secrets, templates, HTTP stubs. */

/** An identity as it is shown: the hash of its password never is. Attribute names are IDM's. */
export const identityViewSchema = z.looseObject({
  _id: z.string(),
  kind: z.enum(['user', 'agent']),
  userName: z.string(),
  hasPassword: z.boolean(),
});
export type IdentityView = z.infer<typeof identityViewSchema>;
export const identityListSchema = z.object({ identities: z.array(identityViewSchema) });

/** `PUT /identities/{id}`: all attributes. `password` sets a new one, null takes it away, absent keeps what is there. */
export const saveIdentitySchema = z.looseObject({
  kind: z.enum(['user', 'agent']),
  userName: z.string().trim().min(1),
  password: z.string().min(1).nullable().optional(),
});
export type SaveIdentity = z.infer<typeof saveIdentitySchema>;

/**
 * `POST /identities/import`: users as IDM exports them. `json` is a list or a query's answer (`{"result": [...]}`), `csv` has a header line of
 * attribute names. Whoever has the same user name is changed: given attributes replace, others stay.
 */
export const importIdentitiesSchema = z.object({ format: z.enum(['json', 'csv']), text: z.string().min(1) });
export const importedIdentitiesSchema = z.object({
  created: z.array(z.string()),
  changed: z.array(z.string()),
  warnings: z.array(issueSchema),
});
export type ImportedIdentities = z.infer<typeof importedIdentitiesSchema>;

/** A managed object that is no user: `type` as in `managed/<type>`. */
export const managedObjectViewSchema = managedObjectSchema;
export type ManagedObjectView = z.infer<typeof managedObjectViewSchema>;
export const managedObjectListSchema = z.object({ objects: z.array(managedObjectViewSchema) });
/** `PUT /objects/{type}/{id}`: all attributes. */
export const saveManagedObjectSchema = z.record(z.string(), jsonSchema);

export const deletedSchema = z.object({ id: z.string() });

/** `GET|PUT /services`. */
export const servicesSchema = realmServicesSchema;

/** An ESV as frodo and AIC write it: the value is base64 of its text. */
export const variableSchema = z.looseObject({
  _id: z.string(),
  valueBase64: z.string(),
  expressionType: z.enum(['string', 'list', 'array', 'object', 'bool', 'int', 'number', 'base64encodedinlined']).default('string'),
  description: z.string().optional(),
});
export const saveVariableSchema = variableSchema.omit({ _id: true });

/** A secret as it is shown: never its value. */
export const secretViewSchema = z.object({ _id: z.string(), description: z.string().optional() });
/** `value` absent keeps what is there. */
export const saveSecretSchema = z.object({ value: z.string().min(1).optional(), description: z.string().optional() });

export const stubSchema = httpStubSchema;
export const saveStubSchema = httpStubSchema.omit({ _id: true });

/** An email template as AIC exports it; Tandem renders `from`, `subject`, `message` or `html`, `defaultLocale`. */
export const emailTemplateSchema = z.record(z.string(), jsonSchema);

/** All of a kind. `versions`: by id, as `?baseVersion=` of a PUT takes them. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), versions: z.record(z.string(), z.number()) });

/** `PUT /{kind}/{id}?baseVersion=`: the version it was read at, 0 for a new one. Absent: whatever is there is replaced. */
export const contentQuerySchema = z.object({ baseVersion: z.coerce.number().int().min(0).optional() });

/** 409 of such a PUT: it as it is now, null when it was deleted. */
export const contentConflictOf = <T extends z.ZodType>(view: T) => problemSchema.extend({ current: view.nullable(), version: z.number() });
