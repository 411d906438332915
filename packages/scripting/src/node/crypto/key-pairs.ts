import { constants, generateKeyPairSync, type KeyObject, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto';
import { javaEcPrivateKey, privateJwk, privateKey, publicKey, verificationKey } from './encoded-keys.ts';
import { cryptoFailure, JavaFailure } from './failure.ts';
import { type Bytes, hashOf, type Operation, part } from './types.ts';

/**
 * RSA and elliptic curves. Neither their keys nor their signatures and ciphertexts can be drawn from the run's seed: node:crypto takes its own
 * randomness. That is no harm: what a script returned is recorded as an input of the run, so a replay never runs the script again.
 */
const { RSA_NO_PADDING, RSA_PKCS1_PADDING } = constants;
/** A larger key takes longer to make than a script may run, and nothing could interrupt it. */
const MOST_BITS = 4096;

export const generateRsa: Operation = ({ modulusLength }) => {
  const bits = Number(modulusLength);
  if (!(bits >= 512)) throw new JavaFailure('RSA keys must be at least 512 bits long');
  if (bits > MOST_BITS) throw new JavaFailure(`not simulated: an RSA key of more than ${MOST_BITS} bits`);
  const pair = generateKeyPairSync('rsa', { modulusLength: bits });
  return [pair.privateKey.export({ format: 'der', type: 'pkcs8' }), pair.publicKey.export({ format: 'der', type: 'spki' })];
};

export const generateEc: Operation = ({ namedCurve }) => {
  const pair = generateKeyPairSync('ec', { namedCurve: String(namedCurve) });
  return [javaEcPrivateKey(pair.privateKey), pair.publicKey.export({ format: 'der', type: 'spki' })];
};

const truth = (value: boolean): Bytes[] => [Buffer.from([value ? 1 : 0])];

/** `SHA256withRSA`; AM documents no choice of hash for RSA, and which it takes is assumed. */
export const rsaSign: Operation = (_, parts) => [sign('sha256', part(parts, 1), privateKey(part(parts, 0), 'rsa'))];
export const rsaVerify: Operation = (_, parts) => truth(verify('sha256', part(parts, 1), publicKey(part(parts, 0), 'rsa'), part(parts, 2)));

/** The curve that goes with a hash (Ping docs: scripting, utils: "must match"). What AM says when it does not is assumed. */
const CURVES: Record<string, string> = { sha256: 'prime256v1', sha384: 'secp384r1', sha512: 'secp521r1' };
function fitting(key: KeyObject, hash: string): KeyObject {
  if (key.asymmetricKeyDetails?.namedCurve !== CURVES[hash])
    throw cryptoFailure('java.security.InvalidKeyException: the namedCurve of the key does not match the hash');
  return key;
}
/** Both numbers of the signature side by side, as in WebCrypto and JWS; ASN.1 is not understood (recorded on AIC). */
const dsaEncoding = 'ieee-p1363';
export const ecSign: Operation = (options, parts) => {
  const hash = hashOf(options);
  return [sign(hash, part(parts, 1), { key: fitting(privateKey(part(parts, 0), 'ec'), hash), dsaEncoding })];
};
export const ecVerify: Operation = (options, parts) => {
  const hash = hashOf(options);
  return truth(verify(hash, part(parts, 1), { key: fitting(publicKey(part(parts, 0), 'ec'), hash), dsaEncoding }, part(parts, 2)));
};

export const rs256Sign: Operation = (_, parts) => [sign('sha256', part(parts, 1), privateJwk(part(parts, 0)))];
export const rs256Verify: Operation = (_, parts) => truth(verify('sha256', part(parts, 1), verificationKey(part(parts, 0)), part(parts, 2)));

const sizeOf = (key: KeyObject): number => Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);

/** Java's plain "RSA" is PKCS #1 v1.5 padding. That AM asks for no other is assumed; the size of the ciphertext is recorded. */
export const rsaEncrypt: Operation = (_, parts) => {
  const key = publicKey(part(parts, 0), 'rsa');
  const most = sizeOf(key) - 11;
  if (part(parts, 1).length > most) throw cryptoFailure(`javax.crypto.IllegalBlockSizeException: Data must not be longer than ${most} bytes`);
  return [publicEncrypt({ key, padding: RSA_PKCS1_PADDING }, part(parts, 1))];
};

/** The padding is taken off here: Node 20 refuses to do it with private keys, for servers that an attacker may ask at will. */
export const rsaDecrypt: Operation = (_, parts) => {
  const key = privateKey(part(parts, 0), 'rsa');
  const bad = () => cryptoFailure('javax.crypto.BadPaddingException: Decryption error');
  if (part(parts, 1).length !== sizeOf(key)) throw bad();
  let padded: Bytes;
  try {
    padded = privateDecrypt({ key, padding: RSA_NO_PADDING }, part(parts, 1));
  } catch {
    throw bad();
  }
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) throw bad();
  return [padded.subarray(end + 1)];
};
