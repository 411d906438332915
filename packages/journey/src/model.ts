import * as z from 'zod';
import type { Bundle } from './bundle.ts';
import type { OAuth2Client } from './clients.ts';
import type { ManagedObject } from './managed-objects.ts';
import type { HttpStub, RealmSecret, RealmServices } from './services.ts';

/**
 * The document: AM's own resources as they stand in exports and on its REST interface. Every schema is loose: fields that Tandem does not
 * know are kept as they came. Optional means "may be absent", and absence is kept too (pre-8.1 files lack `version`, `allowRetry`, ...).
 */

/** Id of the fixed start in `staticNodes`. */
export const START_NODE_ID = 'startNode';
/** Id of the fixed Success end, the same in every realm. */
export const SUCCESS_NODE_ID = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
/** Id of the fixed Failure end, the same in every realm. */
export const FAILURE_NODE_ID = 'e301438c-0bd0-429c-ab0c-66126501069a';

/** The largest number that AM's integer settings hold (Java's int). Larger ones are no dates any more once they are added to one. */
export const INT_MAX = 2_147_483_647;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
/** Any JSON. Not `z.json()`, which tries a union at each value: logs and journeys are full of them. */
export const jsonSchema: z.ZodType<Json> = z.custom<Json>(isJson, 'Only JSON values (text, number, true, false, null, lists, objects) can be kept');
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema);

/** A locale map such as `{"en": "Next"}`. */
export type LocaleMap = Record<string, string>;

export const outcomeSchema = z.looseObject({ id: z.string(), displayName: z.string().optional() });
export type Outcome = { id: string; displayName: string };

export const treeNodeSchema = z.looseObject({
  nodeType: z.string(),
  displayName: z.string().optional(),
  connections: z.record(z.string(), z.string()).optional(),
  version: z.string().optional(),
  x: z.number().optional(),
  y: z.number().optional(),
});
export type TreeNode = z.infer<typeof treeNodeSchema>;

export const positionSchema = z.looseObject({ x: z.number().optional(), y: z.number().optional() });
export type Position = z.infer<typeof positionSchema>;

/** `uiConfig` holds JSON in strings: `categories` a list of tags, `annotations` sticky notes and comments. */
export const uiConfigSchema = z.looseObject({ categories: z.string().optional(), annotations: z.string().optional() });

/** An authentication tree: what a journey places and connects. Its `_id` is its name. */
export const treeSchema = z.looseObject({
  _id: z.string().min(1),
  _rev: z.string().optional(),
  description: z.string().optional(),
  entryNodeId: z.string().optional(),
  enabled: z.boolean().optional(),
  identityResource: z.string().optional(),
  innerTreeOnly: z.boolean().optional(),
  mustRun: z.boolean().optional(),
  noSession: z.boolean().optional(),
  transactionalOnly: z.boolean().optional(),
  /** Minutes; absent when the realm's default (5) applies. */
  treeTimeout: z.number().optional(),
  maximumSessionTime: z.number().optional(),
  maximumIdleTime: z.number().optional(),
  nodes: z.record(z.string(), treeNodeSchema).optional(),
  staticNodes: z.record(z.string(), positionSchema).optional(),
  uiConfig: uiConfigSchema.optional(),
});
export type Tree = z.infer<typeof treeSchema>;

/** A node of the realm: type + id + configuration. Configuration values stand beside `_id` and `_type`. */
export const nodeResourceSchema = z.looseObject({
  _id: z.string().min(1),
  _rev: z.string().optional(),
  _type: z.looseObject({
    _id: z.string().min(1),
    name: z.string().optional(),
    collection: z.boolean().optional(),
    version: z.string().optional(),
  }),
  _outcomes: z.array(outcomeSchema).optional(),
});
export type NodeResource = z.infer<typeof nodeResourceSchema>;

/** A page node's reference to a node inside it. `nodeVersion` is absent before 8.1. */
export const pageChildSchema = z.looseObject({
  _id: z.string().min(1),
  nodeType: z.string().min(1),
  displayName: z.string().optional(),
  nodeVersion: z.string().optional(),
});
export type PageChild = z.infer<typeof pageChildSchema>;

/** A script as it came: `script` in one of three encodings (lines, JSON string, base64). Read it with `scriptBody`. */
export const scriptSchema = z.looseObject({
  _id: z.string().min(1),
  name: z.string(),
  description: z.string().nullish(),
  script: z.union([z.string(), z.array(z.string())]),
  context: z.string().optional(),
  language: z.string().optional(),
  /** "1.0" legacy, "2.0" next-generation; absent means "1.0". */
  evaluatorVersion: z.string().optional(),
});
export type Script = z.infer<typeof scriptSchema>;

