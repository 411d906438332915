/** The usual way to write a language tag, or null when it is none. AM takes Java's spelling (en_GB) for the web's (en-GB). */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** What is wrong with the name of a locale, and what would be right; undefined: nothing. */
export function localeProblem(text: string): string | undefined {
  if (text.trim() === '') return 'A language, such as en or en-GB.';
  return languageTag(text) === null ? 'No language tag. Right: en, en-GB, de-CH.' : undefined;
}
