import { isObject, type Json, type JsonObject } from '@tandem/journey';
import { escapeHtml } from './html.ts';
import { parseTemplate, TemplateError, type TemplatePart } from './parse.ts';

/** A mail of this size is no mail; loops inside loops would make one of any size. */
const MAX_LENGTH = 1_000_000;
/** What a write costs, whatever it writes. */
const WRITE = 10;

/** Where a part is rendered: the value in hand, those around it, and the names that `each` gives. */
interface Scope {
  value: Json | undefined;
  outer: Scope | undefined;
  names: Readonly<Record<string, Json>>;
}

/**
 * Renders a template as Handlebars does: values are escaped for HTML unless it is plain text, `{{{value}}}` and `{{&value}}` never; missing ones are
 * nothing; `if`, `unless`, `each`, `with`, sections, `else`, comments, `../`, `this`, `@index`, `@key`, `@first`, `@last`, `@root`.
 *
 * @param html false for a subject or a plain text mail
 * @throws TemplateError
 */
export function renderTemplate(source: string, data: JsonObject, { html }: { html: boolean }): string {
  const out: string[] = [];
  let length = 0;
  const write = (text: string): void => {
    // Even nothing costs something, so that loops in loops end.
    length += text.length + WRITE;
    if (length > MAX_LENGTH) throw new TemplateError(`The text is longer than ${MAX_LENGTH} characters.`);
    out.push(text);
  };
  renderParts(parseTemplate(source), { value: data, outer: undefined, names: { root: data } }, (value, raw) =>
    write(typeof value === 'string' && raw ? value : html && !raw ? escapeHtml(textOf(value)) : textOf(value)),
  );
  return out.join('');
}

type Write = (value: Json | undefined, raw: boolean) => void;

function renderParts(parts: readonly TemplatePart[], scope: Scope, write: Write): void {
  for (const part of parts) {
    if (part.kind === 'text') write(part.text, true);
    else if (part.kind === 'value') write(lookUp(part.path, scope), part.raw);
    else renderBlock(part, scope, write);
  }
}

function renderBlock({ helper, path, body, otherwise }: Extract<TemplatePart, { kind: 'block' }>, scope: Scope, write: Write): void {
  const value = lookUp(path, scope);
  const says = truthy(value);
  if (helper === 'if' || helper === 'unless') {
    renderParts(says === (helper === 'if') ? body : otherwise, scope, write);
    return;
  }
  if (!says) {
    renderParts(otherwise, scope, write);
    return;
  }
  if (helper === 'each' || (helper === 'section' && Array.isArray(value))) {
    const entries = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(isObject(value) ? value : {});
    entries.forEach(([key, item], index) => {
      write('', true);
      const names = { ...scope.names, key: String(key), index, first: index === 0, last: index === entries.length - 1 };
      renderParts(body, { value: item, outer: scope, names }, write);
    });
    return;
  }
  // `{{#flag}}` with a plain true keeps the value in hand.
  renderParts(body, value === true ? scope : { value, outer: scope, names: scope.names }, write);
}

/** A value by its path from the one in hand; nothing inherited is ever found. */
function lookUp(path: string, scope: Scope): Json | undefined {
  let at: Scope = scope;
  let rest = path;
  for (; rest.startsWith('../'); rest = rest.slice(3)) at = at.outer ?? at;
  const parts = rest.split(/[./]/).filter((part) => part !== '' && part !== 'this');
  let value: Json | undefined = at.value;
  if (parts[0]?.startsWith('@')) value = own(at.names, parts.shift()?.slice(1) ?? '');
  for (const part of parts) {
    const name = part.replace(/^\[(.*)\]$/, '$1');
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? own(value, name) : undefined;
  }
  return value;
}

function own(object: Readonly<Record<string, Json>>, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Handlebars' notion: empty lists say no. */
function truthy(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(textOf).join(',') : isObject(value) ? '[object Object]' : String(value);
}
