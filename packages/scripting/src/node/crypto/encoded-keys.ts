import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { cryptoFailure, JavaFailure } from './failure.ts';
import type { Bytes } from './types.ts';

type Kind = 'rsa' | 'ec';

function parsed(make: () => KeyObject, kind: Kind): KeyObject | undefined {
  try {
    const key = make();
    return key.asymmetricKeyType === kind ? key : undefined;
  } catch {
    // What OpenSSL says of a key could quote it.
    return undefined;
  }
}
const invalid = () => cryptoFailure('java.security.spec.InvalidKeySpecException: java.security.InvalidKeyException: invalid key format');

/** A private key as Java encodes it: PKCS #8 (recorded on AIC). */
export function privateKey(der: Bytes, kind: Kind): KeyObject {
  const key = parsed(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), kind);
  if (!key) throw invalid();
  return key;
}

/** A public key as Java encodes it: X.509's SubjectPublicKeyInfo (recorded on AIC). */
export function publicKey(der: Bytes, kind: Kind): KeyObject {
  const key = parsed(() => createPublicKey({ key: der, format: 'der', type: 'spki' }), kind);
  if (!key) throw invalid();
  return key;
}

/** The public key for RS256: base64 of SubjectPublicKeyInfo, not a JWK (assumed: what AM documents for it is ambiguous). */
export function verificationKey(der: Bytes): KeyObject {
  const key = parsed(() => createPublicKey({ key: der, format: 'der', type: 'spki' }), 'rsa');
  if (!key) throw new JavaFailure('Invalid RSA public key');
  return key;
}

/** The private key for RS256, a JWK (Ping docs: scripted decision node, privateKey; RFC 7518 section 6.3). */
export function privateJwk(json: Bytes): KeyObject {
  const key = parsed(() => createPrivateKey({ key: JSON.parse(json.toString()) as JsonWebKey, format: 'jwk' }), 'rsa');
  if (!key) throw new JavaFailure('Invalid RSA private key: expected a JWK with n, e, d, p, q, dp, dq and qi');
  return key;
}

/** DER in front of and after the private number of a curve, without the public point: so Java writes PKCS #8 (recorded on AIC for P-256). */
const EC_PREFIX: Record<string, string> = {
  'P-256': '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
  'P-384': '304e020100301006072a8648ce3d020106052b81040022043730350201010430',
  'P-521': '3060020100301006072a8648ce3d020106052b81040023044930470201010442',
};
export function javaEcPrivateKey(key: KeyObject): Bytes {
  const { crv = '', d = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.from(EC_PREFIX[crv] ?? '', 'hex'), Buffer.from(d, 'base64url')]);
}