export const customNodePropertySchema = z.looseObject({
  title: z.string().optional(),
  description: z.string().nullish(),
  type: z.string(),
  required: z.boolean().optional(),
  defaultValue: jsonSchema.optional(),
  /** Option key -> label; the node's configuration holds the key. */
  options: z.record(z.string(), z.string()).optional(),
  multivalued: z.boolean().optional(),
});
/** A custom node type made in AIC's node designer. Its node type id is `designer-<serviceName>`. */
export const customNodeTypeSchema = z.looseObject({
  _id: z.string().min(1),
  serviceName: z.string().min(1),
  displayName: z.string(),
  description: z.string().nullish(),
  outcomes: z.array(z.string()),
  outputs: z.array(z.string()).optional(),
  inputs: z.array(z.string()).optional(),
  /** Plain source, not encoded. */
  script: z.string(),
  /** Adds the outcome `Script Error`. */
  errorOutcome: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  properties: z.record(z.string(), customNodePropertySchema).optional(),
});
export type CustomNodeType = z.infer<typeof customNodeTypeSchema>;
export type CustomNodeProperty = z.infer<typeof customNodePropertySchema>;

export interface Journey {
  tree: Tree;
  /** Absent for a journey that was made here. */
  bundle?: Bundle | undefined;
}

/** A managed user or an agent. Attribute names are IDM's (`userName`, `mail`, ...). */
export const identitySchema = z.looseObject({
  _id: z.string().min(1),
  kind: z.enum(['user', 'agent']),
  userName: z.string().min(1),
  mail: z.string().optional(),
  /** IDM's `active` | `inactive`; absent means active. */
  accountStatus: z.string().optional(),
  /** `scrypt$<N>$<salt>$<hash>`, never shown. Absent: no password logs in. */
  passwordHash: z.string().optional(),
});
export type Identity = z.infer<typeof identitySchema>;

/** Kinds of realm resource, named as the containers of an export. */
export const resourceKinds = [
  'journeys',
  'nodes',
  'scripts',
  'nodeTypes',
  'emailTemplates',
  'themes',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'variables',
  'identities',
  'objects',
  'stubs',
  'secrets',
  'clients',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** The design-time configuration. Keys: journey name; `nodeKey(type, id)`; `objectKey(type, id)`; resource `_id` otherwise. */
export interface Realm {
  name: string;
  journeys: Record<string, Journey>;
  nodes: Record<string, NodeResource>;
  scripts: Record<string, Script>;
  nodeTypes: Record<string, CustomNodeType>;
  emailTemplates: Record<string, Json>;
  themes: Record<string, Json>;
  socialIdentityProviders: Record<string, Json>;
  saml2Entities: Record<string, Json>;
  circlesOfTrust: Record<string, Json>;
  variables: Record<string, Json>;
  identities: Record<string, Identity>;
  /** Managed objects other than users. */
  objects: Record<string, ManagedObject>;
  /** HTTP stubs for scripts. */
  stubs: Record<string, HttpStub>;
  secrets: Record<string, RealmSecret>;
  /** OAuth 2.0 clients. */
  clients: Record<string, OAuth2Client>;
  services: RealmServices;
}

/** Key of a node resource in the realm: AM addresses nodes by type and id. */
export function nodeKey(type: string, id: string): string {
  return `${type}/${id}`;
}

export function emptyRealm(name: string): Realm {
  return {
    name,
    journeys: {},
    nodes: {},
    scripts: {},
    nodeTypes: {},
    emailTemplates: {},
    themes: {},
    socialIdentityProviders: {},
    saml2Entities: {},
    circlesOfTrust: {},
    variables: {},
    identities: {},
    objects: {},
    stubs: {},
    secrets: {},
    clients: {},
    services: { transactionTimeToLive: 180 },
  };
}

/** Node type id of a custom node type. */
export function customTypeId(nodeType: Pick<CustomNodeType, 'serviceName'>): string {
  return `designer-${nodeType.serviceName}`;
}

/** The custom node type behind a node type id such as `designer-e4a9455782434716b7f3e9540006d7f1`, or undefined. */
export function findCustomType(realm: Pick<Realm, 'nodeTypes'>, typeId: string): CustomNodeType | undefined {
  if (!typeId.startsWith('designer-')) return undefined;
  const name = typeId.slice('designer-'.length);
  return realm.nodeTypes[`${name}-1`] ?? Object.values(realm.nodeTypes).find((type) => type.serviceName === name);
}

/** What is wrong with an input, where, and what would be right. The unit of every warning and error that Tandem answers. */
export const issueSchema = z.object({
  file: z.string().optional(),
  journey: z.string().optional(),
  node: z.string().optional(),
  field: z.string().optional(),
  message: z.string(),
  expected: z.string().optional(),
});
export type Issue = z.infer<typeof issueSchema>;

function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value === 'object' && value !== null) {
    const prototype: object | null = Object.getPrototypeOf(value);
    // Plain, of whatever global object.
    return (prototype === null || Object.hasOwn(prototype, 'isPrototypeOf')) && Object.values(value).every(isJson);
  }
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
