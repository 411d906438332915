import type { Json } from '@tandem/journey';
import { type Callback, isSealed, type ScriptResult, type Sealed, type StateWrite } from '@tandem/nodes';
import type { Sealer } from '../storage/sealer.ts';

/** Shorter secrets occur in texts that have nothing to do with them ("ok", "1"): they are looked for as whole texts only. */
const MIN_CONTAINED = 4;
/** Outputs of callbacks that the engine and clients act on; they hold a number or a fixed word. */
const STRUCTURAL = new Set(['waitTime', 'messageType', 'redirectMethod']);

/**
 * Opens sealed values for one script, and seals what it made of them. Sealed are the values that it writes to the state and shows in callbacks,
 * nothing else: outcomes, keys and identities would not work as ciphertext.
 */
export class OpenedSecrets {
  private readonly values = new Set<string>();

  /** @param plain whether the script has a text from elsewhere, so that it tells nothing of a secret */
  constructor(
    private readonly sealer: Sealer,
    private readonly plain: (text: string) => boolean = () => false,
  ) {}

  /** A copy with every sealed value opened. What only looks like one (a script made it up, or copied it from elsewhere) stays as it is. */
  open<T>(value: T): T {
    return mapJson(value, (node) => {
      if (!isSealed(node)) return undefined;
      const opened = openedOr(node, this.sealer);
      if (typeof opened === 'string' && opened !== '') this.values.add(opened);
      return { replaced: opened };
    });
  }

  /** The result with opened secrets sealed again, and blotted out of its log. */
  seal(result: ScriptResult): ScriptResult {
    if (this.values.size === 0) return result;
    const { error } = result;
    return {
      ...result,
      ...(error === undefined ? {} : { error: { ...error, message: this.redact(error.message) } }),
      callbacks: result.callbacks.map((callback) => this.sealCallback(callback)),
      writes: result.writes.map((write): StateWrite => (write.op === 'put' ? { ...write, value: this.sealTexts(write.value) } : write)),
      logs: result.logs.map((line) => ({ ...line, message: this.redact(line.message) })),
    };
  }

  private sealCallback({ type, output, input }: Callback): Callback {
    return {
      type,
      output: output.map((field) => (STRUCTURAL.has(field.name) ? field : { ...field, value: this.sealTexts(field.value) })),
      input: input.map((field) => ({ ...field, value: this.sealTexts(field.value) })),
    };
  }

  private sealTexts(value: Json): Json {
    return mapJson(value, (node) => (typeof node === 'string' && this.tells(node) ? { replaced: this.sealer.seal(node) } : undefined));
  }

  private tells(text: string): boolean {
    for (const secret of this.values) {
      const found = secret.length < MIN_CONTAINED ? text === secret : spellings(secret).some((spelling) => text.includes(spelling));
      if (found) return !this.plain(text);
    }
    return false;
  }

  private redact(text: string): string {
    const secrets = [...this.values].filter((secret) => secret.length >= MIN_CONTAINED).flatMap(spellings);
    // The longest first: a secret may be the beginning of another.
    return secrets.sort((a, b) => b.length - a.length).reduce((clean, secret) => clean.replaceAll(secret, '••••'), text);
  }
}

/** A secret, and how it stands within JSON. */
function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return json === secret ? [secret] : [secret, json];
}

export function holdsSealed(value: unknown): boolean {
  return isSealed(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsSealed));
}

/** What a client is told: AM would send texts, secret or not. A look-alike that a script made up stays as it is. */
export function openedFor<T>(value: T, sealer: Sealer): T {
  return mapJson(value, (node) => (isSealed(node) ? { replaced: openedOr(node, sealer) } : undefined));
}

function openedOr(node: Sealed, sealer: Sealer): string | Sealed {
  try {
    return sealer.open(node);
  } catch {
    return node;
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
