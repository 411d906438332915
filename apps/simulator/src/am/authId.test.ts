import { randomBytes } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { AuthIds } from './authId.ts';

const key = randomBytes(32);
const claims = { authIndexValue: 'Main', otk: 'k', authIndexType: 'service', realm: '/alpha', sessionId: 's', exp: 400, iat: 100 };

describe('authId', () => {
  it('is a JWS that any library verifies, and takes one from any library', async () => {
    const { payload, protectedHeader } = await compactVerify(new AuthIds(key).sign(claims), key);
    expect([JSON.parse(new TextDecoder().decode(payload)), protectedHeader]).toEqual([claims, { typ: 'JWT', alg: 'HS256' }]);
    expect(new AuthIds(key).verify(await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(key))).toEqual(claims);
  });
  it('is refused when changed, signed with another key, or no JWS at all', () => {
    const authIds = new AuthIds(key);
    const authId = authIds.sign(claims);
    const [header, , signature] = authId.split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify({ ...claims, sessionId: 'other' })).toString('base64url')}.${signature}`;
    for (const bad of [forged, new AuthIds(randomBytes(32)).sign(claims), `${authId}x`, '', '...', 'abc', `${header}..`])
      expect(authIds.verify(bad)).toBeUndefined();
  });
  it('is known again as often as it comes, and when its server was restarted since', () => {
    const authIds = new AuthIds(key);
    const authId = authIds.sign(claims);
    for (const server of [authIds, authIds, new AuthIds(key)]) expect(server.verify(authId)).toEqual(claims);
  });
  it('is known also when thousands were signed since', () => {
    const authIds = new AuthIds(key);
    const first = authIds.sign(claims);
    for (let n = 0; n < 2000; n++) authIds.sign({ ...claims, sessionId: `s${n}` });
    expect(authIds.verify(first)).toEqual(claims);
  });
});
