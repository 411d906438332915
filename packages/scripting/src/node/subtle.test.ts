import { createHash, createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';

/** What the scripts' `subtle` gives is compared with node's own functions and with what was recorded on AIC (September 2026). */
const { value, run } = testPool({ timeoutMs: 5000 });
const HELPERS = `var subtle = utils.crypto.subtle, text = utils.types.stringToBytes, b64 = utils.base64.encode, bytes = utils.base64.decodeToBytes;
function hex(a) { var h = ""; for (var i = 0; i < a.length; i++) { var x = (a[i] + 256) % 256; h += (x < 16 ? "0" : "") + x.toString(16); } return h; }
`;
const of = async (expression: string, seed?: string) => value(`${HELPERS} outcome = ${expression};`, seed === undefined ? {} : { seed });
const error = async (expression: string) => value(`${HELPERS} try { ${expression}; outcome = "none"; } catch (e) { outcome = String(e); }`);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('digest', () => {
  test.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])('%s', async (hash) => {
    const expected = createHash(hash.replace('-', '').toLowerCase()).update('text é').digest('base64');
    expect(await of(`b64(subtle.digest("${hash}", text("text é")))`)).toBe(expected);
  });
  test.each(['"MD5"', '{ name: "SHA-256" }', '"sha-256"'])('%s is refused, as on AIC', async (hash) => {
    expect(await error(`subtle.digest(${hash}, [1])`)).toBe('InternalError: Algorithm must be one of [SHA-256, SHA-384, SHA-1, SHA-512]');
  });
  test('bytes are Java bytes, and JavaScript arrays are taken', async () => {
    const expression = 'subtle.digest("SHA-256", [97, 98, 99])';
    expect(await of(`hex(${expression})`)).toBe(createHash('sha256').update('abc').digest('hex'));
    expect(await of(`[${expression}.length, ${expression}.size(), Array.isArray([].concat(${expression}[0])), ${expression}[0]].join()`)).toBe(
      '32,32,true,-70',
    );
  });
});

describe('HMAC', () => {
  test('SHA-256 unless another hash is named', async () => {
    const script = (algorithm: string) =>
      `[b64(subtle.sign(${algorithm}, text("key"), text("data"))), subtle.verify(${algorithm}, text("key"), text("data"), subtle.sign(${algorithm}, text("key"), text("data"))), subtle.verify(${algorithm}, text("key"), text("dato"), subtle.sign(${algorithm}, text("key"), text("data")))].join()`;
    expect(await of(script('"HMAC"'))).toBe(`${createHmac('sha256', 'key').update('data').digest('base64')},true,false`);
    expect(await of(script('{ name: "HMAC", hash: "SHA-512" }'))).toBe(`${createHmac('sha512', 'key').update('data').digest('base64')},true,false`);
  });
  test('a hash that is an object is none, as on AIC', async () => {
    expect(await error('subtle.sign({ name: "HMAC", hash: { name: "SHA-256" } }, [1], [1])')).toBe(
      'InternalError: Unsupported hashing algorithm: [object Object]',
    );
  });
});

describe('AES', () => {
  test('ECB with PKCS5Padding: no vector, the bytes that AIC gave', async () => {
    expect(await of('hex(subtle.encrypt("AES", text("0123456789abcdef"), text("abc")))')).toBe('1d25821c3e311eea2d4dd8633a25c1b5');
    expect(await of('hex(subtle.encrypt({ name: "AES" }, text("0123456789abcdef01234567"), text("abc")))')).toBe('377f35478afd40126bdcb4d5f9be9ee6');
  });
  test('gives the text back; the key comes from the seed', async () => {
    const expression =
      '(function (k) { return utils.types.bytesToString(subtle.decrypt("AES", k, subtle.encrypt("AES", k, text("secret é")))) + b64(k); })(subtle.generateKey("AES"))';
    const once = await of(expression);
    expect(once).toMatch(/^secret é.{44}$/);
    expect(await of(expression)).toBe(once);
    expect(await of(expression, 'ff'.repeat(16))).not.toBe(once);
  });
  test.each([
    ['subtle.encrypt("AES", text("short"), [1])', 'java.security.InvalidKeyException: Invalid AES key length: 5 bytes'],
    ['subtle.decrypt("AES", text("0123456789abcdef"), text("0123456789abcdef"))', 'javax.crypto.BadPaddingException: Given final block'],
    ['subtle.decrypt("AES", text("0123456789abcdef"), [1, 2])', 'javax.crypto.IllegalBlockSizeException: Input length'],
  ])('%s fails as in Java', async (expression, message) => {
    expect(await error(expression)).toContain(`JavaException: org.forgerock.openam.scripting.bindings.crypto.ScriptCryptoException: ${message}`);
  });
  test.each(['encrypt', 'decrypt'])('%s knows AES and RSA', async (method) => {
    expect(await error(`subtle.${method}("AES-CBC", [1], [1])`)).toBe('InternalError: Algorithm must be one of [AES, RSA]');
  });
});

