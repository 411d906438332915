import { COOKIE_NAME } from '@tandem/engine';
import { isSealed } from '@tandem/nodes';
import { CREDENTIAL } from '../credential.ts';

/**
 * Takes out of a file what nobody asked for: hashes of passwords and security answers, credentials that came with requests, secrets of the realm,
 * and what scripts and people put into transient and secure state. What is sealed stays as ciphertext that opens nowhere else. Each is replaced by a word, the
 * same everywhere, so that the run still goes the same way.
 */
const WITHHELD = 'withheld';

export function withheld<T>(value: T): T {
  return visit(value, '') as T;
}

function visit(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, ''));
  if (typeof value !== 'object' || value === null || isSealed(value)) return value;
  if (isHiddenWrite(value)) return { ...value, value: words(value.value) };
  if (isHashChange(value)) return { ...value, value: WITHHELD };
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, replaced(name, child, key)]));
}

function replaced(name: string, child: unknown, inside: string): unknown {
  if (typeof child === 'string' && child !== '') {
    if (name === 'passwordHash' || (name === 'hash' && inside === 'result') || name === 'answer') return WITHHELD;
    if (inside === 'cookies' && name !== COOKIE_NAME) return WITHHELD;
  }
  if ((inside === 'headers' || inside === 'parameters') && CREDENTIAL.test(name)) return words(child);
  if (name === 'secrets' && typeof child === 'object') return secrets(child);
  if ((name === 'transient' || name === 'secure') && typeof child === 'object') return words(child);
  return visit(child, name);
}

/** All texts below a value. */
function words(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? value : WITHHELD;
  if (Array.isArray(value)) return value.map(words);
  if (typeof value !== 'object' || value === null || isSealed(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, words(child)]));
}

function secrets(value: object | null): unknown {
  if (value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, secret]) => [name, { ...(secret as object), value: '' }]));
}

/** A write to a state that nobody is shown: a script's, or one by hand. */
function isHiddenWrite(value: object): value is { value: unknown } {
  const isWrite = 'op' in value || ('kind' in value && value.kind === 'edit');
  return isWrite && 'scope' in value && 'value' in value && (value.scope === 'transient' || value.scope === 'secure');
}

function isHashChange(value: object): value is { value: string } {
  return 'path' in value && 'value' in value && Array.isArray(value.path) && value.path.at(-1) === 'passwordHash';
}
