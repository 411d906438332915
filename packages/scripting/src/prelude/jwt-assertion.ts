import { utf8Encode } from './bytes.ts';
import type { Random } from './deterministic.ts';
import { internalError } from './java-failure.ts';
import { jsonBytes, jwe, jws } from './jwt-compact.ts';
import { type Data, field, jwtDataOf, jwtTypeOf, keyField, partiesOf, type Refuse, textField } from './jwt-data.ts';
import type { Bytes, Crypto } from './native-crypto.ts';
import { append, binding, define, floor, isArray, keysOf, toNumber } from './primordials.ts';
import { randomUuid } from './utils.ts';

/** Claims of the data, then the script's own, which win; an `aud` of its own comes after the one of the data. */
function claimsOf(data: Data, now: number, id: () => string): Data {
  const claims: Data = {};
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== null && value !== '') define(claims, name, value, true);
  };
  const seconds = floor(now / 1000);
  const { issuer, subject } = partiesOf(data);
  const audience = textField(data, 'audience');
  put('iss', issuer);
  put('sub', subject);
  put('aud', audience);
  put('typ', textField(data, 'type'));
  put('iat', seconds);
  // No validity is none at all (assumed): whole minutes, as Java's int.
  put('exp', seconds + floor(toNumber(field(data, 'validityMinutes') ?? 0) || 0) * 60);
  put('jti', textField(data, 'jwtId') || id());
  const own = field(data, 'claims');
  if (typeof own !== 'object' || own === null) return claims;
  const names = keysOf(own);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const value = (own as Data)[name];
    put(name, name === 'aud' && audience !== '' ? audiences(audience, value) : value);
  }
  return claims;
}

function audiences(first: string, more: unknown): unknown[] {
  const list: unknown[] = [first];
  if (!isArray(more)) append(list, more);
  else for (let i = 0; i < more.length; i++) append(list, more[i]);
  return list;
}

function signer(data: Data, algorithm: string, crypto: Crypto): (input: Bytes) => Bytes {
  if (algorithm === 'RS256') {
    const key = field(data, 'privateKey');
    if (typeof key !== 'object' || key === null) internalError('privateKey is required for RS256: an RSA key as a JWK');
    return (input) => crypto.rs256Sign(jsonBytes(key), input);
  }
  const key = keyField(data, 'signingKey');
  return (input) => crypto.hmac('SHA-256', key, input);
}

/**
 * `jwtAssertion.generateJwt(jwtData)` (Ping docs: scripted decision node, generate and validate JWTs): HS256 or RS256; encrypted as well, with A128CBC-HS256,
 * for HS256 only. What lacks a required field, or cannot be had, is null (recorded on AIC for no fields at all). Times are the simulation's.
 */
export function jwtAssertionBinding(crypto: Crypto, random: Random, now: number, refuse: Refuse): Record<string, unknown> {
  return binding({
    generateJwt: (given: unknown): string | null => {
      const data = jwtDataOf('JwtAssertionScriptWrapper', 'generateJwt', given);
      const typeName = textField(data, 'jwtType');
      const algorithm = textField(data, 'jwsAlgorithm');
      if (typeName === '' || algorithm === '') return refuse('jwtType and jwsAlgorithm are required');
      const type = jwtTypeOf(typeName);
      if (!partiesOf(data).named) return refuse('issuer or stableId is required');
      if (algorithm !== 'HS256' && algorithm !== 'RS256') return refuse(`jwsAlgorithm ${algorithm} is not supported: HS256 and RS256 are`);
      if (algorithm === 'RS256' && type !== 'SIGNED') return refuse(`jwtType ${type} is not supported with RS256`);
      const claims = jsonBytes(claimsOf(data, now, () => randomUuid(random)));
      const sign = signer(data, algorithm, crypto);
      const header = { typ: 'JWT', alg: algorithm };
      if (type === 'SIGNED') return jws(header, claims, sign);
      const key = keyField(data, 'encryptionKey');
      const nested = { typ: 'JWT', cty: 'JWT' };
      if (type === 'SIGNED_THEN_ENCRYPTED') return jwe(nested, utf8Encode(jws(header, claims, sign)), key, crypto, random);
      return jws({ ...nested, alg: algorithm }, utf8Encode(jwe({ typ: 'JWT' }, claims, key, crypto, random)), sign);
    },
  });
}
