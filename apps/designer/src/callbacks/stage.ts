import { isObject, type Step, type WireCallback } from './wire.ts';

/** What AIC's login page reads from a page's `stage`, when that is JSON rather than a name (facts 3.2). */

/** How one callback is shown: `confirmPassword`, `showOnlyPositiveAnswer`, `showButtonsAsLinks`, `displayType`. */
export type Looks = Readonly<Record<string, unknown>>;

/** The stage as an object; empty where it is a name. */
function stageOf({ stage }: Pick<Step, 'stage'>): Readonly<Record<string, unknown>> {
  if (!stage?.trimStart().startsWith('{')) return {};
  try {
    const parsed: unknown = JSON.parse(stage);
    return isObject(parsed) ? parsed : {};
  } catch {
    // It only looks like JSON.
    return {};
  }
}

/**
 * A text of the stage in the client's language: one text for all, or one for each locale. The server chooses all other texts of a page; this one it
 * hands on as it is.
 */
export function stageText(step: Pick<Step, 'stage'>, name: string, languages: readonly string[] = clientLanguages()): string {
  const text = stageOf(step)[name];
  if (typeof text === 'string') return text;
  if (!isObject(text)) return '';
  const texts = new Map(Object.entries(text).map(([locale, value]) => [locale.replaceAll('_', '-').toLowerCase(), value]));
  const wanted = [...languages, 'en'].map((language) => language.toLowerCase()).flatMap((language) => [language, language.split('-', 1)[0] ?? '']);
  const best = wanted.map((locale) => texts.get(locale)).find((value) => typeof value === 'string') ?? Object.values(text)[0];
  return typeof best === 'string' ? best : '';
}

const clientLanguages = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages);

/**
 * The looks of one callback. They are listed by callback type and name a node, which a callback does not tell: as there, the first callback of a
 * type has the first entry.
 */
export function looksOf(step: Step, callback: WireCallback): Looks {
  const list = stageOf(step)[callback.type];
  const place = step.callbacks.filter(({ type }) => type === callback.type).indexOf(callback);
  const looks: unknown = Array.isArray(list) ? list[place] : undefined;
  return isObject(looks) ? looks : {};
}
