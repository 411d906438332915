import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { answered } from '../testing/support.ts';
import type { Callback } from '../types.ts';

const { run, value } = testPool();

/** `{name: value}` of a list, which is easier to read than AM's shape. */
function flat(callback: Callback | undefined): { type?: string; output: object; input: object } {
  return {
    type: callback?.type,
    output: Object.fromEntries((callback?.output ?? []).map(({ name, value: item }) => [name, item])),
    input: Object.fromEntries((callback?.input ?? []).map(({ suffix, value: item }) => [suffix, item])),
  };
}

const attribute = { failedPolicies: [], policies: {}, required: true, validateOnly: false };

describe('callbacksBuilder makes callbacks in the shapes AM sends', () => {
  test.each<[string, string, object, object]>([
    ['nameCallback("User")', 'NameCallback', { prompt: 'User' }, { '': '' }],
    ['nameCallback("User", "bj")', 'NameCallback', { prompt: 'User' }, { '': 'bj' }],
    ['passwordCallback("Password", false)', 'PasswordCallback', { prompt: 'Password' }, { '': '' }],
    ['textInputCallback("Code")', 'TextInputCallback', { prompt: 'Code', defaultText: '' }, { '': '' }],
    ['textInputCallback("Code", "1")', 'TextInputCallback', { prompt: 'Code', defaultText: '1' }, { '': '' }],
    ['textOutputCallback(2, "No")', 'TextOutputCallback', { message: 'No', messageType: '2' }, {}],
    ['textOutputCallback(0, ["a", 1])', 'TextOutputCallback', { message: '["a",1]', messageType: '0' }, {}],
    ['textOutputCallback(0, undefined)', 'TextOutputCallback', { message: 'undefined', messageType: '0' }, {}],
    ['suspendedTextOutputCallback(0, "Mail sent")', 'SuspendedTextOutputCallback', { message: 'Mail sent', messageType: '0' }, {}],
    ['scriptTextOutputCallback("alert(1)")', 'TextOutputCallback', { message: 'alert(1)', messageType: '4' }, {}],
    [
      'confirmationCallback("Sure?", 0, ["Yes", "No"], 1)',
      'ConfirmationCallback',
      { prompt: 'Sure?', messageType: 0, options: ['Yes', 'No'], optionType: -1, defaultOption: 1 },
      { '': 0 },
    ],
    [
      'confirmationCallback(0, 2, 0)',
      'ConfirmationCallback',
      { prompt: '', messageType: 0, options: [], optionType: 2, defaultOption: 0 },
      { '': 0 },
    ],
    [
      'choiceCallback("Colour", ["red", "green"], 1, false)',
      'ChoiceCallback',
      { prompt: 'Colour', choices: ['red', 'green'], defaultChoice: 1 },
      { '': 1 },
    ],
    ['hiddenValueCallback("id1", "v")', 'HiddenValueCallback', { id: 'id1', value: 'v' }, { '': 'id1' }],
    ['metadataCallback({ a: { b: 1 } })', 'MetadataCallback', { data: { a: { b: 1 } } }, {}],
    ['pollingWaitCallback("5000", "Wait")', 'PollingWaitCallback', { waitTime: '5000', message: 'Wait' }, {}],
    [
      'redirectCallback("https://x", null, "GET")',
      'RedirectCallback',
      { redirectUrl: 'https://x', redirectMethod: 'GET', trackingCookie: false, redirectData: {} },
      {},
    ],
    [
      'redirectCallback("https://x", { a: "1" }, "POST", true)',
      'RedirectCallback',
      { redirectUrl: 'https://x', redirectMethod: 'POST', trackingCookie: true, redirectData: { a: '1' } },
      {},
    ],
    [
      'redirectCallback("https://x", {}, "GET", "s", "c", true)',
      'RedirectCallback',
      { redirectUrl: 'https://x', redirectMethod: 'GET', trackingCookie: true, redirectData: {} },
      {},
    ],
    [
      'stringAttributeInputCallback("sn", "Name", "J", true)',
      'StringAttributeInputCallback',
      { ...attribute, name: 'sn', prompt: 'Name', value: 'J' },
      { '': 'J', validateOnly: false },
    ],
    [
      'stringAttributeInputCallback("sn", "Name", null, true, ["bad"])',
      'StringAttributeInputCallback',
      { ...attribute, name: 'sn', prompt: 'Name', value: '', failedPolicies: ['bad'] },
      { '': '', validateOnly: false },
    ],
    [
      'numberAttributeInputCallback("age", "Age", null, true, { policies: [] }, true)',
      'NumberAttributeInputCallback',
      { ...attribute, name: 'age', prompt: 'Age', value: null, policies: { policies: [] }, validateOnly: true },
      { '': null, validateOnly: true },
    ],
    [
      'booleanAttributeInputCallback("ok", "OK?", true, false, {}, false, [{ policyRequirement: "X" }])',
      'BooleanAttributeInputCallback',
      { ...attribute, name: 'ok', prompt: 'OK?', value: true, required: false, failedPolicies: ['{"policyRequirement":"X"}'] },
      { '': true, validateOnly: false },
    ],
    [
      'validatedUsernameCallback("User", {}, false)',
      'ValidatedCreateUsernameCallback',
      { policies: {}, failedPolicies: [], validateOnly: false, prompt: 'User' },
      { '': '', validateOnly: false },
    ],
    [
      'validatedPasswordCallback("Password", false, {}, true, ["x"])',
      'ValidatedCreatePasswordCallback',
      { echoOn: false, policies: {}, failedPolicies: ['x'], validateOnly: true, prompt: 'Password' },
      { '': '', validateOnly: true },
    ],
    [
      'kbaCreateCallback("Q", ["a?", "b?"], true)',
      'KbaCreateCallback',
      { prompt: 'Q', predefinedQuestions: ['a?', 'b?'], allowUserDefinedQuestions: true },
      { question: '', answer: '' },
    ],
    [
      'termsAndConditionsCallback("1.0", "Terms", "2026-01-01")',
      'TermsAndConditionsCallback',
      { version: '1.0', terms: 'Terms', createDate: '2026-01-01' },
      { '': false },
    ],
    ['deviceProfileCallback(true, false, "Wait")', 'DeviceProfileCallback', { metadata: true, location: false, message: 'Wait' }, { '': '' }],
    [
      'consentMappingCallback("n", "N", "i", "a", ["f"], "m", true)',
      'ConsentMappingCallback',
      { name: 'n', displayName: 'N', icon: 'i', accessLevel: 'a', isRequired: true, message: 'm', fields: ['f'] },
      { '': false },
    ],
    [
      'consentMappingCallback({ name: "n", displayName: "N" }, "m", false)',
      'ConsentMappingCallback',
      { name: 'n', displayName: 'N', icon: null, accessLevel: null, isRequired: false, message: 'm', fields: [] },
      { '': false },
    ],
    [
      'httpCallback("Authorization", "WWW-Authenticate", "Negotiate", 401)',
      'HttpCallback',
      { authorizationHeader: 'Authorization', negotiationHeaderName: 'WWW-Authenticate', negotiationHeaderValue: 'Negotiate', negotiationCode: 401 },
      { '': '' },
    ],
    [
      'httpCallback("Authorization", "WWW-Authenticate:Negotiate", "401")',
      'HttpCallback',
      { authorizationHeader: 'Authorization', negotiationHeaderName: 'WWW-Authenticate', negotiationHeaderValue: 'Negotiate', negotiationCode: 401 },
      { '': '' },
    ],
    ['x509CertificateCallback("Cert")', 'X509CertificateCallback', { prompt: 'Cert', certificate: null, requestSignature: true }, { '': '' }],
    ['selectIdPCallback([{ provider: "google" }])', 'SelectIdPCallback', { providers: [{ provider: 'google' }], value: '' }, { '': '' }],
    [
      'idPCallback("google", "c", "r", ["openid"], "n", "q", "u", [], false)',
      'IdPCallback',
      { provider: 'google', clientId: 'c', redirectUri: 'r', scopes: ['openid'], nonce: 'n', acrValues: [], request: 'q', requestUri: 'u' },
      { token: '', token_type: '' },
    ],
  ])('%s', async (call, type, output, input) => {
    const result = await run(`callbacksBuilder.${call};`);
    expect(result.error).toBeUndefined();
    expect(flat(result.callbacks[0])).toEqual({ type, output, input });
  });

  test.each([
    'nameCallback(null)',
    'textOutputCallback(7, "x")',
    'textOutputCallback(0, null)',
    'choiceCallback("p", ["a"], 1, false)',
    'choiceCallback("p", "a", 0, false)',
  ])('%s is refused as Java refuses it', async (call) => {
    expect((await run(`callbacksBuilder.${call};`)).error?.message).toContain('java.lang.IllegalArgumentException');
  });

  test('callbacks accumulate in order', async () => {
    expect(
      (await run('callbacksBuilder.nameCallback("a"); callbacksBuilder.passwordCallback("b", false); action.goTo("x");')).callbacks.map(
        ({ type }) => type,
      ),
    ).toEqual(['NameCallback', 'PasswordCallback']);
  });
});

