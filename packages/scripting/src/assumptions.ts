import { SCRIPT_MS } from './time-limit.ts';

/**
 * What scripts meet where neither a recording nor Ping's pages say; the code that rests on one says so where it stands. Assumptions of the nodes that
 * run scripts are in their definitions. For docs/fidelity.md.
 */
export const scriptAssumptions: readonly string[] = [
  // Language
  'List patterns, spread, classes, optional chaining, `??`, async functions and dynamic import are refused as Rhino 1.7.14 refuses them; no tenant was asked.',
  'Code that a script evaluates is held to the same language, and its refusal is a SyntaxError that can be caught.',
  // Limits
  `A script is stopped after ${SCRIPT_MS} ms: the limit is Tandem’s own, so that an endless script fails at once; what a tenant allows is set there.`,
  // State of the world
  "What a script changes is applied as it ends, to the identities and objects of that moment: others' changes of other values stay, one that was deleted stays deleted.",
  'A user name that somebody took while the script ran fails the script; its other writes stay.',
  'A revision that a script passes to update, patch or delete is not compared.',
  'A managed object of a type that nobody declared may be made; only users have policies.',
  'openidm and policy.evaluate, where only the tenant knows the answer, give what the HTTP stub of the REST request gives; such a request has no effect on the realm.',
  'external/email takes to, from, subject, body and type of a mail; attachments, cc and bcc are left out.',
  'HTTP stubs answer one after the other; the visit takes as long as all of them together.',
  'ESVs are text unless a type is asked for.',
  'A client that asks for no locale gets "en"; getLocalizedMessage falls back to the first text of the map.',
  // jwtAssertion, jwtValidator
  'A JWT without validityMinutes ends at the moment it is made; fractions of a minute are dropped.',
  'A key of more than 32 bytes for A128CBC-HS256 is cut; an empty one is an exception.',
  'The key that checks RS256 is base64 of a SubjectPublicKeyInfo, not a JWK.',
  'Times in validated claims are Java dates, `nbf` is called notBefore.',
  "The words of exceptions about an unknown jwtType and an RSA key that cannot be read are ours, in Java's form.",
  // utils.crypto.subtle
  'RSA signs with SHA-256 and encrypts with PKCS #1 v1.5 padding.',
  'HMAC keys for SHA-1, SHA-384 and SHA-512 have 64, 48 and 64 bytes.',
  "The algorithms that a refusal lists, and what is said of a curve that does not fit the hash or of a length that PBKDF2 cannot have, are ours, in Java's form.",
  // Callbacks
  'The inputs of LanguageCallback end in Language and Country; HttpCallback and X509CertificateCallback have the field names of AM’s Java classes.',
];