describe('generateKey', () => {
  test.each([
    ['"AES"', 32],
    ['{ name: "AES", length: 128 }', 16],
    ['"HMAC"', 32],
    ['{ name: "HMAC", hash: "SHA-384" }', 48],
  ])('%s: %i bytes', async (algorithm, length) => {
    expect(await of(`subtle.generateKey(${algorithm}).length`)).toBe(length);
  });
  test.each(['"AES-CBC"', '{ name: "AES-CBC", length: 128 }'])('%s is refused, as on AIC', async (algorithm) => {
    expect(await error(`subtle.generateKey(${algorithm})`)).toBe('InternalError: Algorithm must be one of [AES, ECDSA, RSA, HMAC]');
  });
  test('a pair is a map of Java encodings: X.509 and PKCS #8', async () => {
    const rsa = String(
      await of('(function (k) { return [b64(k.privateKey), b64(k.get("publicKey")), Object.keys(k).sort()].join(); })(subtle.generateKey("RSA"))'),
    );
    const [pkcs8 = '', spki = '', ...keys] = rsa.split(',');
    expect(keys).toEqual(['privateKey', 'publicKey']);
    expect(Buffer.from(spki, 'base64')).toHaveLength(294);
    const priv = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
    expect(createPublicKey(priv).export({ format: 'der', type: 'spki' }).toString('base64')).toBe(spki);
  });
  test.each([
    ['P-256', 67, '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'],
    ['P-384', 80, '304e0201'],
    ['P-521', 98, '30600201'],
  ])('%s: the private key lacks the public point, as Java writes it', async (curve, length, head) => {
    const key = Buffer.from(String(await of(`b64(subtle.generateKey({ name: "ECDSA", namedCurve: "${curve}" }).privateKey)`)), 'base64');
    expect(key).toHaveLength(length);
    expect(key.toString('hex').startsWith(head)).toBe(true);
    const jwk = createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
    expect(jwk.crv).toBe(curve);
  });
});

describe('RSA', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKey = base64(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
  const publicKey = base64(pair.publicKey.export({ format: 'der', type: 'spki' }));

  test('signatures are those of node, both ways', async () => {
    const signature = String(await of(`b64(subtle.sign("RSA", bytes("${privateKey}"), text("data")))`));
    expect(verify('sha256', Buffer.from('data'), pair.publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    const other = sign('sha256', Buffer.from('data'), pair.privateKey).toString('base64');
    const checked = (data: string) => of(`subtle.verify({ name: "RSA" }, bytes("${publicKey}"), text("${data}"), bytes("${other}"))`);
    expect([await checked('data'), await checked('dato')]).toEqual([true, false]);
  });
  test('encrypts for its private key', async () => {
    const script = `(function (c) { return c.length + utils.types.bytesToString(subtle.decrypt("RSA", bytes("${privateKey}"), c)); })(subtle.encrypt("RSA", bytes("${publicKey}"), text("secret é")))`;
    expect(await of(script)).toBe('256secret é');
  });
  test('text that is too long, and ciphertext for another key', async () => {
    expect(await error(`subtle.encrypt("RSA", bytes("${publicKey}"), text("${'x'.repeat(246)}"))`)).toContain(
      'Data must not be longer than 245 bytes',
    );
    const other = base64(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'der', type: 'pkcs8' }));
    expect(await error(`subtle.decrypt("RSA", bytes("${other}"), subtle.encrypt("RSA", bytes("${publicKey}"), text("x")))`)).toContain(
      'javax.crypto.BadPaddingException',
    );
  });
  test('a key pair in place of a key, as on AIC', async () => {
    expect(await error('var k = { privateKey: [1], publicKey: [1] }; subtle.encrypt("RSA", k, [1])')).toBe(
      "InternalError: Can't find method org.forgerock.openam.scripting.bindings.crypto.subtle.ScriptSubtleService.encrypt(string,org.forgerock.openam.scripting.javascript.MapScriptWrapper,[B).",
    );
  });
  test('what is no key is not quoted: neither in the error nor in the log', async () => {
    const result = await run(`${HELPERS} subtle.sign("RSA", text("-----BEGIN TOPSECRET"), [1]);`);
    expect(result.error?.message).toContain('java.security.spec.InvalidKeySpecException');
    expect(JSON.stringify(result)).not.toContain('TOPSECRET');
  });
});

