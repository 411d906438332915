import { utf8Decode, utf8Encode } from './bytes.ts';
import { collection, java } from './java.ts';
import { javaDate } from './java-date.ts';
import { internalError } from './java-failure.ts';
import { bytesOfPart, objectOf, openJwe, partsOf } from './jwt-compact.ts';
import { type Data, field, type JwtType, jwtDataOf, jwtTypeOf, keyField, partiesOf, type Refuse, textField } from './jwt-data.ts';
import type { Crypto } from './native-crypto.ts';
import { binding, define, dictionary, hasOwn, isArray, keysOf, toNumber } from './primordials.ts';
import { sameBytes } from './subtle.ts';

interface Steps {
  data: Data;
  type: JwtType;
  crypto: Crypto;
  refuse: Refuse;
  warn(what: string): void;
}

/** What is wrong with the signature; undefined when nothing is. */
function fault(parts: readonly string[], { data, type, crypto, warn }: Steps): string | undefined {
  // A SIGNED JWT that comes without a signingKey is taken at its word (recorded on AIC, September 2026).
  if (type === 'SIGNED' && textField(data, 'signingKey') === '') {
    warn('no signingKey is given: the signature is not checked, as on AIC');
    return undefined;
  }
  const algorithm = textField(objectOf(bytesOfPart(parts[0])) ?? {}, 'alg');
  if (algorithm !== 'HS256' && algorithm !== 'RS256') return internalError(`Unsupported algorithm: ${algorithm}`);
  if (algorithm === 'RS256' && type !== 'SIGNED') return `jwtType ${type} is not supported with RS256`;
  const key = keyField(data, 'signingKey');
  const input = utf8Encode(`${parts[0]}.${parts[1]}`);
  const signature = bytesOfPart(parts[2]) ?? [];
  const right = algorithm === 'HS256' ? sameBytes(crypto.hmac('SHA-256', key, input), signature) : crypto.rs256Verify(key, input, signature);
  return right ? undefined : 'the signature is not right';
}

/** Claims of a JWT of the given type whose signature is right; otherwise null, and the log says why. */
function claimsOf(jwt: string, steps: Steps): Data | null {
  const { data, type, crypto, refuse } = steps;
  const outer = partsOf(jwt);
  // ForgeRock's words for what is no JWT at all.
  if (outer.length !== 3 && outer.length !== 5) return internalError(`not right number of dots, ${outer.length}`);
  let parts = outer;
  if (type === 'SIGNED_THEN_ENCRYPTED') {
    const inner = openJwe(jwt, keyField(data, 'encryptionKey'), crypto);
    if (!inner) return refuse('the JWT is not encrypted with dir and A128CBC-HS256');
    parts = partsOf(utf8Decode(inner));
  }
  if (parts.length !== 3) return refuse(`the JWT is not ${type}`);
  const why = fault(parts, steps);
  if (why !== undefined) return refuse(why);
  const payload = bytesOfPart(parts[1]);
  if (type !== 'ENCRYPTED_THEN_SIGNED') return objectOf(payload) ?? refuse('the JWT has no claims that can be read');
  const plain = openJwe(utf8Decode(payload ?? []), keyField(data, 'encryptionKey'), crypto);
  return plain
    ? (objectOf(plain) ?? refuse('the JWT has no claims that can be read'))
    : refuse('the JWT holds none that is encrypted with dir and A128CBC-HS256');
}

function hasAudience(claim: unknown, wanted: string): boolean {
  if (!isArray(claim)) return claim === wanted;
  for (let i = 0; i < claim.length; i++) if (claim[i] === wanted) return true;
  return false;
}

/** Why the claims are not those that the script expects; undefined when they are. Only `exp` and `iat` are compared with the clock (Ping docs: clockSkew). */
function mismatch(claims: Data, data: Data, now: number): string | undefined {
  const { issuer, subject } = partiesOf(data);
  const audience = textField(data, 'audience');
  const type = textField(data, 'type');
  if (issuer !== '' && field(claims, 'iss') !== issuer) return 'the issuer is another';
  if (subject !== '' && field(claims, 'sub') !== subject) return 'the subject is another';
  if (audience !== '' && !hasAudience(field(claims, 'aud'), audience)) return 'the audience is another';
  if (type !== '' && field(claims, 'typ') !== type) return 'the type is another';
  const skew = toNumber(field(data, 'clockSkew') ?? 0);
  const milliseconds = skew > 0 ? skew * 1000 : 0;
  const issued = field(claims, 'iat');
  const expires = field(claims, 'exp');
  if (typeof issued === 'number' && issued * 1000 > now + milliseconds) return 'the JWT is issued in the future';
  if (typeof expires === 'number' && expires * 1000 < now - milliseconds) return 'the JWT has expired';
  return undefined;
}

/** The names under which AM hands registered claims out (recorded on AIC, `notBefore` assumed); times are Java dates (assumed). */
const NAMES: Record<string, string> = {
  iss: 'issuer',
  sub: 'subject',
  aud: 'audience',
  exp: 'expirationTime',
  nbf: 'notBefore',
  iat: 'issuedAt',
  jti: 'jwtId',
  typ: 'type',
};
/** In seconds; what is later is no time that anyone meant, and stays a number. */
const YEAR_10000 = 253_402_300_800;
function handedOut(claims: Data): unknown {
  const map = java(dictionary<unknown>());
  const names = keysOf(claims);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const value = claims[name];
    const time = (name === 'exp' || name === 'nbf' || name === 'iat') && typeof value === 'number' && value >= 0 && value < YEAR_10000;
    const given = time ? javaDate(value * 1000) : name === 'aud' && !isArray(value) ? collection([value]) : java(value);
    define(map, hasOwn(NAMES, name) ? (NAMES[name] as string) : name, given, true);
  }
  return map;
}

/**
 * `jwtValidator.validateJwtClaims(jwtData)` (Ping docs: scripted decision node, generate and validate JWTs): the claims of a JWT that is signed with the
 * key, in time and by and for whom it should be; otherwise null. A key that is no key is an exception.
 */
export function jwtValidatorBinding(crypto: Crypto, now: number, refuse: Refuse, warn: (what: string) => void): Record<string, unknown> {
  return binding({
    validateJwtClaims: (given: unknown): unknown => {
      const data = jwtDataOf('JwtValidatorScriptWrapper', 'validateJwtClaims', given);
      const typeName = textField(data, 'jwtType');
      const jwt = textField(data, 'jwt');
      if (typeName === '' || jwt === '') return refuse('jwtType and jwt are required');
      const type = jwtTypeOf(typeName);
      if (!partiesOf(data).named) return refuse('issuer or stableId is required');
      const claims = claimsOf(jwt, { data, type, crypto, refuse, warn });
      if (!claims) return null;
      const why = mismatch(claims, data, now);
      return why === undefined ? handedOut(claims) : refuse(why);
    },
  });
}
