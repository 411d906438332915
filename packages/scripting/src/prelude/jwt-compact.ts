import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { encode } from './encode.ts';
import { type Data, field } from './jwt-data.ts';
import type { Bytes, Crypto } from './native-crypto.ts';
import { append, indexOfText, isArray, parseJson, sliceText } from './primordials.ts';

/** Compact JWS and JWE (RFC 7515, RFC 7516): texts between dots. */
const base64url = (bytes: Bytes): string => base64Encode(bytes, true);
export const jsonBytes = (value: unknown): number[] => utf8Encode(encode(value));

export function partsOf(jwt: string): string[] {
  const parts: string[] = [];
  let rest = jwt;
  for (let dot = indexOfText(rest, '.'); dot >= 0; dot = indexOfText(rest, '.')) {
    append(parts, sliceText(rest, 0, dot));
    rest = sliceText(rest, dot + 1);
  }
  append(parts, rest);
  return parts;
}

/** Bytes of a part; undefined when it is not base64url. */
export function bytesOfPart(part: string | undefined): number[] | undefined {
  try {
    return base64Decode(part ?? '');
  } catch {
    return undefined;
  }
}
export function objectOf(bytes: Bytes | undefined): Data | undefined {
  try {
    const value = parseJson(utf8Decode(bytes ?? []));
    return typeof value === 'object' && value !== null && !isArray(value) ? (value as Data) : undefined;
  } catch {
    return undefined;
  }
}

export function jws(header: Data, payload: Bytes, sign: (input: Bytes) => Bytes): string {
  const input = `${base64url(jsonBytes(header))}.${base64url(payload)}`;
  return `${input}.${base64url(sign(utf8Encode(input)))}`;
}

const VECTOR_BYTES = 16;
/** `dir` and A128CBC-HS256, all that AM makes (Ping docs). The vector comes from the run's seed. */
export function jwe(header: Data, plain: Bytes, key: Bytes, crypto: Crypto, random: Random): string {
  const vector: number[] = [];
  for (let i = 0; i < VECTOR_BYTES; i++) append(vector, random.next() & 255);
  const head = base64url(jsonBytes({ ...header, alg: 'dir', enc: 'A128CBC-HS256' }));
  const sealed = crypto.contentEncrypt(key, vector, plain, utf8Encode(head));
  return `${head}..${base64url(vector)}.${base64url(sealed[0])}.${base64url(sealed[1])}`;
}

/** What a JWE holds; undefined when it is none of AM's. A key that does not fit is an exception. */
export function openJwe(jwt: string, key: Bytes, crypto: Crypto): number[] | undefined {
  const parts = partsOf(jwt);
  if (parts.length !== 5) return undefined;
  const head = parts[0] as string;
  const header = objectOf(bytesOfPart(head)) ?? {};
  if (field(header, 'alg') !== 'dir' || field(header, 'enc') !== 'A128CBC-HS256') return undefined;
  const vector = bytesOfPart(parts[2]);
  const ciphertext = bytesOfPart(parts[3]);
  const tag = bytesOfPart(parts[4]);
  return vector && ciphertext && tag ? crypto.contentDecrypt(key, vector, ciphertext, tag, utf8Encode(head)) : undefined;
}
