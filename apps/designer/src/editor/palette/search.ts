import { type PaletteEntry, type PaletteGroup, paletteGroups } from '@tandem/nodes';

/** How well an entry answers a search: names first, then other words for it; null when not at all. */
function rank(entry: PaletteEntry, words: readonly string[]): number | null {
  const name = entry.name.toLowerCase();
  const other = [entry.type, entry.group, ...entry.tags, ...entry.synonyms].join(' ').toLowerCase();
  const help = entry.help.toLowerCase();
  // A type that goes by the very word is meant rather than one that merely has it in its name.
  let total = entry.synonyms.some((synonym) => synonym.toLowerCase() === words.join(' ')) ? -0.25 : 0;
  for (const word of words) {
    if (name.startsWith(word)) total += 0;
    else if (name.includes(word)) total += 1;
    else if (other.includes(word)) total += 2;
    else if (help.includes(word)) total += 4;
    else return null;
  }
  return total;
}

/** Entries that hold every word of the query in name, type, tags, synonyms or help; executed ones first among equals. */
export function searchPalette(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries
    .flatMap((entry) => {
      const value = rank(entry, words);
      return value === null ? [] : [{ entry, value: value + (entry.executed ? 0 : 0.5) }];
    })
    .sort((a, b) => a.value - b.value)
    .map(({ entry }) => entry);
}

export interface Group {
  name: PaletteGroup;
  entries: PaletteEntry[];
}

/** By group in AM's order; within a group what a simulation executes comes first. */
export function groupPalette(entries: readonly PaletteEntry[]): Group[] {
  return paletteGroups.flatMap((name) => {
    const found = entries.filter((entry) => entry.group === name);
    return found.length === 0 ? [] : [{ name, entries: [...found.filter((entry) => entry.executed), ...found.filter((entry) => !entry.executed)] }];
  });
}
