import type { Identity } from '@tandem/journey';
import { isSealed, type ScriptEffect } from '@tandem/nodes';

/** Identities as far as their texts are looked at. */
interface People {
  all(kind: Identity['kind']): Iterable<Identity>;
}

/**
 * Texts that a script has from elsewhere than a secret: its state and request, literals of its source, identities. A user whose password equals
 * the user name, or a part of the mail address, must not turn those into secrets, which other nodes could not read.
 *
 * @returns whether a text is one of them; collected when first asked, as most scripts never touch a secret
 */
export function plainTexts({ bindings, source }: ScriptEffect, people: People): (text: string) => boolean {
  let texts: Set<string> | undefined;
  return (text) => {
    texts ??= collect([bindings, ...people.all('user'), ...people.all('agent')]);
    return texts.has(text) || literals(text).some((literal) => source.includes(literal));
  };
}

/** Keys that a script did not make of a secret: those of its state and request, and names in its source. */
export function knownKeys({ bindings, source }: ScriptEffect): (key: string) => boolean {
  let keys: Set<string> | undefined;
  return (key) => {
    keys ??= new Set([...keysOf(bindings), ...(source.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])]);
    return keys.has(key) || literals(key).some((literal) => source.includes(literal));
  };
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || isSealed(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(child)]);
}

function literals(text: string): string[] {
  const double = JSON.stringify(text);
  return [double, `'${double.slice(1, -1)}'`, `\`${text}\``];
}

function collect(values: readonly unknown[]): Set<string> {
  const texts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') texts.add(String(value));
    else if (typeof value === 'object' && value !== null && !isSealed(value)) for (const child of Object.values(value)) visit(child);
  };
  for (const value of values) visit(value);
  return texts;
}
