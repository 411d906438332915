import { type CustomNodeProperty, deepEqual, isObject, type Json, own } from '@tandem/journey';

/** A value that AM fills in from an ESV, `&{esv.x}` or `{"$int": "&{esv.x}"}`: it stands where any type does. */
const isVariable = (value: Json): boolean =>
  typeof value === 'string' ? /^&\{[^{}]+\}$/.test(value) : isObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

function scalar({ type, options }: CustomNodeProperty, value: Json): Json | undefined {
  if (isVariable(value)) return value;
  if (options && Object.keys(options).length > 0) return typeof value === 'string' && own(options, value) !== undefined ? value : undefined;
  switch (type) {
    case 'STRING':
      return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'NUMBER': {
      if (typeof value === 'number') return value;
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
      return Number.isFinite(number) ? number : undefined;
    }
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
    case 'OBJECT':
      return isObject(value) ? value : undefined;
    default:
      return value;
  }
}

/**
 * The value as the property can hold it: a number in text becomes a number, one value a list of one, entries that do not fit go.
 * @returns undefined where nothing of it fits
 */
export function fitted(property: CustomNodeProperty, value: Json): Json | undefined {
  if (!property.multivalued) {
    if (!Array.isArray(value)) return scalar(property, value);
    const [only] = value;
    return value.length === 1 && only !== undefined ? scalar(property, only) : undefined;
  }
  if (!Array.isArray(value)) {
    const one = scalar(property, value);
    return one === undefined ? undefined : isVariable(one) ? one : [one];
  }
  const entries = value.flatMap((entry) => scalar(property, entry) ?? []);
  return entries.length === 0 && value.length > 0 ? undefined : entries;
}

/** Whether the property holds the value as it is. */
export function fits(property: CustomNodeProperty, value: Json): boolean {
  const held = fitted(property, value);
  return held !== undefined && deepEqual(held, value);
}
