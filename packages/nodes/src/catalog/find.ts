import { marketplaceTypes } from './marketplace-types.ts';
import { productTypes } from './product-types.ts';
import type { CatalogRow } from './row.ts';

/** Node types of a tenant that have no folder of their own. */
export const catalog: readonly CatalogRow[] = [...productTypes, ...marketplaceTypes];

const byType = new Map(catalog.map((row) => [row[0], row]));

export function catalogRow(type: string): CatalogRow | undefined {
  return byType.get(type);
}
