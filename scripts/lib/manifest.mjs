/** The key of the lazily loaded chunk of a route: by its chunk name, or by the name of its file or folder. */
function routeChunk(chunks, route) {
  const lazy = Object.entries(chunks).filter(([, chunk]) => chunk.isDynamicEntry);
  const named = lazy.filter(([, chunk]) => chunk.name?.toLowerCase() === route);
  const filed = lazy.filter(([, chunk]) => new RegExp(`(^|/)${route}(/index|-?route|-?page|-?screen)?\\.tsx?$`, 'i').test(chunk.src ?? ''));
  const found = named.length ? named : filed;
  if (found.length === 1) return found[0][0];
  const names = lazy.map(([, chunk]) => chunk.name).join(', ') || 'none';
  throw new Error(
    `The designer has ${found.length || 'no'} lazily loaded chunk${found.length > 1 ? 's' : ''} named "${route}" (lazy chunks: ${names}).`,
  );
}

/**
 * What a page loads before it can be used: the static imports of its entry and of the chunks of its routes.
 * @param {Record<string, object>} chunks Vite's manifest
 * @returns {{ scripts: string[], styles: string[] }} file names below dist
 */
export function filesOf(chunks, entry, routes) {
  if (!chunks[entry]?.isEntry) throw new Error(`The designer has no entry ${entry}.`);
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of chunks[key].imports ?? []) add(imported);
  };
  add(entry);
  for (const route of routes) add(routeChunk(chunks, route));
  const list = [...seen].map((key) => chunks[key]);
  const unique = (files) => [...new Set(files)];
  return {
    scripts: unique(list.map(({ file }) => file).filter((file) => file.endsWith('.js'))),
    styles: unique(list.flatMap(({ css = [] }) => css)),
  };
}
