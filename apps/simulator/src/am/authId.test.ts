import { randomBytes } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { signAuthId, verifyAuthId } from './authId.ts';

const key = randomBytes(32);
const claims = { authIndexValue: 'Main', otk: 'k', authIndexType: 'service', realm: '/alpha', sessionId: 's', exp: 400, iat: 100 };

describe('authId', () => {
  it('is a JWS that any library verifies, and takes one from any library', async () => {
    const { payload, protectedHeader } = await compactVerify(signAuthId(claims, key), key);
    expect([JSON.parse(new TextDecoder().decode(payload)), protectedHeader]).toEqual([claims, { typ: 'JWT', alg: 'HS256' }]);
    expect(verifyAuthId(await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(key), key)).toEqual(claims);
  });
  it('is refused when changed, signed with another key, or no JWS at all', () => {
    const authId = signAuthId(claims, key);
    const [header, , signature] = authId.split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify({ ...claims, sessionId: 'other' })).toString('base64url')}.${signature}`;
    for (const bad of [forged, signAuthId(claims, randomBytes(32)), `${authId}x`, '', '...', 'abc', `${header}..`])
      expect(verifyAuthId(bad, key)).toBeUndefined();
  });
});
