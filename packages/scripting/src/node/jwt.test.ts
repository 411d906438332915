import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';

/** The rules of jwtAssertion and jwtValidator. That other implementations read and write the same JWTs is a test of the simulator's, with jose. */
const { value, run } = testPool({ timeoutMs: 5000 });
const NOW = 1_000_500;
const SIGNED = {
  jwtType: 'SIGNED',
  jwsAlgorithm: 'HS256',
  issuer: 'i',
  subject: 's',
  audience: 'a',
  type: 'JWT',
  validityMinutes: 2,
  signingKey: 'c2VjcmV0',
};
const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64');
type Data = Record<string, unknown>;

const generated = (data: Data, now = NOW) => run(`outcome = String(jwtAssertion.generateJwt(${JSON.stringify(data)}));`, { now });
const generate = async (data: Data, now = NOW) => String((await generated(data, now)).outcome);
/** What a script sees of the claims, or "null". */
const SEEN = 'outcome = claims === null ? "null" : JSON.stringify(claims);';
const validated = (data: Data, now = NOW) => run(`var claims = jwtValidator.validateJwtClaims(${JSON.stringify(data)}); ${SEEN}`, { now });
const validate = async (data: Data, now = NOW) => {
  const result = await validated(data, now);
  if (result.error) throw new Error(result.error.message);
  return result.outcome === 'null' ? null : (JSON.parse(String(result.outcome)) as Data);
};
const json = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Data;
const jwtOf = (header: Data, claims: Data, key = 'secret') => {
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
};

