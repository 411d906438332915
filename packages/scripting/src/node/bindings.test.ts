import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import type { ScriptEffect } from '../types.ts';

/** Which binding exists where (facts 6.2), and that every method AM's contexts endpoint lists is there (facts 6.3). */
const { value } = testPool();

type Where = Pick<ScriptEffect, 'engine' | 'context'>;
const contexts = {
  legacy: { engine: 'legacy', context: 'SCRIPTED_DECISION_NODE' },
  decision: { engine: 'next-gen', context: 'SCRIPTED_DECISION_NODE' },
  designer: { engine: 'next-gen', context: 'NODE_DESIGNER' },
  provider: { engine: 'next-gen', context: 'CONFIG_PROVIDER_NODE' },
  legacyProvider: { engine: 'legacy', context: 'CONFIG_PROVIDER_NODE' },
} satisfies Record<string, Where>;
type Context = keyof typeof contexts;
const everywhere = Object.keys(contexts) as Context[];
const nextGen: Context[] = ['decision', 'designer', 'provider'];

const places: [string, Context[]][] = [
  ['nodeState', everywhere],
  ['sharedState', ['legacy']],
  ['transientState', ['legacy']],
  ['callbacks', ['legacy', 'decision', 'designer']],
  ['callbacksBuilder', ['decision', 'designer']],
  ['action', ['decision', 'designer']],
  ['openidm', nextGen],
  ['utils', nextGen],
  ['require', ['decision', 'designer']],
  ['properties', ['designer']],
  ['idRepository', everywhere],
  ['httpClient', everywhere],
  ['logger', everywhere],
  ['realm', everywhere],
  ['requestHeaders', everywhere],
  ['requestParameters', everywhere],
  ['existingSession', everywhere],
  ['secrets', everywhere],
  ['scriptName', everywhere],
  ['requestCookies', ['decision', 'designer']],
  ['jwtAssertion', ['decision', 'designer']],
  ['jwtValidator', ['decision', 'designer']],
  ['cookieName', nextGen],
  ['policy', nextGen],
  ['samlApplication', ['decision']],
  ['oauthApplication', ['decision']],
  ['resumedFromSuspend', ['legacy', 'decision', 'designer']],
  ['systemEnv', ['legacy', 'decision', 'designer', 'legacyProvider']],
  ['journey', nextGen],
  ['locales', nextGen],
  ['cacheManager', ['decision', 'designer']],
  ['JavaImporter', everywhere],
  ['console', []],
  ['process', []],
  ['Buffer', []],
  ['setTimeout', []],
];
const given = { existingSession: { UserId: 'x' }, properties: { a: 1 } };

test.each(places)('%s exists in %j alone', async (name, where) => {
  for (const context of everywhere) {
    const type = await value(`outcome = typeof ${name};`, given, contexts[context]);
    expect([context, type !== 'undefined']).toEqual([context, where.includes(context)]);
  }
});

test('existingSession is undefined without a session', async () => {
  expect(await value('outcome = typeof existingSession;')).toBe('undefined');
});

const methods: [Context, string, string][] = [
  [
    'designer',
    'action',
    'goTo putSessionProperty removeSessionProperty suspend withDescription withErrorMessage withHeader withIdentifiedAgent withIdentifiedUser withLockoutMessage withMaxIdleTime withMaxSessionTime withStage',
  ],
  [
    'designer',
    'callbacks',
    'getBooleanAttributeInputCallbacks getChoiceCallbacks getConfirmationCallbacks getConsentMappingCallbacks getDeviceProfileCallbacks getHiddenValueCallbacks getHttpCallbacks getIdpCallbacks getKbaCreateCallbacks getLanguageCallbacks getNameCallbacks getNumberAttributeInputCallbacks getPasswordCallbacks getSelectIdPCallbacks getStringAttributeInputCallbacks getTermsAndConditionsCallbacks getTextInputCallbacks getValidatedPasswordCallbacks getValidatedUsernameCallbacks getX509CertificateCallbacks isEmpty',
  ],
  [
    'decision',
    'callbacksBuilder',
    'booleanAttributeInputCallback choiceCallback confirmationCallback consentMappingCallback deviceProfileCallback hiddenValueCallback httpCallback idPCallback kbaCreateCallback languageCallback metadataCallback nameCallback numberAttributeInputCallback passwordCallback pollingWaitCallback redirectCallback scriptTextOutputCallback selectIdPCallback stringAttributeInputCallback suspendedTextOutputCallback termsAndConditionsCallback textInputCallback textOutputCallback validatedPasswordCallback validatedUsernameCallback x509CertificateCallback',
  ],
  ['provider', 'httpClient', 'send'],
  ['provider', 'idRepository', 'getIdentity'],
  ['decision', 'jwtAssertion', 'generateJwt'],
  ['decision', 'jwtValidator', 'validateJwtClaims'],
  ['provider', 'logger', 'debug error getName info isDebugEnabled isErrorEnabled isInfoEnabled isTraceEnabled isWarnEnabled trace warn'],
  ['provider', 'nodeState', 'get getObject isDefined keys mergeShared mergeTransient putShared putTransient remove'],
  ['provider', 'openidm', 'action create delete patch query read update'],
  ['provider', 'policy', 'evaluate'],
  ['provider', 'secrets', 'getGenericSecret'],
  ['provider', 'utils.base64', 'decode encode btoa atob decodeToBytes'],
  ['provider', 'utils.base64url', 'decode encode btoa atob decodeToBytes'],
  ['provider', 'utils.crypto', 'randomUUID getRandomValues'],
  ['provider', 'utils.crypto.subtle', 'sign digest verify encrypt generateKey decrypt deriveKey'],
  ['provider', 'utils.types', 'stringToBytes bytesToString'],
  ['decision', 'journey', 'name identityResource innerJourney mustRun'],
  ['provider', 'locales', 'getLocalizedMessage'],
  ['legacy', 'logger', 'message warning error messageEnabled warningEnabled errorEnabled'],
  ['legacy', 'sharedState', 'get put remove containsKey'],
  ['legacy', 'nodeState', 'get getObject isDefined keys mergeShared mergeTransient putShared putTransient remove'],
  ['legacy', 'idRepository', 'getAttribute setAttribute addAttribute'],
];
test.each(methods)("%s: %s has all of AM's methods", async (context, binding, names) => {
  const list = JSON.stringify(names.split(' '));
  expect(
    await value(`outcome = ${list}.filter(function (n) { return typeof ${binding}[n] !== "function"; }).join();`, given, contexts[context]),
  ).toBe('');
});

