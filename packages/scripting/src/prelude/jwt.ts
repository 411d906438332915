import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.ts';
import { encode, text } from './encode.ts';
import { java } from './java.ts';
import type { Crypto } from './native-crypto.ts';
import { binding, define, FailureError, floor, hasOwn, indexOfText, keysOf, parseJson, sliceText, toNumber } from './primordials.ts';
import { notSimulated } from './unsupported.ts';

type Data = Record<string, unknown>;

function field(data: Data, name: string): unknown {
  return hasOwn(data, name) ? data[name] : undefined;
}

/** What is simulated: signed JWTs with HMAC; the key is base64, as Ping's page on the bindings has it. */
function signer(what: string, data: Data, crypto: Crypto): { algorithm: string; sign(input: string): string } {
  const type = text(field(data, 'jwtType') ?? 'SIGNED');
  const algorithm = text(field(data, 'jwsAlgorithm') ?? 'HS256');
  if (type !== 'SIGNED') notSimulated(`${what} with jwtType ${type}`);
  if (algorithm !== 'HS256' && algorithm !== 'HS384' && algorithm !== 'HS512') notSimulated(`${what} with jwsAlgorithm ${algorithm}`);
  const key = field(data, 'signingKey');
  if (key === undefined || key === null) throw new FailureError('java.lang.IllegalArgumentException: signingKey is required');
  const bytes = base64Decode(text(key));
  return { algorithm, sign: (input) => base64Encode(crypto.hmac(`SHA-${sliceText(algorithm, 2)}`, bytes, utf8Encode(input)), true) };
}

const part = (value: unknown): string => base64Encode(utf8Encode(encode(value)), true);

/** `jwtAssertion.generateJwt(data)` (Ping docs: scripted decision node, jwtAssertion). Times are the simulation's. */
export function jwtAssertionBinding(crypto: Crypto, now: number, id: () => string): Record<string, unknown> {
  return binding({
    generateJwt: (given: unknown) => {
      const data = (given ?? {}) as Data;
      const { algorithm, sign } = signer('jwtAssertion.generateJwt', data, crypto);
      const seconds = floor(now / 1000);
      const claims: Data = {};
      const put = (name: string, value: unknown) => {
        if (value !== undefined && value !== null) define(claims, name, value, true);
      };
      put('iss', field(data, 'issuer'));
      put('sub', field(data, 'subject'));
      put('aud', field(data, 'audience'));
      const minutes = toNumber(field(data, 'validityMinutes') ?? 5);
      put('exp', seconds + floor(minutes * 60));
      put('iat', seconds);
      put('jti', id());
      const more = field(data, 'claims') as Data | undefined;
      if (typeof more === 'object' && more !== null) {
        const names = keysOf(more);
        for (let i = 0; i < names.length; i++) put(names[i] as string, more[names[i] as string]);
      }
      const input = `${part({ typ: text(field(data, 'type') ?? 'JWT'), alg: algorithm })}.${part(claims)}`;
      return `${input}.${sign(input)}`;
    },
  });
}

/** `jwtValidator.validateJwtClaims(data)`: the claims of a JWT that is signed with the key, in time and by and for whom it should be; otherwise null. */
export function jwtValidatorBinding(crypto: Crypto, now: number): Record<string, unknown> {
  return binding({
    validateJwtClaims: (given: unknown) => {
      const data = (given ?? {}) as Data;
      const jwt = text(field(data, 'jwt') ?? '');
      const dot = indexOfText(jwt, '.');
      const rest = sliceText(jwt, dot + 1);
      const second = indexOfText(rest, '.');
      if (dot < 0 || second < 0) return null;
      const header = read(sliceText(jwt, 0, dot));
      const claims = read(sliceText(rest, 0, second));
      if (header === null || claims === null) return null;
      const check: Data = { jwtType: field(data, 'jwtType'), jwsAlgorithm: header.alg, signingKey: field(data, 'signingKey') };
      const { sign } = signer('jwtValidator.validateJwtClaims', check, crypto);
      if (sign(sliceText(jwt, 0, dot + 1 + second)) !== sliceText(rest, second + 1)) return null;
      const fits = (name: string, claim: string) => field(data, name) === undefined || text(field(data, name)) === text(claims[claim] ?? '');
      if (!fits('issuer', 'iss') || !fits('subject', 'sub') || !fits('audience', 'aud')) return null;
      return typeof claims.exp === 'number' && claims.exp * 1000 <= now ? null : java(claims);
    },
  });
}

function read(segment: string): Data | null {
  try {
    const value = parseJson(utf8Decode(base64Decode(segment)));
    return typeof value === 'object' && value !== null ? (value as Data) : null;
  } catch {
    return null;
  }
}
