import type { ResourceKind } from '../model.ts';

/** Containers of a journey's entry that map an id to a resource, beside `nodes`, `innerNodes`, `scripts` and `nodeTypes`, which have rules of their own. */
export const PLAIN_CONTAINERS = ['emailTemplates', 'socialIdentityProviders', 'saml2Entities', 'circlesOfTrust'] as const;

/** Every key of a journey's entry that Tandem understands; `innernodes` is frodo's old name of `innerNodes`. All others are kept as unknown. */
export const KNOWN_ENTRY_KEYS: ReadonlySet<string> = new Set([
  'tree',
  'nodes',
  'innerNodes',
  'innernodes',
  'scripts',
  'themes',
  'nodeTypes',
  'variable',
  ...PLAIN_CONTAINERS,
]);

/** The kinds of resource that a journey's entry can carry, in the order in which they have to exist. */
export const IMPORT_ORDER = [
  'nodeTypes',
  'variables',
  'scripts',
  'emailTemplates',
  'themes',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'nodes',
  'journeys',
] as const satisfies readonly ResourceKind[];
