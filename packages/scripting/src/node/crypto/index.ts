import { contentDecrypt, contentEncrypt } from './content-encryption.ts';
import { JavaFailure } from './failure.ts';
import { ecSign, ecVerify, generateEc, generateRsa, rs256Sign, rs256Verify, rsaDecrypt, rsaEncrypt, rsaSign, rsaVerify } from './key-pairs.ts';
import { aesDecrypt, aesEncrypt, digest, hmac, pbkdf2 } from './secret-keys.ts';
import type { Operation, Options } from './types.ts';

const operations: Record<string, Operation> = {
  digest,
  hmac,
  aesEncrypt,
  aesDecrypt,
  pbkdf2,
  generateRsa,
  generateEc,
  rsaSign,
  rsaVerify,
  rsaEncrypt,
  rsaDecrypt,
  ecSign,
  ecVerify,
  rs256Sign,
  rs256Verify,
  contentEncrypt,
  contentDecrypt,
};

/**
 * Cryptography for the prelude: a JSON list of operation, options and base64 parts in, `{values}` in base64 or `{message, type}` out. Never throws,
 * and says nothing of an unforeseen error: its message might quote a key.
 */
export function cryptoCall(request: string): string {
  try {
    const [what, options, ...parts] = JSON.parse(request) as [string, Options, ...string[]];
    const values = operations[what]?.(
      options,
      parts.map((text) => Buffer.from(text, 'base64')),
    );
    return JSON.stringify({ values: values?.map((bytes) => bytes.toString('base64')) });
  } catch (error) {
    return JSON.stringify(
      error instanceof JavaFailure ? { message: error.message, type: error.type } : { message: 'the cryptographic operation failed' },
    );
  }
}

/** Whether an operation may take long: making an RSA key is a matter of luck, and deriving one is slow on purpose. */
export function takesLong(request: string): boolean {
  return /^\["(generateRsa|pbkdf2)"/.test(request);
}
