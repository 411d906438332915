import type { PageWords } from './english.ts';
import { english } from './english.ts';

/** Languages beside English, loaded when they are wanted. */
const OTHERS: Record<string, () => Promise<PageWords>> = {
  de: async () => (await import('./german.ts')).german,
};

/**
 * The page's words in the best of the person's languages that there is, as AM chooses the texts of a page.
 *
 * @param languages best first, e.g. `navigator.languages`; AM's parameter `locale` comes before them
 */
export async function chooseWords(languages: readonly string[]): Promise<PageWords> {
  for (const language of languages) {
    const plain = language.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
    if (plain === english.language) break;
    const load = OTHERS[plain];
    // A language that cannot be loaded is no reason to show nothing.
    if (load) return load().catch(() => english);
  }
  return english;
}
