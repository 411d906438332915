import { isObject, type Json, type JsonObject } from '@tandem/journey';

/** Email templates as AIC exports them, with texts by locale. */

/** What one language says. `html` is what AIC's editor shows, `message` what is sent. */
export interface LocaleTexts {
  locale: string;
  subject: string;
  message: string;
  html: string;
}

export interface TemplateForm {
  id: string;
  displayName: string;
  enabled: boolean;
  from: string;
  defaultLocale: string;
  isPlain: boolean;
  texts: readonly LocaleTexts[];
}

const TEXTS = ['subject', 'message', 'html'] as const;

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A text by locale; old templates have one for all languages. */
function textIn(value: Json | undefined, locale: string, fallback: string): string {
  if (typeof value === 'string') return locale === fallback ? value : '';
  return isObject(value) ? textOf(value[locale] as Json) : '';
}

export function localesOf(template: JsonObject): string[] {
  const found = TEXTS.flatMap((key) => (isObject(template[key]) ? Object.keys(template[key]) : []));
  return [...new Set([textOf(template.defaultLocale) || 'en', ...found])];
}

export function formOf(template: JsonObject | null): TemplateForm {
  const source: JsonObject = template ?? {};
  const fallback = textOf(source.defaultLocale) || 'en';
  return {
    id: textOf(source._id),
    displayName: textOf(source.displayName),
    enabled: source.enabled !== false,
    from: textOf(source.from),
    defaultLocale: fallback,
    isPlain: source.mimeType === 'text/plain',
    texts: localesOf(source).map((locale) => ({
      locale,
      subject: textIn(source.subject, locale, fallback),
      message: textIn(source.message, locale, fallback),
      html: textIn(source.html, locale, fallback),
    })),
  };
}

/** What the form says, for a comparison. */
export function wordsOf({ displayName, from, isPlain, enabled, defaultLocale, texts }: TemplateForm): [label: string, text: string][] {
  return [
    ['Display name', displayName],
    ['From', from],
    ['Body', isPlain ? 'Plain text' : 'HTML'],
    ['State', enabled ? 'enabled' : 'disabled'],
    ['Default language', defaultLocale],
    ...texts.flatMap(({ locale, subject, message, html }): [string, string][] => [
      [`Subject (${locale})`, subject],
      [`Message (${locale})`, message],
      [`Editor's copy (${locale})`, html],
    ]),
  ];
}

/** The template as it is stored: what the form does not show stays as it was. */
export function bodyOf(form: TemplateForm, template: JsonObject | null): JsonObject {
  const { _id, from, displayName, ...kept } = template ?? {};
  const maps = TEXTS.map((key): [string, JsonObject] => [
    key,
    Object.fromEntries(form.texts.filter((texts) => texts[key] !== '').map((texts) => [texts.locale, texts[key]])),
  ]);
  return {
    ...kept,
    ...(form.displayName === '' ? {} : { displayName: form.displayName }),
    ...(form.from === '' ? {} : { from: form.from }),
    enabled: form.enabled,
    defaultLocale: form.defaultLocale,
    mimeType: form.isPlain ? 'text/plain' : 'text/html',
    ...Object.fromEntries(maps.filter(([key, map]) => Object.keys(map).length > 0 || key !== 'html' || template?.html !== undefined)),
  };
}

/** What a client would show for a language: the message, else the editor's own copy with its styles, as it is rendered when it is sent. */
export function bodyIn({ message, html }: Pick<LocaleTexts, 'message' | 'html'>, styles: string): string {
  return message !== '' ? message : styles === '' ? html : `<style>${styles}</style>${html}`;
}
