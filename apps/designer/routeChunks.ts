import type { Rolldown } from 'vite';

/** What the two pages begin with, and the screens that are loaded when they are opened. */
const PAGES = ['main.tsx', 'login/main.tsx'];
const SCREENS = ['library', 'editor', 'realm', 'simulation'];

/** All icons in one file: each alone is smaller than the request for it. */
export const iconsChunk: Rolldown.CodeSplittingGroup = {
  name: 'icons',
  test: /node_modules[\\/]lucide-react[\\/]/,
  includeDependenciesRecursively: false,
};

/**
 * What a screen loads at once comes in few files: one for each set of screens that shares it. Left alone, the bundler makes one for each set of
 * dialogs, too: an editor of fifty files of which most are smaller than the request for them. What pages begin with, and what only dialogs load,
 * stays as the bundler cuts it.
 * @param src the designer's sources
 */
export function routeChunks(src: string): Rolldown.CodeSplittingGroup {
  let screens: Map<string, string[]> | undefined;
  return {
    debugName: 'screens',
    // No need: what a module imports is loaded by the same screens, or by the page.
    includeDependenciesRecursively: false,
    name(id, context) {
      screens ??= screensOf(src, context);
      return screens.get(id)?.join('-');
    },
  };
}

/** Modules that screens load at once and no page begins with, with those screens. */
function screensOf(src: string, context: Rolldown.ChunkingContext): Map<string, string[]> {
  const begun = new Set<string>();
  for (const page of PAGES) reach(`${src}/${page}`, context, begun);
  const screens = new Map<string, string[]>();
  for (const screen of SCREENS) {
    const entry = `${src}/${screen}/index.tsx`;
    const reached = new Set(begun);
    reach(entry, context, reached);
    // The entry is a file of its own, under which the build's manifest names it.
    for (const id of reached) if (!begun.has(id) && id !== entry) screens.set(id, [...(screens.get(id) ?? []), screen]);
  }
  return screens;
}

function reach(id: string, context: Rolldown.ChunkingContext, reached: Set<string>): void {
  const module = reached.has(id) ? null : context.getModuleInfo(id);
  if (module === null) return;
  reached.add(id);
  for (const imported of module.importedIds) reach(imported, context, reached);
}
