import type { CustomNodeProperty, Json } from '@tandem/journey';
import { propertyIssues } from '@tandem/nodes';

/** A property as it is typed. */
export interface PropertyForm {
  name: string;
  title: string;
  description: string;
  type: string;
  required: boolean;
  multivalued: boolean;
  hasOptions: boolean;
  options: readonly (readonly [key: string, label: string])[];
  hasDefault: boolean;
  /** One value; JSON where there is no field for it. */
  one: string;
  /** Several, of texts and numbers. */
  many: readonly string[];
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** Lists of these are typed entry by entry; of the others as JSON. */
export const isListOfTexts = ({ type, multivalued }: Pick<PropertyForm, 'type' | 'multivalued'>): boolean =>
  multivalued && (type === 'STRING' || type === 'NUMBER');

export function formOf(name: string, property: CustomNodeProperty | undefined): PropertyForm {
  const { title = '', description, type = 'STRING', required = false, multivalued = false, options, defaultValue } = property ?? { type: 'STRING' };
  const hasDefault = defaultValue !== undefined && defaultValue !== null;
  return {
    name,
    title,
    description: description ?? '',
    type,
    required,
    multivalued,
    hasOptions: Object.keys(options ?? {}).length > 0,
    options: Object.entries(options ?? {}),
    hasDefault,
    one: hasDefault && !(isListOfTexts({ type, multivalued }) && Array.isArray(defaultValue)) ? textOf(defaultValue) : '',
    many: hasDefault && Array.isArray(defaultValue) ? defaultValue.map(textOf) : [],
  };
}

type Read = { property: CustomNodeProperty } | { errors: Record<string, string> };

const number = (text: string): Json => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

/** The default as it is stored; undefined: the text is no JSON. */
function defaultOf(form: PropertyForm): Json | undefined {
  const { type, multivalued, one, many } = form;
  if (isListOfTexts(form)) return many.map((text) => (type === 'NUMBER' ? number(text) : text));
  if (!multivalued && type === 'STRING') return one;
  if (!multivalued && type === 'NUMBER') return number(one);
  try {
    return JSON.parse(one) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The property as it is stored, or what is wrong with the form, by its field.
 *
 * @param before what it was: fields that Tandem does not know stay
 */
export function readForm(form: PropertyForm, taken: readonly string[], before: CustomNodeProperty | undefined): Read {
  const { options: _, defaultValue: __, ...rest } = before ?? { type: '' };
  const hasOptions = form.hasOptions && form.type === 'STRING';
  const value = form.hasDefault ? defaultOf(form) : undefined;
  const property: CustomNodeProperty = {
    ...rest,
    title: form.title.trim(),
    description: form.description,
    type: form.type,
    required: form.required,
    ...(value === undefined ? {} : { defaultValue: value }),
    ...(hasOptions ? { options: Object.fromEntries(form.options) } : {}),
    multivalued: form.multivalued,
  };
  const errors: Record<string, string> = {};
  for (const { field = 'name', message, expected } of propertyIssues(form.name, property, taken))
    errors[field.split('.')[0] ?? ''] ??= expected === undefined ? message : `${message} Expected: ${expected}.`;
  if (hasOptions) {
    const keys = form.options.map(([key]) => key);
    const twice = keys.find((key, place) => keys.indexOf(key) < place);
    if (form.options.length === 0) errors.options = 'Enumerated values need at least one value.';
    else if (keys.includes('')) errors.options = 'Each value needs a key of capital letters, digits and underscores.';
    else if (twice !== undefined) errors.options = `“${twice}” is there twice.`;
  }
  if (form.hasDefault && value === undefined) errors.defaultValue = 'This is no JSON.';
  return Object.keys(errors).length > 0 ? { errors } : { property };
}
