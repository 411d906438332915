import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { hostOf, people } from '../testing/support.ts';

const { value } = testPool();

describe('utils.crypto.subtle', () => {
  test.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])('digest %s', async (algorithm) => {
    const hex = createHash(algorithm.replace('-', '').toLowerCase()).update('text é').digest('base64');
    expect(await value(`outcome = utils.base64.encode(utils.crypto.subtle.digest("${algorithm}", utils.types.stringToBytes("text é")));`)).toBe(hex);
  });
  test('bytes are Java bytes', async () => {
    expect(
      await value(
        'var d = utils.crypto.subtle.digest("SHA-256", [1]); outcome = [d.length, d.size(), Math.min.apply(null, Array.from(d)) < 0].join();',
      ),
    ).toBe('32,32,true');
  });
  test('sign and verify with HMAC', async () => {
    const script = (options: string) =>
      `var k = utils.types.stringToBytes("key"), d = utils.types.stringToBytes("data"), s = utils.crypto.subtle.sign(${options}, k, d);
       outcome = [utils.base64.encode(s), utils.crypto.subtle.verify(${options}, k, d, s), utils.crypto.subtle.verify(${options}, k, [1], s)].join();`;
    expect(await value(script('"HMAC"'))).toBe(`${createHmac('sha256', 'key').update('data').digest('base64')},true,false`);
    expect(await value(script('{ name: "HMAC", hash: "SHA-512" }'))).toBe(
      `${createHmac('sha512', 'key').update('data').digest('base64')},true,false`,
    );
  });
  test('AES gives the text back, the same ciphertext each time the script runs again, and refuses what was changed', async () => {
    const script = `var k = utils.crypto.subtle.generateKey("AES"), e = utils.crypto.subtle.encrypt("AES", k, utils.types.stringToBytes("secret é"));
      var changed = Array.from(e); changed[20] = changed[20] ^ 1;
      try { utils.crypto.subtle.decrypt("AES", k, changed); } catch (x) { var refused = x.message; }
      outcome = [utils.types.bytesToString(utils.crypto.subtle.decrypt("AES", k, e)), utils.base64.encode(e), refused].join("|");`;
    const once = String(await value(script));
    expect(once).toMatch(/^secret é\|[A-Za-z0-9+/=]+\|javax.crypto.AEADBadTagException/);
    expect(await value(script)).toBe(once);
    expect(await value(script, { seed: 'ff'.repeat(16) })).not.toBe(once);
  });
});

describe('jwtAssertion and jwtValidator, signed with HMAC', () => {
  const data = 'jwtType: "SIGNED", jwsAlgorithm: "HS256", issuer: "i", subject: "s", audience: "a", type: "JWT", signingKey: "c2VjcmV0"';
  test("a JWT whose times are the simulation's", async () => {
    const jwt = String(await value(`outcome = jwtAssertion.generateJwt({ ${data}, validityMinutes: 2 });`, { now: 1_000_500 }));
    const [header = '', claims = '', signature] = jwt.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: 'i',
      sub: 's',
      aud: 'a',
      iat: 1000,
      exp: 1120,
      jti: expect.any(String),
    });
    expect(signature).toBe(createHmac('sha256', 'secret').update(`${header}.${claims}`).digest('base64url'));
  });
  test.each([
    ['its claims', data, 0, 's'],
    ['null for another key', data.replace('c2VjcmV0', 'b3RoZXI='), 0, 'null'],
    ['null for another audience', data.replace('"a"', '"b"'), 0, 'null'],
    ['null when it has expired', data, 600_000, 'null'],
  ])('validateJwtClaims gives %s', async (_, check, later, expected) => {
    const jwt = await value(`outcome = jwtAssertion.generateJwt({ ${data}, validityMinutes: 2 });`, { now: 1_000_000 });
    expect(
      await value(`var claims = jwtValidator.validateJwtClaims({ ${check}, jwt: "${jwt}" }); outcome = claims === null ? "null" : claims.sub;`, {
        now: 1_000_000 + later,
      }),
    ).toBe(expected);
  });
});

describe('systemEnv and secrets', () => {
  const host = hostOf(people, {
    variable: (name) => ({ 'esv.number': '42', 'esv.flag': 'true', 'esv.list': '["a"]' })[name],
    secret: (id) => (id === 'scripted.node.key' ? 'pässword' : undefined),
  });
  const given = (source: string) => value(source, {}, {}, host);
  test('values are text unless a type is asked for', async () => {
    expect(
      await given('outcome = typeof systemEnv.getProperty("esv.number") + typeof systemEnv.getProperty("esv.number", 1, "java.lang.Integer");'),
    ).toBe('stringnumber');
    expect(await given('outcome = systemEnv.getProperty("esv.flag", false, "java.lang.Boolean") === true;')).toBe(true);
    expect(await given('outcome = systemEnv.getProperty("esv.none", "default") + systemEnv.getProperty("esv.none");')).toBe('defaultnull');
  });
  test('a secret gives text and bytes; a missing one is an exception', async () => {
    expect(await given('var s = secrets.getGenericSecret("scripted.node.key"); outcome = s.getAsUtf8() + s.getAsBytes().length;')).toBe('pässword9');
    await expect(given('secrets.getGenericSecret("other");')).rejects.toThrow('NoSuchSecretException');
  });
});
