import type { Json, JsonObject, LocaleMap } from '@tandem/journey';
import type { OutgoingMessage } from '../../messages.ts';
import { localizedText } from '../locale.ts';
import { text as textField, textMap } from '../values.ts';
import { htmlToText, linksOf } from './html.ts';
import { renderTemplate } from './render.ts';

/** One of IDM's email templates, made into a mail. */
export type RenderedEmail = Pick<OutgoingMessage, 'from' | 'subject' | 'text' | 'html' | 'links'>;

/**
 * Renders an email template of an export: subject and message in the language that fits the client best, else the template's default locale, else
 * the first there is. `message` is what is sent; `html` with `styles` is the editor's own copy and stands in where there is no message.
 *
 * @param template `emailTemplate/<name>` as it was imported
 * @param object what `{{object.…}}` names
 * @throws TemplateError when it cannot be rendered
 */
export function renderEmail(template: JsonObject, object: JsonObject, locales: readonly string[]): RenderedEmail {
  const data: JsonObject = { object };
  const fallback = textField(template, 'defaultLocale') || 'en';
  const pick = (key: string): string | undefined => localized(template[key], textMap(template, key), locales, fallback);
  const from = textField(template, 'from');
  const subject = renderTemplate(pick('subject') ?? '', data, { html: false });
  const head = { subject, ...(from === '' ? {} : { from }) };
  const message = pick('message') ?? styled(pick('html') ?? '', textField(template, 'styles'));
  if (textField(template, 'mimeType') === 'text/plain') {
    const text = renderTemplate(message, data, { html: false });
    return { ...head, text, links: linksOf(text) };
  }
  return { ...head, ...htmlBody(renderTemplate(message, data, { html: true })) };
}

/** An HTML mail and what follows from it. */
export function htmlBody(html: string): Pick<RenderedEmail, 'html' | 'text' | 'links'> {
  const text = htmlToText(html);
  return { html, text, links: linksOf(text, html) };
}

/** Old templates have one text for all languages. */
function localized(value: Json | undefined, texts: LocaleMap, locales: readonly string[], fallback: string): string | undefined {
  if (typeof value === 'string') return value;
  return localizedText(texts, locales) ?? texts[fallback] ?? Object.values(texts)[0];
}

function styled(html: string, styles: string): string {
  return styles === '' ? html : `<html><head><style>${styles}</style></head><body>${html}</body></html>`;
}
