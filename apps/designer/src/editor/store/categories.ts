import type { Tree } from '@tandem/journey';

/** A journey's tags; AIC keeps them as JSON in a string. */
export function categoriesOf(tree: Tree): string[] {
  try {
    const parsed: unknown = JSON.parse(tree.uiConfig?.categories ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return [];
  }
}

export function withCategories(tree: Tree, categories: readonly string[]): NonNullable<Tree['uiConfig']> {
  return { ...tree.uiConfig, categories: JSON.stringify(categories) };
}
