import { encode, text } from './encode.ts';
import { FailureError, isArray, isInteger, keysOf, quote, toNumber } from './primordials.ts';

type Fields = Record<string, string>;

function fields(values: Fields, label: 'name' | 'suffix'): string {
  let list = '';
  const names = keysOf(values);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    list += `${i === 0 ? '' : ','}{"${label}":${quote(name)},"value":${values[name] as string}}`;
  }
  return `[${list}]`;
}

/** One callback in AM's shape; values are JSON text. Input names are suffixes of IDTokenN. */
export function callbackJson(type: string, output: Fields, input: Fields = {}): string {
  return `{"type":${quote(type)},"output":${fields(output, 'name')},"input":${fields(input, 'suffix')}}`;
}

/** A Java String parameter. */
export function str(value: unknown): string {
  return value === null ? 'null' : quote(text(value));
}
/** A Java String parameter that javax.security.auth.callback refuses when it is null. */
export function required(value: unknown, name: string): string {
  if (value === null) throw new FailureError(`java.lang.IllegalArgumentException: ${name} must not be null`);
  return str(value);
}
export function bool(value: unknown): string {
  return value ? 'true' : 'false';
}
export function int(value: unknown, name: string): string {
  const number = toNumber(value);
  if (!isInteger(number)) throw new FailureError(`java.lang.IllegalArgumentException: ${name} must be a whole number`);
  return encode(number);
}
export function list(value: unknown, name: string): string {
  if (!isArray(value)) throw new FailureError(`java.lang.IllegalArgumentException: ${name} must be a list`);
  return encode(value);
}
/** Any value, null when it is missing. */
export function any(value: unknown): string {
  return encode(value ?? null);
}
/** Policies are an object on AM, empty without any. */
export function policies(value: unknown): string {
  return value === undefined || value === null ? '{}' : encode(value);
}
/** Failed policies are JSON texts in a list. */
export function failed(value: unknown): string {
  if (value === undefined || value === null) return '[]';
  if (!isArray(value)) throw new FailureError('java.lang.IllegalArgumentException: failedPolicies must be a list');
  let items = '';
  for (let i = 0; i < value.length; i++) items += (i === 0 ? '' : ',') + quote(text(value[i]));
  return `[${items}]`;
}

const MESSAGE_TYPES = ['0', '1', '2'];
/** 0 information, 1 warning, 2 error: a string in the callback. */
export function messageType(value: unknown): string {
  const number = encode(toNumber(value));
  for (let i = 0; i < MESSAGE_TYPES.length; i++) if (MESSAGE_TYPES[i] === number) return quote(number);
  throw new FailureError('java.lang.IllegalArgumentException: messageType must be 0 (information), 1 (warning) or 2 (error)');
}
