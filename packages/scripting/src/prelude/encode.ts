import {
  call,
  FailureError,
  getPrototypeOf,
  hasOwn,
  isArray,
  isFiniteNumber,
  isoTime,
  keysOf,
  primitiveOf,
  quote,
  registry,
  tagOf,
  timeOf,
  toText,
} from './primordials.ts';
import { rhinoWords } from './rhino-words.ts';

/** Objects that stand for another value, such as legacy JsonValues. */
export const wrapped = registry<() => unknown>();

const DEPTH = 64;

/** Asking the others what they are throws several times over, which in QuickJS takes longer than a short script. */
function isPlain(value: object): boolean {
  return tagOf(value) === '[object Object]';
}

function primitive(value: object): unknown {
  if (isPlain(value)) return undefined;
  try {
    return primitiveOf.string(value as never);
  } catch {
    /* not a String */
  }
  try {
    return primitiveOf.number(value as never);
  } catch {
    /* not a Number */
  }
  try {
    return primitiveOf.boolean(value as never);
  } catch {
    /* not a Boolean */
  }
  return undefined;
}

function dateText(value: object): string | undefined {
  if (isPlain(value)) return undefined;
  let time: number;
  try {
    time = timeOf(value as Date);
  } catch {
    return undefined;
  }
  return isFiniteNumber(time) ? quote(isoTime(value as Date)) : 'null';
}

function encodeObject(value: object, depth: number): string {
  if (depth > DEPTH) throw new FailureError(`value is nested more than ${DEPTH} levels deep or refers to itself`);
  const inner = wrapped.get(value);
  if (inner) return encodeAt(inner(), depth);
  if (isArray(value) || ArrayBuffer.isView(value)) {
    const list = value as unknown as ArrayLike<unknown>;
    let text = '[';
    for (let i = 0; i < list.length; i++) text += (i === 0 ? '' : ',') + encodeAt(list[i], depth + 1);
    return `${text}]`;
  }
  const plain = primitive(value);
  if (plain !== undefined) return encodeAt(plain, depth);
  const date = dateText(value);
  if (date !== undefined) return date;
  let text = '{';
  const keys = keysOf(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined || typeof item === 'function' || typeof item === 'symbol') continue;
    text += `${text === '{' ? '' : ','}${quote(key)}:${encodeAt(item, depth + 1)}`;
  }
  return `${text}}`;
}

function encodeAt(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return isFiniteNumber(value) ? toText(value) : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return toText(value);
    case 'object':
      return value === null ? 'null' : encodeObject(value, depth);
    default:
      return 'null';
  }
}

/** JSON text of any value a script hands over: no `toJSON`, no replaced prototype method takes part; functions and undefined are left out. */
export function encode(value: unknown): string {
  return encodeAt(value, 0);
}

/** A value as text for a Java parameter of type String: objects become JSON text. */
export function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return toText(value);
  const inner = wrapped.get(value);
  if (inner) return text(inner());
  const plain = primitive(value);
  if (plain !== undefined) return toText(plain);
  return dateText(value) === undefined ? encode(value) : toText(value);
}

/** A value as a log line shows it. */
export function display(value: unknown): string {
  if (typeof value === 'function') return 'function';
  if (typeof value === 'object' && value !== null && isErrorLike(value)) return describe(value).message;
  return text(value);
}

function isErrorLike(value: object): boolean {
  return getPrototypeOf(value) !== null && 'stack' in value && 'message' in value && !hasOwn(value, 'toJSON');
}

/** What was thrown: its text, and the stack the engine gave it. */
export function describe(error: unknown): { message: string; stack: string } {
  try {
    if (typeof error !== 'object' || error === null || !isErrorLike(error)) return { message: text(error), stack: '' };
    const { name, message, stack } = error as { name?: unknown; message?: unknown; stack?: unknown };
    return { message: `${text(name)}: ${rhinoWords(text(message))}`, stack: typeof stack === 'string' ? stack : '' };
  } catch {
    return { message: 'the script threw a value that cannot be shown', stack: '' };
  }
}

export function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
export function invoke(fn: unknown, args: readonly unknown[]): unknown {
  return call(fn, undefined, args);
}
