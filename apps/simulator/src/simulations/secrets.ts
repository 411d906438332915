import type { Json } from '@tandem/journey';
import { type Callback, isSealed, type ScriptResult, type StateWrite } from '@tandem/nodes';
import type { Sealer } from '../storage/sealer.ts';
import { holdsSealedPart, openedOr, openedParts, sealedPart } from './sealed-texts.ts';

/** Shorter secrets occur in texts that have nothing to do with them ("ok", "1"): they are looked for as whole texts only. */
const MIN_CONTAINED = 4;
/** Outputs of callbacks that the engine and clients act on; they hold a number or a fixed word. */
const STRUCTURAL = new Set(['waitTime', 'messageType', 'redirectMethod']);

const BLOT = '••••';

/** What a script leaves as text for the engine to pass on. */
const TEXTS = ['stage', 'header', 'description', 'errorMessage', 'lockoutMessage'] as const;

/**
 * Opens sealed values for one script, and seals what it made of them: values that it writes to the state and shows in callbacks, and the secret part
 * of texts that the engine needs as texts. Outcomes that exist, keys and identities would not work as ciphertext.
 */
export class OpenedSecrets {
  private readonly values = new Set<string>();

  /**
   * @param plain whether the script has a text from elsewhere, so that it tells nothing of a secret
   * @param outcome whether a text is an outcome that the journey knows
   * @param named whether the script or its bindings have a key of that name
   */
  constructor(
    private readonly sealer: Sealer,
    private readonly plain: (text: string) => boolean = () => false,
    private readonly outcome: (text: string) => boolean = () => false,
    private readonly named: (key: string) => boolean = () => false,
  ) {}

  /** A copy with every sealed value opened. What only looks like one (a script made it up, or copied it from elsewhere) stays as it is. */
  open<T>(value: T): T {
    const found = (secret: string): void => void (secret === '' || this.values.add(secret));
    return mapJson(
      value,
      (node) => {
        if (typeof node === 'string') return { replaced: openedParts(node, this.sealer, found) };
        if (!isSealed(node)) return undefined;
        const opened = openedOr(node, this.sealer);
        if (typeof opened !== 'object') found(String(opened));
        return { replaced: opened };
      },
      (key) => openedParts(key, this.sealer, found),
    );
  }

  /** The result with opened secrets sealed again, and blotted out of its log. */
  seal(result: ScriptResult): ScriptResult {
    if (this.values.size === 0) return result;
    const { error, config, outcome, suspend, audit, mails } = result;
    const texts = TEXTS.flatMap((name) => (result[name] === undefined ? [] : [[name, this.sealParts(result[name])]]));
    return {
      ...result,
      ...Object.fromEntries(texts),
      ...(config === undefined ? {} : { config: this.sealAllParts(config) }),
      ...(outcome === undefined || (typeof outcome === 'string' && this.outcome(outcome)) ? {} : { outcome: this.sealAllParts(outcome) }),
      ...(suspend === undefined ? {} : { suspend: this.sealSuspension(suspend) }),
      ...(mails === undefined ? {} : { mails: this.sealAllParts(mails) }),
      ...(audit === undefined ? {} : { audit: this.sealAllParts(audit) }),
      sessionProperties: this.sealAllParts(result.sessionProperties),
      ...(error === undefined ? {} : { error: { ...error, message: this.redact(error.message) } }),
      callbacks: result.callbacks.map((callback) => this.sealCallback(callback)),
      writes: result.writes.map((write) => this.sealWrite(write)),
      logs: result.logs.map((line) => ({ ...line, message: this.redact(line.message) })),
    };
  }

  private sealSuspension({ message, callback, ...rest }: NonNullable<ScriptResult['suspend']>): NonNullable<ScriptResult['suspend']> {
    return { ...rest, message: this.sealParts(message), ...(callback === undefined ? {} : { callback: this.sealCallback(callback) }) };
  }