describe('jwtAssertion.generateJwt', () => {
  test("SIGNED with HS256: the times are the simulation's", async () => {
    const [header, claims, signature] = (await generate(SIGNED)).split('.');
    expect(json(header)).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(json(claims)).toEqual({
      iss: 'i',
      sub: 's',
      aud: 'a',
      typ: 'JWT',
      iat: 1000,
      exp: 1120,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(signature).toBe(createHmac('sha256', 'secret').update(`${header}.${claims}`).digest('base64url'));
  });
  test("the script's own claims win, another audience is one more; jwtId is taken", async () => {
    const own = { ...SIGNED, jwtId: 'id-1', claims: { sub: 'other', aud: 'b', level: { a: [1] } } };
    expect(json((await generate(own)).split('.')[1])).toEqual({
      iss: 'i',
      sub: 'other',
      aud: ['a', 'b'],
      typ: 'JWT',
      iat: 1000,
      exp: 1120,
      jti: 'id-1',
      level: { a: [1] },
    });
  });
  test('accountId stands in for issuer and subject when neither is given', async () => {
    const data = { ...SIGNED, issuer: undefined, subject: undefined, accountId: 'acc' };
    expect(json((await generate(data)).split('.')[1])).toMatchObject({ iss: 'acc', sub: 'acc' });
    expect(json((await generate({ ...data, issuer: 'i' })).split('.')[1])).not.toHaveProperty('sub');
  });
  test('without validityMinutes it is over at once', async () => {
    const { exp, iat } = json((await generate({ ...SIGNED, validityMinutes: undefined })).split('.')[1]);
    expect(exp).toBe(iat);
  });
  test.each<[string, Data, string]>([
    ['no fields', {}, 'jwtType and jwsAlgorithm are required'],
    ['no jwsAlgorithm', { ...SIGNED, jwsAlgorithm: undefined }, 'jwtType and jwsAlgorithm are required'],
    ['no issuer', { ...SIGNED, issuer: '' }, 'issuer or stableId is required'],
    ['HS512', { ...SIGNED, jwsAlgorithm: 'HS512' }, 'jwsAlgorithm HS512 is not supported: HS256 and RS256 are'],
    ['ES256', { ...SIGNED, jwsAlgorithm: 'ES256' }, 'jwsAlgorithm ES256 is not supported: HS256 and RS256 are'],
    [
      'encryption with RS256',
      { ...SIGNED, jwtType: 'SIGNED_THEN_ENCRYPTED', jwsAlgorithm: 'RS256' },
      'jwtType SIGNED_THEN_ENCRYPTED is not supported with RS256',
    ],
  ])('%s: null, and the log says why', async (_, data, why) => {
    const result = await generated(data);
    expect(result.outcome).toBe('null');
    expect(result.logs).toEqual([{ level: 'error', message: `jwtAssertion.generateJwt: ${why}` }]);
  });
  test.each([
    ['null', 'Cannot invoke "java.util.Map.get(Object)" because "jwtData" is null'],
    ['{ jwtType: "ENCRYPTED", jwsAlgorithm: "HS256", issuer: "i" }', 'JwtBuilderType.ENCRYPTED'],
    ['{ jwtType: "SIGNED", jwsAlgorithm: "HS256", issuer: "i", signingKey: utils.types.stringToBytes("key") }', 'InternalError: Missing argument'],
    ['{ jwtType: "SIGNED", jwsAlgorithm: "HS256", issuer: "i" }', 'InternalError: Empty key'],
    ['{ jwtType: "SIGNED", jwsAlgorithm: "RS256", issuer: "i" }', 'privateKey is required for RS256'],
    [
      '{ jwtType: "SIGNED_THEN_ENCRYPTED", jwsAlgorithm: "HS256", issuer: "i", signingKey: "c2VjcmV0", encryptionKey: "c2hvcnQ=" }',
      'Invalid offset/length combination',
    ],
  ])('%s fails as in Java', async (data, message) => {
    await expect(value(`jwtAssertion.generateJwt(${data});`)).rejects.toThrow(message);
  });
  test('a key that is none is quoted neither in the error nor in the log', async () => {
    const result = await generated({ ...SIGNED, jwsAlgorithm: 'RS256', privateKey: { kty: 'RSA', n: 'TOPSECRET', e: 'AQAB', d: 'TOPSECRET' } });
    expect(result.error?.message).toContain('Invalid RSA private key');
    expect(JSON.stringify(result)).not.toContain('TOPSECRET');
  });
  test('the same run gives the same JWT again, encrypted ones too', async () => {
    const nested = { ...SIGNED, jwtType: 'SIGNED_THEN_ENCRYPTED', encryptionKey: ENCRYPTION_KEY };
    expect(await generate(nested)).toBe(await generate(nested));
  });
});

describe('jwtValidator.validateJwtClaims', () => {
  const check = { jwtType: 'SIGNED', issuer: 'i', subject: 's', audience: 'a', type: 'JWT', signingKey: 'c2VjcmV0' };
  const jwt = (more: Data = {}) => generate({ ...SIGNED, ...more });

  test('gives the claims under the names that AIC gave them, and get() finds them', async () => {
    expect(await validate({ ...check, jwt: await jwt({ jwtId: 'id-1', claims: { key1: 'v' } }) })).toEqual({
      issuer: 'i',
      subject: 's',
      audience: ['a'],
      type: 'JWT',
      issuedAt: '1970-01-01T00:16:40.000Z',
      expirationTime: '1970-01-01T00:18:40.000Z',
      jwtId: 'id-1',
      key1: 'v',
    });
    const data = JSON.stringify({ ...check, jwt: await jwt() });
    const script = `var c = jwtValidator.validateJwtClaims(${data}); outcome = [c.get("subject"), c.get("audience").get(0), c.get("expirationTime").getTime(), "" + c.get("issuedAt")].join("|");`;
    expect(await value(script, { now: NOW })).toBe('s|a|1120000|Thu Jan 01 00:16:40 UTC 1970');
  });
  test.each<[string, Data, number, string]>([
    ['another key', { signingKey: 'b3RoZXI=' }, NOW, 'the signature is not right'],
    ['another issuer', { issuer: 'x' }, NOW, 'the issuer is another'],
    ['another subject', { subject: 'x' }, NOW, 'the subject is another'],
    ['another audience', { audience: 'x' }, NOW, 'the audience is another'],
    ['another type', { type: 'x' }, NOW, 'the type is another'],
    ['a JWT that has expired', {}, 1_120_001, 'the JWT has expired'],
    ['a JWT from the future', {}, 999_999, 'the JWT is issued in the future'],
    ['no issuer', { issuer: '' }, NOW, 'issuer or stableId is required'],
    ['no jwt', { jwt: '' }, NOW, 'jwtType and jwt are required'],
    [
      'another jwtType',
      { jwtType: 'SIGNED_THEN_ENCRYPTED', encryptionKey: ENCRYPTION_KEY },
      NOW,
      'the JWT is not encrypted with dir and A128CBC-HS256',
    ],
  ])('%s: null, and the log says why', async (_, data, now, why) => {
    const result = await validated({ ...check, jwt: await jwt(), ...data }, now);
    expect(result.outcome).toBe('null');
    expect(result.logs).toEqual([{ level: 'error', message: `jwtValidator.validateJwtClaims: ${why}` }]);
  });
  test('it holds until its last millisecond, and for clockSkew seconds more, at both ends', async () => {
    const data = { ...check, jwt: await jwt() };
    expect(await validate(data, 1_120_000)).not.toBeNull();
    expect(await validate({ ...data, clockSkew: 60 }, 1_180_000)).not.toBeNull();
    expect(await validate({ ...data, clockSkew: 60 }, 1_180_001)).toBeNull();
    expect(await validate({ ...data, clockSkew: 60 }, 940_000)).not.toBeNull();
  });
  test('one of several audiences is enough; nbf is not looked at', async () => {
    const several = jwtOf({ alg: 'HS256' }, { iss: 'i', aud: ['x', 'a'], nbf: 9e9 });
    expect(await validate({ jwtType: 'SIGNED', issuer: 'i', audience: 'a', signingKey: 'c2VjcmV0', jwt: several })).toMatchObject({
      audience: ['x', 'a'],
    });
  });
  test('without a signingKey a SIGNED JWT is taken at its word, as on AIC, and the log warns', async () => {
    const forged = jwtOf({ alg: 'HS256' }, { iss: 'i', sub: 's' }, 'anything');
    const result = await validated({ jwtType: 'SIGNED', issuer: 'i', jwt: forged });
    expect(result.outcome).toBe('{"issuer":"i","subject":"s"}');
    expect(result.logs).toEqual([
      { level: 'warn', message: 'jwtValidator.validateJwtClaims: no signingKey is given: the signature is not checked, as on AIC' },
    ]);
  });
  test.each<[string, Data, string]>([
    ['an algorithm that AM has not', { jwt: jwtOf({ alg: 'HS512' }, {}) }, 'InternalError: Unsupported algorithm: HS512'],
    ['no algorithm', { jwt: jwtOf({ alg: 'none' }, {}) }, 'InternalError: Unsupported algorithm: none'],
    ['RS256 with a key that is none', { jwt: jwtOf({ alg: 'RS256' }, {}) }, 'InternalError: Invalid RSA public key'],
    ['no JWT at all', { jwt: 'nonsense' }, 'InternalError: not right number of dots, 1'],
  ])('%s is an exception', async (_, data, message) => {
    await expect(validate({ ...check, ...data })).rejects.toThrow(message);
  });
  test('a text instead of jwtData, as on AIC', async () => {
    await expect(value('jwtValidator.validateJwtClaims("invalid");')).rejects.toThrow(
      "InternalError: Can't find method org.forgerock.openam.scripting.bindings.JwtValidatorScriptWrapper.validateJwtClaims(string).",
    );
  });
  test.each(['SIGNED_THEN_ENCRYPTED', 'ENCRYPTED_THEN_SIGNED'])('%s comes back, but neither changed nor with another key', async (jwtType) => {
    const made = await jwt({ jwtType, encryptionKey: ENCRYPTION_KEY });
    const data = { ...check, jwtType, encryptionKey: ENCRYPTION_KEY };
    expect(await validate({ ...data, jwt: made })).toMatchObject({ subject: 's', audience: ['a'] });
    expect(await validate({ ...data, signingKey: 'b3RoZXI=', jwt: made })).toBeNull();
    await expect(validate({ ...data, encryptionKey: Buffer.alloc(32, 8).toString('base64'), jwt: made })).rejects.toThrow('Decryption failed');
    const parts = made.split('.');
    const tag = parts.at(-1) ?? '';
    const changed = [...parts.slice(0, -1), `${tag.startsWith('A') ? 'B' : 'A'}${tag.slice(1)}`].join('.');
    if (jwtType === 'SIGNED_THEN_ENCRYPTED') await expect(validate({ ...data, jwt: changed })).rejects.toThrow('Decryption failed');
    else expect(await validate({ ...data, jwt: changed })).toBeNull();
  });
  test('RS256: the public key is base64 of its X.509 encoding', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const made = await jwt({ jwsAlgorithm: 'RS256', privateKey: pair.privateKey.export({ format: 'jwk' }) });
    const signingKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(await validate({ ...check, signingKey, jwt: made })).toMatchObject({ subject: 's' });
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const [header, claims] = made.split('.');
    const forged = `${header}.${claims}.${sign('sha256', Buffer.from(`${header}.${claims}`), other).toString('base64url')}`;
    expect(await validate({ ...check, signingKey, jwt: forged })).toBeNull();
  });
});
