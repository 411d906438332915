import { base64Decode } from './bytes.ts';
import { text } from './encode.ts';
import { internalError, noSuchMethod } from './java-failure.ts';
import { hasOwn, indexOfText, sliceText } from './primordials.ts';

export type Data = Record<string, unknown>;
/** Says in the script's log why a method gives null; AM says it in its own log. */
export type Refuse = (why: string) => null;

/** `jwtData` as an object; null and texts fail as on AIC (recorded). */
export function jwtDataOf(type: string, method: string, given: unknown): Data {
  if (given === null || given === undefined) return internalError('Cannot invoke "java.util.Map.get(Object)" because "jwtData" is null');
  return typeof given === 'object' ? (given as Data) : noSuchMethod(type, method, typeof given);
}

export function field(data: Data, name: string): unknown {
  return hasOwn(data, name) ? data[name] : undefined;
}
/** A field as text; empty when it is missing. */
export function textField(data: Data, name: string): string {
  const value = field(data, name);
  return value === undefined || value === null ? '' : text(value);
}

/** Who a JWT is from and about. `accountId`, deprecated, stands in for all three when none is given (Ping docs: generate and validate JWTs). */
export function partiesOf(data: Data): { issuer: string; subject: string; named: boolean } {
  const issuer = textField(data, 'issuer');
  const subject = textField(data, 'subject');
  const stableId = textField(data, 'stableId');
  const accountId = textField(data, 'accountId');
  if (accountId !== '' && issuer === '' && subject === '' && stableId === '') return { issuer: accountId, subject: accountId, named: true };
  return { issuer, subject, named: issuer !== '' || stableId !== '' };
}

const jwtTypes = ['SIGNED', 'SIGNED_THEN_ENCRYPTED', 'ENCRYPTED_THEN_SIGNED'] as const;
export type JwtType = (typeof jwtTypes)[number];
/** The name of AM's enum in the message is assumed. */
export function jwtTypeOf(name: string): JwtType {
  for (let i = 0; i < jwtTypes.length; i++) if (name === jwtTypes[i]) return jwtTypes[i] as JwtType;
  return internalError(`No enum constant org.forgerock.openam.scripting.bindings.JwtAssertionScriptWrapper.JwtBuilderType.${name}`);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
/**
 * A key in base64 as ForgeRock's decoder reads it: other letters are passed over, and what does not come in fours is no key. Java bytes given for the
 * text are none either: "Missing argument" (recorded on AIC). That an empty key fails so is assumed.
 */
export function keyField(data: Data, name: string): number[] {
  const given = textField(data, name);
  let letters = '';
  for (let i = 0; i < given.length; i++) if (indexOfText(LETTERS, given[i] as string) >= 0) letters += given[i] as string;
  if (letters === '') return internalError('Empty key');
  if (letters.length % 4 !== 0 || sliceText(given, 0, 1) === '[') return internalError('Missing argument');
  return base64Decode(letters);
}