  private sealWrite(write: StateWrite): StateWrite {
    if (write.op === 'put') return { ...write, value: this.sealTexts(write.value) };
    if (write.op !== 'replace') return write;
    // The keys of a whole state are names that other nodes know.
    return { ...write, value: Object.fromEntries(Object.entries(write.value).map(([key, value]) => [key, this.sealTexts(value)])) };
  }

  private sealCallback({ type, output, input }: Callback): Callback {
    return {
      type,
      output: output.map((field) => (STRUCTURAL.has(field.name) ? field : { ...field, value: this.sealTexts(field.value) })),
      input: input.map((field) => ({ ...field, value: this.sealTexts(field.value) })),
    };
  }

  private sealTexts(value: Json): Json {
    return mapJson(
      value,
      (node) => {
        if (typeof node === 'number') return this.tellsNumber(node) ? { replaced: { ...this.sealer.seal(String(node)), number: true } } : undefined;
        return typeof node === 'string' && this.tells(node) ? { replaced: this.sealer.seal(node) } : undefined;
      },
      (key) => this.sealKey(key),
    );
  }

  private sealAllParts<T>(value: T): T {
    return mapJson(value, (node) => (typeof node === 'string' ? { replaced: this.sealParts(node) } : undefined));
  }

  /** A key that a script made of a secret. Shorter ones and words that the script knows itself are names ("mail" may be somebody's password, too). */
  private sealKey(key: string): string {
    return key.length < MIN_CONTAINED || this.named(key) ? key : this.sealParts(key);
  }

  /** The text with the secrets in it sealed, and the rest as it was. */
  private sealParts(text: string): string {
    if (!this.tells(text)) return text;
    const parts = this.contained();
    if (parts.includes(text) || !parts.some((part) => text.includes(part))) return sealedPart(text, this.sealer);
    const any = new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g');
    return text.replace(any, (part) => sealedPart(part, this.sealer));
  }

  private tells(text: string): boolean {
    for (const secret of this.values) {
      const found = secret.length < MIN_CONTAINED ? text === secret : spellings(secret).some((spelling) => text.includes(spelling));
      if (found) return !this.plain(text);
    }
    return false;
  }

  /** A PIN made a number. Short ones are left: the engine counts with numbers like these. */
  private tellsNumber(number: number): boolean {
    const told = [...this.values].some((secret) => secret.length >= MIN_CONTAINED && secret.trim() !== '' && Number(secret) === number);
    return told && !this.plain(String(number));
  }

  private redact(text: string): string {
    if (text.length < MIN_CONTAINED && this.tells(text)) return BLOT;
    return this.contained().reduce((clean, secret) => clean.replaceAll(secret, BLOT), text);
  }

  /** Secrets as they are looked for within texts. The longest first: a secret may be the beginning of another. */
  private contained(): string[] {
    const secrets = [...this.values].filter((secret) => secret.length >= MIN_CONTAINED).flatMap(spellings);
    return secrets.sort((a, b) => b.length - a.length);
  }
}

/** A secret, and how it stands within JSON. */
function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return json === secret ? [secret] : [secret, json];
}

export function holdsSealed(value: unknown): boolean {
  if (typeof value === 'string') return holdsSealedPart(value);
  if (typeof value !== 'object' || value === null) return false;
  return isSealed(value) || Object.entries(value).some(([key, child]) => holdsSealedPart(key) || holdsSealed(child));
}

/** What a client is told: AM would send texts, secret or not. A look-alike that a script made up stays as it is. */
export function openedFor<T>(value: T, sealer: Sealer): T {
  if (!holdsSealed(value)) return value;
  return mapJson(
    value,
    (node) => {
      if (typeof node === 'string') return { replaced: openedParts(node, sealer) };
      return isSealed(node) ? { replaced: openedOr(node, sealer) } : undefined;
    },
    (key) => openedParts(key, sealer),
  );
}

function mapJson<T>(value: T, replace: (node: unknown) => { replaced: unknown } | undefined, name = (key: string): string => key): T {
  const visit = (node: unknown): unknown => {
    const found = replace(node);
    if (found) return found.replaced;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, child]) => [name(key), visit(child)]));
    return node;
  };
  return visit(value) as T;
}
