import type { ScriptEffect } from '@tandem/nodes';
import { createScriptPool } from '@tandem/scripting/node';
import {
  base64url,
  CompactEncrypt,
  CompactSign,
  compactDecrypt,
  compactVerify,
  EncryptJWT,
  exportJWK,
  generateKeyPair,
  jwtDecrypt,
  jwtVerify,
  SignJWT,
} from 'jose';
import { afterAll, describe, expect, it } from 'vitest';

/** The JWTs of scripts (jwtAssertion, jwtValidator) against jose, another implementation of the same RFCs: each reads what the other wrote. */
const pool = createScriptPool({ size: 1, timeoutMs: 5000 });
afterAll(() => pool.close());

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
async function script(source: string): Promise<unknown> {
  const bindings: ScriptEffect['bindings'] = {
    shared: {},
    transient: {},
    secure: {},
    callbacks: [],
    realm: '/alpha',
    cookieName: 'cookie',
    requestHeaders: {},
    requestParameters: {},
    requestCookies: {},
    resumedFromSuspend: false,
    journey: { name: 'JWT', identityResource: 'managed/alpha_user', innerJourney: false, mustRun: false },
    locales: ['en'],
    resumeUri: 'https://am.example/resume',
    now: NOW,
    seed: '00',
  };
  const effect: ScriptEffect = {
    kind: 'script',
    context: 'SCRIPTED_DECISION_NODE',
    engine: 'next-gen',
    scriptId: 'id',
    scriptName: 'JWT',
    source,
    bindings,
  };
  const result = await pool.run(effect, () => ({ ok: false, message: 'no host' }));
  if (result.error) throw new Error(result.error.message);
  return result.outcome;
}
const generate = (data: object) => script(`outcome = jwtAssertion.generateJwt(${JSON.stringify(data)});`) as Promise<string>;
const validate = async (data: object) =>
  JSON.parse(String(await script(`outcome = JSON.stringify(jwtValidator.validateJwtClaims(${JSON.stringify(data)}));`))) as unknown;

const secret = new TextEncoder().encode('a secret for HMAC that is long enough');
const contentKey = new Uint8Array(32).fill(9);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const keys = { signingKey: text(secret), encryptionKey: text(contentKey) };
const data = { issuer: 'https://am.example', subject: 'bjensen', audience: 'app', validityMinutes: 5, claims: { key1: 'välue' } };
const expected = { issuer: 'https://am.example', audience: 'app', subject: 'bjensen', currentDate: new Date(NOW) };
const check = { issuer: 'https://am.example', subject: 'bjensen', audience: 'app', ...keys };
const claims = { key1: 'välue', iss: 'https://am.example', sub: 'bjensen', aud: ['app'], iat: NOW / 1000, exp: NOW / 1000 + 300 };
const dir = { alg: 'dir', enc: 'A128CBC-HS256' };

describe('jose reads what jwtAssertion wrote', () => {
  it('SIGNED with HS256', async () => {
    const jwt = await generate({ ...data, ...keys, jwtType: 'SIGNED', jwsAlgorithm: 'HS256' });
    expect((await jwtVerify(jwt, secret, expected)).payload).toMatchObject({ key1: 'välue', exp: NOW / 1000 + 300 });
  });
  it('SIGNED with RS256', async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwt = await generate({ ...data, privateKey: await exportJWK(pair.privateKey), jwtType: 'SIGNED', jwsAlgorithm: 'RS256' });
    const read = await jwtVerify(jwt, pair.publicKey, expected);
    expect(read.protectedHeader).toEqual({ typ: 'JWT', alg: 'RS256' });
    expect(read.payload.key1).toBe('välue');
  });
  it('SIGNED_THEN_ENCRYPTED', async () => {
    const jwt = await generate({ ...data, ...keys, jwtType: 'SIGNED_THEN_ENCRYPTED', jwsAlgorithm: 'HS256' });
    const outer = await compactDecrypt(jwt, contentKey);
    expect(outer.protectedHeader).toEqual({ typ: 'JWT', cty: 'JWT', ...dir });
    expect((await jwtVerify(Buffer.from(outer.plaintext).toString(), secret, expected)).payload.key1).toBe('välue');
  });
  it('ENCRYPTED_THEN_SIGNED', async () => {
    const jwt = await generate({ ...data, ...keys, jwtType: 'ENCRYPTED_THEN_SIGNED', jwsAlgorithm: 'HS256' });
    const outer = await compactVerify(jwt, secret);
    expect(outer.protectedHeader).toEqual({ typ: 'JWT', cty: 'JWT', alg: 'HS256' });
    expect((await jwtDecrypt(Buffer.from(outer.payload).toString(), contentKey, expected)).payload.key1).toBe('välue');
  });
});

describe('jwtValidator reads what jose wrote', () => {
  const seen = { issuer: 'https://am.example', subject: 'bjensen', audience: ['app'], key1: 'välue' };
  it('SIGNED with HS256', async () => {
    const jwt = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await validate({ ...check, jwtType: 'SIGNED', jwt })).toMatchObject(seen);
  });
  it('SIGNED with RS256', async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwt = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(pair.privateKey);
    const signingKey = text(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
    expect(await validate({ ...check, signingKey, jwtType: 'SIGNED', jwt })).toMatchObject(seen);
    const other = await generateKeyPair('RS256');
    expect(
      await validate({
        ...check,
        signingKey,
        jwtType: 'SIGNED',
        jwt: await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(other.privateKey),
      }),
    ).toBeNull();
  });
  it('SIGNED_THEN_ENCRYPTED', async () => {
    const inner = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    const jwt = await new CompactEncrypt(new TextEncoder().encode(inner)).setProtectedHeader(dir).encrypt(contentKey);
    expect(await validate({ ...check, jwtType: 'SIGNED_THEN_ENCRYPTED', jwt })).toMatchObject(seen);
  });
  it('ENCRYPTED_THEN_SIGNED', async () => {
    const inner = await new EncryptJWT(claims).setProtectedHeader(dir).encrypt(contentKey);
    const jwt = await new CompactSign(new TextEncoder().encode(inner)).setProtectedHeader({ alg: 'HS256', cty: 'JWT' }).sign(secret);
    expect(await validate({ ...check, jwtType: 'ENCRYPTED_THEN_SIGNED', jwt })).toMatchObject(seen);
  });
  it('not what is encrypted in another way', async () => {
    const jwt = await new CompactEncrypt(base64url.decode('YQ')).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(contentKey);
    expect(await validate({ ...check, jwtType: 'SIGNED_THEN_ENCRYPTED', jwt })).toBeNull();
  });
});
