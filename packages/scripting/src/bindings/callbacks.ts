import type { Member } from './types.ts';

const VALUES = 'In the order in which they were sent; the values themselves, not callbacks.';
const one = (name: string, what: string): Member => ({ call: `get${name}Callbacks()`, help: `${what} ${VALUES}`, gives: 'list' });
const attribute = (kind: string, what: string): Member => ({
  call: `${kind}AttributeInputCallback(name, prompt, value, required, policies?, validateOnly?, failedPolicies?)`,
  help: `Asks for ${what} that belongs to an attribute.`,
});

/** What next-generation scripts ask the client for, and what they get back. */
export const callbackTypes: Readonly<Record<string, readonly Member[]>> = {
  callbacks: [
    { call: 'isEmpty()', help: 'Whether the client sent nothing: this is the first visit.' },
    one('Name', 'What was typed into name callbacks.'),
    one('Password', 'What was typed into password callbacks.'),
    one('TextInput', 'What was typed into text inputs.'),
    one('Choice', 'Indexes that were chosen, a list for each callback: getChoiceCallbacks().get(0)[0].'),
    one('Confirmation', 'Index of the button that was pressed.'),
    { call: 'getHiddenValueCallbacks()', help: 'Hidden values, a map by their ids: getHiddenValueCallbacks().get("id").', gives: 'map' },
    one('StringAttributeInput', 'Texts of attribute inputs.'),
    one('NumberAttributeInput', 'Numbers of attribute inputs.'),
    one('BooleanAttributeInput', 'Yes or no of attribute inputs.'),
    one('ValidatedUsername', 'User names with their checks: {value, validateOnly}.'),
    one('ValidatedPassword', 'Passwords with their checks: {value, validateOnly}.'),
    one('KbaCreate', 'Security questions: {selectedQuestion, selectedAnswer}.'),
    one('TermsAndConditions', 'Whether the terms were accepted.'),
    one('ConsentMapping', 'Whether consent was given.'),
    one('DeviceProfile', 'Device profiles, as JSON text.'),
    one('SelectIdP', 'Social providers that were chosen.'),
    one('Idp', 'Answers of social providers: token, tokenType, userInfo ….'),
    one('Language', 'Locales that were chosen, such as en_GB.'),
    one('Http', 'Authorization headers that came with the request.'),
    one('X509Certificate', 'Client certificates: {certificate, signature, reqSignature}.'),
  ],
  callbacksBuilder: [
    { call: 'nameCallback(prompt, defaultName?)', help: 'Asks for a name.' },
    { call: 'passwordCallback(prompt, echoOn)', help: 'Asks for a password; echoOn shows what is typed.' },
    { call: 'textInputCallback(prompt, defaultText?)', help: 'Asks for a line of text.' },
    { call: 'textOutputCallback(messageType, message)', help: 'Shows a text: 0 information, 1 warning, 2 error.' },
    { call: 'suspendedTextOutputCallback(messageType, message)', help: 'Shows a text on the page of a suspended journey.' },
    { call: 'scriptTextOutputCallback(script)', help: "Runs JavaScript on the client's page." },
    {
      call: 'confirmationCallback(prompt?, messageType, options, defaultOption)',
      help: 'Shows buttons: a list of their texts, or 0 yes/no, 1 yes/no/cancel, 2 OK/cancel.',
    },
    { call: 'choiceCallback(prompt, choices, defaultChoice, multiple)', help: 'Asks to choose from a list.' },
    { call: 'hiddenValueCallback(id, value)', help: "A value for the client's page, which may change it." },
    { call: 'metadataCallback(object)', help: 'Data for the client; nothing is asked.' },
    { call: 'pollingWaitCallback(waitTime, message)', help: 'Has the client wait and come back; milliseconds, as text: "5000".' },
    {
      call: 'redirectCallback(url, data, method, statusParameter?, backCookie?, trackingCookie?)',
      help: 'Sends the client to an address, by GET or POST.',
    },
    attribute('string', 'a text'),
    attribute('number', 'a number'),
    attribute('boolean', 'yes or no'),
    { call: 'validatedUsernameCallback(prompt, policies, validateOnly, failedPolicies?)', help: 'Asks for a user name that has to meet policies.' },
    {
      call: 'validatedPasswordCallback(prompt, echoOn, policies, validateOnly, failedPolicies?)',
      help: 'Asks for a password that has to meet policies.',
    },
    { call: 'kbaCreateCallback(prompt, questions, allowOwn)', help: 'Asks for a security question and its answer.' },
    { call: 'termsAndConditionsCallback(version, terms, createDate)', help: 'Shows terms and asks to accept them.' },
    { call: 'deviceProfileCallback(metadata, location, message)', help: 'Asks the client for a profile of the device.' },
    { call: 'languageCallback(language, country)', help: 'Asks for a locale.' },
    {
      call: 'consentMappingCallback(name, displayName, icon, accessLevel, fields, message, isRequired)',
      help: 'Asks for consent to share data; also (config, message, isRequired).',
    },
    { call: 'selectIdPCallback(providers)', help: 'Asks to choose a social provider.' },
    {
      call: 'idPCallback(provider, clientId, redirectUri, scopes, nonce, request, requestUri, acrValues, nativeUserInfo, token?, tokenType?)',
      help: 'Has the client sign on at a social provider.',
    },
    { call: 'httpCallback(authorizationHeader, negotiationHeader, errorCode)', help: 'Asks for HTTP authentication.' },
    { call: 'x509CertificateCallback(prompt, certificate?, requestSignature?)', help: 'Asks for a client certificate.' },
  ],
};
