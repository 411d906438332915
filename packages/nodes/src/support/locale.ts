import type { LocaleMap } from '@tandem/journey';

/** What a client without Accept-Language gets. */
const SERVER_LOCALE = 'en';

/**
 * The text whose locale fits the client best, as AM's LocaleSelector picks it: for each language of the client, best first, the very locale, then
 * the language alone unless the client lists that one itself. Undefined when none fits.
 */
export function localizedText(texts: LocaleMap, locales: readonly string[]): string | undefined {
  const preferred = (locales.length > 0 ? locales : [SERVER_LOCALE]).map(normal);
  for (const locale of preferred) {
    const exact = textIn(texts, locale);
    if (exact !== undefined) return exact;
    for (let shorter = parent(locale); shorter; shorter = parent(shorter)) {
      if (preferred.includes(shorter)) continue;
      const text = textIn(texts, shorter);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** The text of a locale however its name is written; of several, the last one. Looked for one by one: a node has few texts, and is asked often. */
function textIn(texts: LocaleMap, wanted: string): string | undefined {
  let found: string | undefined;
  for (const [locale, text] of Object.entries(texts)) if (normal(locale) === wanted) found = text;
  return found;
}

/** Locale of AM's realm and server settings as they are delivered: what is taken before a text of the product's own. */
const REALM_LOCALE = 'en-US';

/** A configured text in the client's languages, else in the realm's (AM 8.0.2, LocalizedMessageProvider); undefined when none fits. */
export function localizedMessage(texts: LocaleMap, locales: readonly string[]): string | undefined {
  if (Object.keys(texts).length === 0) return undefined;
  return localizedText(texts, locales) ?? localizedText(texts, [REALM_LOCALE]);
}

/** Java writes en_GB where the web writes en-GB. */
function normal(locale: string): string {
  return locale.replaceAll('_', '-').toLowerCase();
}

function parent(locale: string): string | undefined {
  const cut = locale.lastIndexOf('-');
  return cut > 0 ? locale.slice(0, cut) : undefined;
}

/** Like `localizedText`, but any text is better than none: the first one. Undefined for no texts. */
export function localizedOrFirst(texts: LocaleMap, locales: readonly string[]): string | undefined {
  return localizedText(texts, locales) ?? Object.values(texts)[0];
}