describe('Java in next-generation scripts: the fixed allow-list (facts 6.4)', () => {
  test.each([
    ['var l = new java.util.ArrayList(); l.add("a"); outcome = l.size() + l.get(0);', '1a'],
    ['var s = new java.util.HashSet(); s.add("a"); s.add("a"); outcome = String(s.size());', '1'],
    ['var s = new java.util.TreeSet(); s.add("b"); s.add("a"); outcome = s.toString();', '[a, b]'],
    ['var fr = JavaImporter(org.forgerock.json.JsonValue); outcome = fr.JsonValue.json("x").asString();', 'x'],
    [
      'var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, javax.security.auth.callback.NameCallback); outcome = typeof fr.Action + typeof fr.NameCallback;',
      'undefinedundefined',
    ],
    ['outcome = String(Packages.java.util.HashMap);', '[JavaPackage java.util.HashMap]'],
  ])('%s', async (source, expected) => {
    expect(await value(source)).toBe(expected);
  });
  test.each(['HashMap', 'LinkedHashMap', 'TreeMap'])("%s is blocked, in AM's words", async (name) => {
    await expect(value(`new java.util.${name}();`)).rejects.toThrow(`TypeError: [JavaPackage java.util.${name}] is not a function, it is object.`);
    expect(await value(`var m = new java.util.${name}(); m.put("a", 1); outcome = String(m.get("a"));`, {}, contexts.legacy)).toBe('1');
  });
  test('reflection is prohibited', async () => {
    const shared = { list: [1] };
    for (const expression of ['nodeState.keys().getClass()', 'nodeState.get("list").getClass()', 'java.util.getClass()'])
      await expect(value(`${expression};`, { shared })).rejects.toThrow('Access to Java class "java.lang.Class" is prohibited');
  });
});

test('journey knows the journey', async () => {
  const journey = { name: 'Inner', identityResource: 'managed/alpha_user', innerJourney: true, mustRun: false };
  const told = '[journey.name(), journey.identityResource(), journey.innerJourney(), journey.mustRun()].join()';
  expect(await value(`outcome = ${told};`, { journey })).toBe('Inner,managed/alpha_user,true,false');
});

describe('locales picks the text that fits the client (Ping docs: common bindings)', () => {
  const map = "{ 'de': 'Gutentag', 'no': 'Hei', 'fr': 'Bonjour', 'en-US': 'Hello' }";
  test.each<[readonly string[], string]>([
    [['en-US', 'en'], 'Hello'],
    [['EN_us'], 'Hello'],
    [['fr-CA', 'en-US'], 'Bonjour'],
    [['fr-CA', 'en-US', 'fr'], 'Hello'],
    [['en-GB'], 'Gutentag'],
    [['ja'], 'Gutentag'],
    [[], 'Gutentag'],
  ])('%j: %s', async (locales, expected) => {
    expect(await value(`outcome = locales.getLocalizedMessage(${map});`, { locales })).toBe(expected);
  });
  test('a map without texts has none, and only a map will do', async () => {
    expect(await value('outcome = String(locales.getLocalizedMessage({}));')).toBe('null');
    await expect(value('locales.getLocalizedMessage("en");')).rejects.toThrow('java.lang.IllegalArgumentException');
  });
});
