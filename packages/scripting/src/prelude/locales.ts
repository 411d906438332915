import { text } from './encode.ts';
import { binding, define, dictionary, FailureError, indexOfText, isArray, keysOf, lower, sliceText } from './primordials.ts';

/** What a client without Accept-Language gets (as for the Message node). */
const SERVER_LOCALE = 'en';

/** Java writes en_GB where the web writes en-GB. */
function normal(locale: string): string {
  let made = '';
  for (let i = 0; i < locale.length; i++) made += locale[i] === '_' ? '-' : (locale[i] as string);
  return lower(made);
}

function parent(locale: string): string {
  let at = locale.length - 1;
  while (at > 0 && locale[at] !== '-') at--;
  return sliceText(locale, 0, at);
}

/**
 * `locales.getLocalizedMessage(map)`: the text whose locale fits the client best, picked as for the Message node; the map's first when none fits
 * (Ping docs: common bindings, "Get localized messages").
 */
export function localesBinding(preferred: readonly string[]): Record<string, unknown> {
  const wanted: string[] = [];
  for (let i = 0; i < preferred.length; i++) define(wanted, i, normal(preferred[i] as string), true);
  if (wanted.length === 0) define(wanted, 0, SERVER_LOCALE, true);
  return binding({
    getLocalizedMessage: (localizations: unknown) => {
      if (typeof localizations !== 'object' || localizations === null || isArray(localizations))
        throw new FailureError('java.lang.IllegalArgumentException: getLocalizedMessage takes a map of locales and texts');
      const texts = dictionary<unknown>();
      const keys = keysOf(localizations);
      for (let i = 0; i < keys.length; i++) texts[normal(keys[i] as string)] = (localizations as Record<string, unknown>)[keys[i] as string];
      const key = best(wanted, texts) ?? (keys.length === 0 ? undefined : normal(keys[0] as string));
      return key === undefined ? null : text(texts[key]);
    },
  });
}

function best(wanted: readonly string[], texts: Record<string, unknown>): string | undefined {
  let listed = ' ';
  for (let i = 0; i < wanted.length; i++) listed += `${wanted[i]} `;
  for (let i = 0; i < wanted.length; i++) {
    const locale = wanted[i] as string;
    if (texts[locale] !== undefined) return locale;
    for (let shorter = parent(locale); shorter !== ''; shorter = parent(shorter))
      if (indexOfText(listed, ` ${shorter} `) < 0 && texts[shorter] !== undefined) return shorter;
  }
  return undefined;
}