describe('callbacks gives the values the client gave', () => {
  test.each<[string, ReturnType<typeof answered>, unknown]>([
    ['getNameCallbacks().get(0)', answered('NameCallback', 'x'), 'x'],
    ['getPasswordCallbacks().get(0)', answered('PasswordCallback', 'secret'), 'secret'],
    ['getTextInputCallbacks()[0]', answered('TextInputCallback', 'x'), 'x'],
    ['getChoiceCallbacks().get(0)[0]', answered('ChoiceCallback', 2), 2],
    ['getChoiceCallbacks().get(0).length', answered('ChoiceCallback', [0, 2]), 2],
    ['getConfirmationCallbacks().get(0)', answered('ConfirmationCallback', 1), 1],
    ['getHiddenValueCallbacks().get("id1")', answered('HiddenValueCallback', 'v', { id: 'id1' }), 'v'],
    ['getHiddenValueCallbacks().id1', answered('HiddenValueCallback', 'v', { id: 'id1' }), 'v'],
    ['getStringAttributeInputCallbacks().get(0)', answered('StringAttributeInputCallback', 'J'), 'J'],
    ['getNumberAttributeInputCallbacks().get(0)', answered('NumberAttributeInputCallback', 4), 4],
    ['getBooleanAttributeInputCallbacks().get(0)', answered('BooleanAttributeInputCallback', true), true],
    ['getValidatedUsernameCallbacks().get(0).value', answered('ValidatedCreateUsernameCallback', 'u', {}, { validateOnly: true }), 'u'],
    [
      'getValidatedPasswordCallbacks().get(0).get("validateOnly")',
      answered('ValidatedCreatePasswordCallback', 'p', {}, { validateOnly: true }),
      true,
    ],
    ['getKbaCreateCallbacks().get(0).selectedAnswer', answered('KbaCreateCallback', null, {}, { question: 'q', answer: 'a' }), 'a'],
    ['getTermsAndConditionsCallbacks().get(0)', answered('TermsAndConditionsCallback', true), true],
    ['getConsentMappingCallbacks().get(0)', answered('ConsentMappingCallback', false), false],
    ['getDeviceProfileCallbacks().get(0)', answered('DeviceProfileCallback', '{}'), '{}'],
    ['getHttpCallbacks().get(0)', answered('HttpCallback', 'Negotiate abc'), 'Negotiate abc'],
    ['getX509CertificateCallbacks().get(0).certificate', answered('X509CertificateCallback', 'pem'), 'pem'],
    ['getSelectIdPCallbacks().get(0)', answered('SelectIdPCallback', 'google'), 'google'],
    ['getLanguageCallbacks().get(0)', answered('LanguageCallback', null, {}, { Language: 'en', Country: 'GB' }), 'en_GB'],
    ['getLanguageCallbacks().get(0)', answered('LanguageCallback', null, {}, { Language: 'en', Country: '' }), 'en'],
    ['getIdpCallbacks().get(0).token', answered('IdPCallback', null, { provider: 'g' }, { token: 't' }), 't'],
    ['isEmpty()', answered('NameCallback', 'x'), false],
    ['getTextInputCallbacks().size()', answered('NameCallback', 'x'), 0],
  ])('%s', async (call, callback, expected) => {
    expect(await value(`outcome = callbacks.${call};`, { callbacks: [callback] })).toEqual(expected);
  });

  test("reading an answer that is not there is Java's exception", async () => {
    await expect(value('callbacks.getNameCallbacks().get(0)')).rejects.toThrow('IndexOutOfBoundsException: Index 0 out of bounds for length 0');
  });
});
