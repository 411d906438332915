import type { Sealed } from '@tandem/nodes';
import type { Sealer } from '../storage/sealer.ts';

/**
 * Secrets inside of texts. Where the engine takes nothing but text (a configuration, a session property, a page's header), the secret part alone
 * stands sealed between two tildes, which addresses carry as they are: nodes copy and fill such a text like any other.
 */

const OPENING = '~a1.';
/** Nonce and tag alone take 38 characters of base64url. */
const PART = /~(a1\.[\w-]{38,})~/g;
const BLOT = '••••';

export function sealedPart(text: string, sealer: Sealer): string {
  return `~${sealer.seal(text).$sealed}~`;
}

export function holdsSealedPart(text: string): boolean {
  return text.includes(OPENING) && text.search(PART) >= 0;
}

/**
 * The text with its sealed parts opened; a look-alike stays as it is.
 *
 * @param found told of every part that opened
 */
export function openedParts(text: string, sealer: Sealer, found?: (secret: string) => void): string {
  if (!text.includes(OPENING)) return text;
  return text.replace(PART, (part, $sealed: string) => {
    const secret = openedOr({ $sealed, empty: false }, sealer);
    if (typeof secret !== 'string') return part;
    found?.(secret);
    return secret;
  });
}

/** The text as viewers see it. */
export function maskedParts(text: string): string {
  return text.includes(OPENING) ? text.replace(PART, BLOT) : text;
}

/** What was sealed; the value itself when it only looks sealed. */
export function openedOr(value: Sealed, sealer: Sealer): string | number | Sealed {
  try {
    const text = sealer.open(value);
    return value.number === true ? Number(text) : text;
  } catch {
    return value;
  }
}
