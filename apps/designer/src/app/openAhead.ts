import type { QueryClient } from '@tanstack/react-query';
import { journeyQuery, journeysQuery, resourcesQuery } from './queries.ts';
import type { Route } from './router.ts';

export const loadEditor = () => import('../editor/index.tsx');

/** As the style sheets name them. A font that comes after the cards of a journey lays all of them out once more. */
const FONTS = ['13px "Inter Variable"', '12px "JetBrains Mono Variable"'];

/**
 * Begins to load what the first screen draws, before React draws anything: code, answers and fonts come at the same time, where each would wait for the
 * one before. A screen asks for the same and gets what is on its way.
 */
export function openAhead(route: Route, queries: QueryClient): void {
  for (const font of FONTS) document.fonts?.load(font).catch(() => undefined);
  if (route.name !== 'designer') return;
  const { realm, journey, beside } = route;
  // Whoever draws it says what failed.
  loadEditor().catch(() => undefined);
  void queries.prefetchQuery(resourcesQuery(realm));
  void queries.prefetchQuery(journeyQuery(realm, journey));
  if (beside !== null) void queries.prefetchQuery(journeyQuery(realm, beside));
  void queries.prefetchQuery(journeysQuery(realm));
}
