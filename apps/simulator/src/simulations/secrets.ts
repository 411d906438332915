import { isSealed } from '@tandem/nodes';
import type { Sealer } from '../storage/sealer.ts';

/** Opens sealed values for one script or check, and seals them again wherever they come out. Nothing opened is ever stored or logged. */
export class OpenedSecrets {
  private readonly values = new Set<string>();

  constructor(private readonly sealer: Sealer) {}

  /** A copy with every sealed value opened. */
  open<T>(value: T): T {
    return mapJson(value, (node) => {
      if (!isSealed(node)) return undefined;
      const text = this.sealer.open(node);
      if (text !== '') this.values.add(text);
      return { replaced: text };
    });
  }

  /** A copy in which every string that is an opened secret is sealed again. */
  seal<T>(value: T): T {
    if (this.values.size === 0) return value;
    return mapJson(value, (node) => (typeof node === 'string' && this.values.has(node) ? { replaced: this.sealer.seal(node) } : undefined));
  }

  /** Text for the log, with opened secrets blotted out. */
  redact(text: string): string {
    let clean = text;
    for (const secret of this.values) clean = clean.replaceAll(secret, '••••');
    return clean;
  }
}

function mapJson<T>(value: T, replace: (node: unknown) => { replaced: unknown } | undefined): T {
  const visit = (node: unknown): unknown => {
    const found = replace(node);
    if (found) return found.replaced;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
    return node;
  };
  return visit(value) as T;
}

/** The value as anybody outside may see it: sealed values show that they are there, not their ciphertext. */
export function masked<T>(value: T): T {
  return mapJson(value, (node) => (isSealed(node) ? { replaced: { $sealed: '', empty: node.empty } } : undefined));
}