describe('ECDSA', () => {
  test.each([
    ['P-256', 'SHA-256', 64],
    ['P-384', 'SHA-384', 96],
    ['P-521', 'SHA-512', 132],
  ])('%s with %s: both numbers side by side, as WebCrypto has them', async (namedCurve, hash, length) => {
    const algorithm = `{ name: "ECDSA", hash: "${hash}" }`;
    const [publicKey = '', signature = '', ok] = String(
      await of(
        `(function (k) { var s = subtle.sign(${algorithm}, k.privateKey, text("data")); return [b64(k.publicKey), b64(s), subtle.verify(${algorithm}, k.publicKey, text("data"), s)].join(); })(subtle.generateKey({ name: "ECDSA", namedCurve: "${namedCurve}" }))`,
      ),
    ).split(',');
    expect(ok).toBe('true');
    expect(Buffer.from(signature, 'base64')).toHaveLength(length);
    const key = await webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), { name: 'ECDSA', namedCurve }, true, ['verify']);
    expect(await webcrypto.subtle.verify({ name: 'ECDSA', hash }, key, Buffer.from(signature, 'base64'), Buffer.from('data'))).toBe(true);
  });
  test('a signature in ASN.1 is not right, as on AIC', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = base64(pair.publicKey.export({ format: 'der', type: 'spki' }));
    const signed = (dsaEncoding: 'der' | 'ieee-p1363') => base64(sign('sha256', Buffer.from('data'), { key: pair.privateKey, dsaEncoding }));
    const check = (signature: string) => of(`subtle.verify("ECDSA", bytes("${key}"), text("data"), bytes("${signature}"))`);
    expect([await check(signed('ieee-p1363')), await check(signed('der'))]).toEqual([true, false]);
  });
  test('the hash has to match the curve', async () => {
    expect(await error('subtle.sign({ name: "ECDSA", hash: "SHA-512" }, subtle.generateKey("ECDSA").privateKey, [1])')).toContain(
      'the namedCurve of the key does not match the hash',
    );
  });
});

describe('deriveKey', () => {
  const pbkdf2 = (more: string) => `{ name: "PBKDF2", ${more} }`;
  test('PBKDF2: the bytes that AIC gave', async () => {
    const algorithm = pbkdf2('salt: text("salt"), iterations: 1, hash: "SHA-256"');
    expect(await of(`hex(subtle.deriveKey(${algorithm}, text("password"), 256))`)).toBe(
      '120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b',
    );
    expect(await of(`hex(subtle.deriveKey(${algorithm}, "password", 128))`)).toBe('120fb6cffcf8b32c43e7225256c4f837');
  });
  test.each([
    ['"PBKDF2"', 'Salt must be provided for PBKDF2.'],
    [pbkdf2('salt: [1, 2, 3], iterations: 10'), 'class org.mozilla.javascript.NativeArray cannot be cast to class [B'],
    [pbkdf2('salt: text("s")'), 'iterationCount must be > 0'],
    ['{ name: "HKDF", salt: text("s") }', 'Algorithm must be one of [PBKDF2]'],
  ])('%s is refused', async (algorithm, message) => {
    expect(await error(`subtle.deriveKey(${algorithm}, text("k"), 256)`)).toBe(`InternalError: ${message}`);
  });
});

test('a script that has replaced built-ins gets the same', async () => {
  const work = `${HELPERS} var k = text("0123456789abcdef"); outcome = [hex(subtle.encrypt("AES", k, k)), hex(subtle.sign("HMAC", k, k)), subtle.generateKey("ECDSA").publicKey.length].join("|");`;
  const tamper = `Array.prototype[Symbol.iterator] = JSON.parse = JSON.stringify = Reflect.apply = function () { throw new Error("stolen"); };
    Object.prototype.values = ["AAAA"]; Object.prototype.type = "forged";
    Object.defineProperty(Array.prototype, 0, { set: function () { throw new Error("stolen"); }, configurable: true });`;
  const es6 = { language: 'es6' } as const;
  // Its own join and literals are the script's affair: it takes the text together before.
  const clean = await value(work, {}, es6);
  expect(await value(`${tamper}\n${work}`, {}, es6)).toBe(clean);
});
