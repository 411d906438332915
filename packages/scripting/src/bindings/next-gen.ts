import type { Member } from './types.ts';

const BUILDER = 'Gives the action again, so calls can be chained.';

/** Members of what next-generation scripts have (evaluator version 2.0). */
export const nextGenTypes: Readonly<Record<string, readonly Member[]>> = {
  action: [
    { call: 'goTo(outcome)', help: `Ends the visit at an outcome of the node. Callbacks that were queued win over it. ${BUILDER}`, gives: 'action' },
    {
      call: 'suspend(text, logic?, maxMinutes?)',
      help: `Suspends the journey: the person sees the text, "{0}" stands for the address that resumes it; logic(resumeUri) runs first, for sending the address. ${BUILDER}`,
      gives: 'action',
    },
    {
      call: 'putSessionProperty(key, value)',
      help: `Puts a property into the session that a successful journey creates. It is not in existingSession before that. ${BUILDER}`,
      gives: 'action',
    },
    { call: 'removeSessionProperty(key)', help: `Takes a property out of that session. ${BUILDER}`, gives: 'action' },
    { call: 'withIdentifiedUser(username)', help: `Says which user this is, so that nodes after it find the identity. ${BUILDER}`, gives: 'action' },
    { call: 'withIdentifiedAgent(name)', help: `The same for an agent. ${BUILDER}`, gives: 'action' },
    { call: 'withErrorMessage(text)', help: `Text for the person if the journey fails. ${BUILDER}`, gives: 'action' },
    { call: 'withLockoutMessage(text)', help: `Text for the person if the account is locked. ${BUILDER}`, gives: 'action' },
    { call: 'withHeader(text)', help: `Heading of the page that the callbacks are shown on. ${BUILDER}`, gives: 'action' },
    { call: 'withDescription(text)', help: `Text below the heading of that page. ${BUILDER}`, gives: 'action' },
    { call: 'withStage(name)', help: `Stage that the client's page may use to pick a layout. ${BUILDER}`, gives: 'action' },
    { call: 'withMaxSessionTime(minutes)', help: `Longest life of the session, at least 1. ${BUILDER}`, gives: 'action' },
    { call: 'withMaxIdleTime(minutes)', help: `Longest idle time of the session, at least 1. ${BUILDER}`, gives: 'action' },
  ],
  nodeState: [
    {
      call: 'get(key)',
      help: 'Value of a key: from transient state, else secure, else shared; null when there is none. Plain JavaScript, no asString().',
    },
    {
      call: 'getObject(key)',
      help: 'The maps of all three states under a key put together, as something that cannot be changed; null when there is none.',
    },
    { call: 'isDefined(key)', help: 'Whether any of the three states has the key.' },
    { call: 'keys()', help: 'Keys of all three states, a Java collection.', gives: 'list' },
    { call: 'putShared(key, value)', help: 'Writes to shared state, which stays for the whole journey.', gives: 'nodeState' },
    {
      call: 'putTransient(key, value)',
      help: 'Writes to transient state, which is gone once callbacks were sent (what later nodes need becomes secure state).',
      gives: 'nodeState',
    },
    {
      call: 'mergeShared(object)',
      help: 'Writes each property of an object to shared state. Nested objects only under objectAttributes, which is added to.',
      gives: 'nodeState',
    },
    { call: 'mergeTransient(object)', help: 'The same to transient state.', gives: 'nodeState' },
    { call: 'remove(key)', help: 'Takes the key out of all three states.' },
  ],
  openidm: [
    { call: 'read(resource, params?, fields?)', help: 'Reads a record such as "managed/alpha_user/<id>"; null when there is none.' },
    { call: 'query(resource, params, fields?)', help: 'Finds records: {_queryFilter: \'userName eq "bjensen"\'}. The records are in "result".' },
    { call: 'create(resource, id, content, params?, fields?)', help: 'Makes a record; with null for the id it gets one.' },
    { call: 'update(resource, rev, value, params?, fields?)', help: 'Replaces a record; null for the revision does not check it.' },
    {
      call: 'patch(resource, rev, operations, params?, fields?)',
      help: 'Changes parts of a record: [{operation: "replace", field: "/mail", value: "…"}].',
    },
    { call: 'delete(resource, rev, params?, fields?)', help: 'Deletes a record.' },
    { call: 'action(resource, name, content?, params?, fields?)', help: 'An action of IDM, such as "send" of "external/email".' },
  ],
  idRepository: [
    {
      call: 'getIdentity(id)',
      help: 'The identity with this _id (on AIC a UUID, not the user name). It is an object in any case: ask exists().',
      gives: 'identity',
    },
  ],
  identity: [
    { call: 'exists()', help: 'Whether there is such an identity (AM 8.1).' },
    { call: 'getName()', help: 'Its name in AM, which on AIC is its _id.' },
    { call: 'getUniversalId()', help: "Its id in AM's universal form." },
    {
      call: 'getAttributeValues(attribute)',
      help: "Values of an attribute by AM's name (mail, uid, fr-attr-str1), a Java collection.",
      gives: 'list',
    },
    { call: 'setAttribute(attribute, values)', help: 'Sets an attribute to a list of values; kept when store() is called.' },
    { call: 'addAttribute(attribute, value)', help: 'Adds one value; kept when store() is called.' },
    { call: 'store()', help: 'Writes what setAttribute and addAttribute changed. Without it nothing is saved.' },
  ],
  httpClient: [
    {
      call: 'send(uri, options?)',
      help: "Sends a request: options method, headers, body, form, token (bearer; an Authorization header is ignored). In Tandem the realm's HTTP stubs answer.",
      gives: 'responsePromise',
    },
  ],
  responsePromise: [
    { call: 'get()', help: 'Waits for the answer and gives it; throws when there is none.', gives: 'response' },
    { call: 'then(onAnswer, onError?)', help: 'Calls a function with the answer.', gives: 'responsePromise' },
    { call: 'catch(onError)', help: 'Calls a function with what went wrong.', gives: 'responsePromise' },
    { call: 'finally(handler)', help: 'Calls a function in either case.', gives: 'responsePromise' },
  ],
  response: [
    { call: 'status', help: 'Status of the answer, such as 200.' },
    { call: 'statusText', help: 'Words that came with the status.' },
    { call: 'ok', help: 'Whether the status is from 200 to 299.' },
    { call: 'headers', help: 'Headers: headers.get("content-type").get(0).', gives: 'requestMap' },
    { call: 'text()', help: 'The body as text.' },
    { call: 'json()', help: 'The body as an object.' },
  ],
  logger: [
    { call: 'trace(format, ...values)', help: 'Writes to the log, finest level; each {} is replaced by a value.' },
    { call: 'debug(format, ...values)', help: 'Writes to the log at debug; each {} is replaced by a value.' },
    { call: 'info(format, ...values)', help: 'Writes to the log at info.' },
    { call: 'warn(format, ...values)', help: 'Writes to the log at warning.' },
    { call: 'error(format, ...values)', help: 'Writes to the log at error.' },
    { call: 'isTraceEnabled()', help: 'Whether trace is written.' },
    { call: 'isDebugEnabled()', help: 'Whether debug is written.' },
    { call: 'isInfoEnabled()', help: 'Whether info is written.' },
    { call: 'isWarnEnabled()', help: 'Whether warnings are written.' },
    { call: 'isErrorEnabled()', help: 'Whether errors are written.' },
    { call: 'getName()', help: "Name of this script's logger." },
  ],
  utils: [
    { call: 'base64', help: 'Base64.', gives: 'utils.base64' },
    { call: 'base64url', help: 'Base64 for addresses: - and _, no =.', gives: 'utils.base64url' },
    { call: 'crypto', help: 'Random values, digests, signatures, encryption.', gives: 'utils.crypto' },
    { call: 'types', help: 'Text to bytes and back.', gives: 'utils.types' },
  ],
  'utils.base64': [
    { call: 'encode(value)', help: 'Text (as UTF-8) or bytes as Base64.' },
    { call: 'decode(text)', help: 'Base64 as text; throws for what is none.' },
    { call: 'btoa(value)', help: 'The same as encode.' },
    { call: 'atob(text)', help: 'The same as decode.' },
    { call: 'decodeToBytes(text)', help: 'Base64 as a list of bytes.' },
  ],
  'utils.base64url': [
    { call: 'encode(value)', help: 'Text (as UTF-8) or bytes as Base64 for addresses.' },
    { call: 'decode(text)', help: 'The text behind it; null for what is none.' },
    { call: 'btoa(value)', help: 'The same as encode.' },
    { call: 'atob(text)', help: 'The same as decode.' },
    { call: 'decodeToBytes(text)', help: 'The bytes behind it.' },
  ],
  'utils.crypto': [
    { call: 'randomUUID()', help: 'A new random UUID.' },
    { call: 'getRandomValues(array)', help: 'Fills an array with random numbers.' },
    { call: 'subtle', help: 'Digests, signatures, encryption and keys.', gives: 'utils.crypto.subtle' },
  ],
  'utils.crypto.subtle': [
    { call: 'digest(algorithm, bytes)', help: 'Hash of bytes: "SHA-256", "SHA-512" ….' },
    { call: 'sign(algorithm, key, bytes)', help: 'Signature of bytes: "HMAC", "RSASSA-PKCS1-v1_5" ….' },
    { call: 'verify(algorithm, key, bytes, signature)', help: 'Whether a signature is right.' },
    { call: 'encrypt(algorithm, key, bytes)', help: 'Encrypts bytes: "AES", "RSA".' },
    { call: 'decrypt(algorithm, key, bytes)', help: 'Decrypts bytes.' },
    { call: 'generateKey(algorithm)', help: 'A new key or pair of keys.' },
    { call: 'deriveKey(algorithm)', help: 'A key made of a password (AM 8.1).' },
  ],
  'utils.types': [
    { call: 'stringToBytes(text)', help: 'Text as a list of bytes (UTF-8).' },
    { call: 'bytesToString(bytes)', help: 'Bytes as text (UTF-8).' },
  ],
  secrets: [{ call: 'getGenericSecret(id)', help: 'A secret of the realm by its id.', gives: 'secret' }],
  secret: [
    { call: 'getAsUtf8()', help: 'The secret as text.' },
    { call: 'getAsBytes()', help: 'The secret as bytes.' },
  ],
  systemEnv: [{ call: 'getProperty(name, default?)', help: 'An ESV by the name that scripts use: "esv.my.variable" is esv-my-variable.' }],
  policy: [
    {
      call: 'evaluate(subject, application, resources, environment)',
      help: "Asks AM's policies. In Tandem an HTTP stub of the REST request answers.",
    },
  ],
  journey: [
    { call: 'name()', help: 'Name of the journey that runs the script.' },
    { call: 'identityResource()', help: 'Its identity object, such as managed/alpha_user.' },
    { call: 'innerJourney()', help: 'Whether it is an inner journey.' },
    { call: 'mustRun()', help: 'Whether it runs even with a session.' },
  ],
  locales: [{ call: 'getLocalizedMessage(texts)', help: 'Of a map of locale → text the one that fits the client.' }],
  jwtAssertion: [{ call: 'generateJwt(data)', help: 'A signed JWT (HS256 or RS256); null when a required field is missing, the log says which.' }],
  jwtValidator: [{ call: 'validateJwtClaims(data)', help: 'Checks a JWT and gives its claims; null when it does not hold, the log says why.' }],
  cacheManager: [
    { call: 'named(name)', help: 'A cache by name. Not simulated: a realm of Tandem holds no caches.' },
    { call: 'exists(name)', help: 'Whether there is such a cache. Not simulated.' },
  ],
  requestMap: [{ call: 'get(name)', help: 'Values under a name (headers: in any case), a Java list; null when there are none.', gives: 'list' }],
  map: [{ call: 'get(name)', help: 'Value under a name; null when there is none.' }],
  list: [
    { call: 'get(index)', help: 'One of its values, from 0.' },
    { call: 'size()', help: 'How many there are.' },
    { call: 'isEmpty()', help: 'Whether there are none.' },
    { call: 'contains(value)', help: 'Whether it holds a value. It is no JavaScript array: there is no includes().' },
    { call: 'toArray()', help: 'Its values as an array.' },
  ],
};
