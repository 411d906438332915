import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** Vite's manifest of the designer's build. @see https://vite.dev/guide/backend-integration */
const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) }),
);
type Manifest = z.output<typeof manifestSchema>;

const PAGE = 'index.html';
/** The fonts of the first screen: a font that comes later lays all of it out once more. */
const FONT = /-latin-wght-normal-[^/]*\.woff2$/;
/** Which screen of the designer an address shows: the screen's module, as the designer's router has it. */
const SCREENS: readonly [RegExp, string][] = [
  [/^\/$/, 'src/library/index.tsx'],
  [/^\/realms\/[^/]+\/journeys\/[^/]+\/?$/, 'src/editor/index.tsx'],
  [/^\/realms\/[^/]+/, 'src/realm/index.tsx'],
  [/^\/simulations\/[^/]+/, 'src/simulation/index.tsx'],
];

/**
 * The `Link` header of the designer's page: what the screen at an address loads. The browser asks for it together with what the page names, where it
 * would only hear of it when the page's script runs.
 * @param folder the designer's build
 * @returns by the path of the address; undefined where the designer has no screen, or is not built
 */
export function createAhead(folder: string): (path: string) => string | undefined {
  const file = `${folder}/.vite/manifest.json`;
  if (!existsSync(file)) return () => undefined;
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const page = loadedBy(PAGE, manifest);
  const fonts = Object.values(manifest).flatMap(({ file }) =>
    FONT.test(file) ? [`</${file}>; rel=preload; as=font; type=font/woff2; crossorigin`] : [],
  );
  const links = new Map(
    SCREENS.map(([, screen]) => [
      screen,
      [
        ...linksOf(
          [...loadedBy(screen, manifest)].filter((name) => !page.has(name)),
          manifest,
        ),
        ...fonts,
      ].join(', '),
    ]),
  );
  return (path) => {
    const screen = SCREENS.find(([address]) => address.test(path))?.[1];
    return screen && links.get(screen);
  };
}

/** A module and all that it imports at once. */
function loadedBy(name: string, manifest: Manifest, found = new Set<string>()): Set<string> {
  const chunk = found.has(name) ? undefined : manifest[name];
  if (!chunk) return found;
  found.add(name);
  for (const imported of chunk.imports) loadedBy(imported, manifest, found);
  return found;
}

function linksOf(names: readonly string[], manifest: Manifest): string[] {
  const links = names.flatMap((name) => {
    const { file, css } = manifest[name] ?? { file: '', css: [] };
    return [`</${file}>; rel=modulepreload`, ...css.map((style) => `</${style}>; rel=preload; as=style`)];
  });
  return [...new Set(links)];
}
