import type { NodeDefinition } from '../contract.ts';

/** id, name, tags, help (our words, may be empty or left out), page compatibility when it is not "allowed". */
export type CatalogRow = readonly [
  type: string,
  name: string,
  tags: readonly string[],
  help?: string,
  inPage?: Exclude<NodeDefinition['inPage'], 'allowed'>,
];
