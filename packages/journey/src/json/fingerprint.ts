import { isObject } from './own.ts';

/** The value with its keys in order, so that equal values write the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  return Object.keys(value)
    .sort()
    .map((key) => [key, canonical(value[key])]);
}

/**
 * A short mark of a JSON value's content (FNV-1a, two lanes), to notice later that it was edited. Not a cryptographic hash: nobody gains by
 * forging it.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(canonical(value)) ?? '';
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + index;
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
