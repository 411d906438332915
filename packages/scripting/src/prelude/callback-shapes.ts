import { any, bool, callbackJson, failed, int, list, messageType, policies, required, str } from './callback-json.ts';
import { text } from './encode.ts';
import { FailureError, indexOfText, isArray, quote, sliceText, toNumber } from './primordials.ts';

type Shape = (...args: unknown[]) => string;

/** name, prompt, value, required[, policies, validateOnly][, failedPolicies] -> the callback; `value` in AM's JSON by the caller. */
function attributeInput(type: string, args: readonly unknown[], value: string): string {
  const withPolicies = args.length > 5;
  const validateOnly = bool(withPolicies ? args[5] : false);
  return callbackJson(
    type,
    {
      name: str(args[0]),
      prompt: str(args[1]),
      required: bool(args[3]),
      policies: policies(withPolicies ? args[4] : undefined),
      failedPolicies: failed(withPolicies ? args[6] : args[4]),
      validateOnly,
      value,
    },
    { '': value, validateOnly },
  );
}

function confirmation(prompt: string, args: readonly unknown[]): string {
  const options = isArray(args[1]);
  return callbackJson(
    'ConfirmationCallback',
    {
      prompt,
      messageType: int(args[0], 'messageType'),
      options: options ? list(args[1], 'options') : '[]',
      optionType: options ? '-1' : int(args[1], 'optionType'),
      defaultOption: int(args[2], 'defaultOption'),
    },
    { '': '0' },
  );
}

function choice(prompt: unknown, choices: unknown, defaultChoice: unknown): string {
  const chosen = int(defaultChoice, 'defaultChoice');
  if (!isArray(choices) || !(toNumber(defaultChoice) >= 0 && toNumber(defaultChoice) < choices.length)) {
    throw new FailureError('java.lang.IllegalArgumentException: choices must be a list and defaultChoice one of its positions');
  }
  return callbackJson(
    'ChoiceCallback',
    { prompt: required(prompt, 'prompt'), choices: list(choices, 'choices'), defaultChoice: chosen },
    { '': chosen },
  );
}

function redirect(...args: unknown[]): string {
  const tracking = args.length === 4 ? args[3] : args[5];
  return callbackJson('RedirectCallback', {
    redirectUrl: str(args[0]),
    redirectMethod: str(args[2]),
    trackingCookie: bool(tracking),
    redirectData: args[1] === null || args[1] === undefined ? '{}' : any(args[1]),
  });
}

function validated(type: string, output: Record<string, string>, prompt: unknown, rules: unknown, only: unknown, failures: unknown): string {
  const validateOnly = bool(only);
  return callbackJson(
    type,
    { ...output, policies: policies(rules), failedPolicies: failed(failures), validateOnly, prompt: str(prompt) },
    { '': '""', validateOnly },
  );
}

function consent(...args: unknown[]): string {
  if (args.length <= 3) {
    const config = (args[0] ?? {}) as Record<string, unknown>;
    return consent(
      config.name ?? null,
      config.displayName ?? null,
      config.icon ?? null,
      config.accessLevel ?? null,
      config.fields ?? [],
      args[1],
      args[2],
    );
  }
  return callbackJson(
    'ConsentMappingCallback',
    {
      name: str(args[0]),
      displayName: str(args[1]),
      icon: str(args[2]),
      accessLevel: str(args[3]),
      isRequired: bool(args[6]),
      message: str(args[5]),
      fields: any(args[4]),
    },
    { '': 'false' },
  );
}

/** callbacksBuilder's methods and legacy classes' callbacks, in the shapes AM's REST interface sends (data: callback-shapes.json). */
export const shapes = {
  nameCallback: (prompt, ...rest) =>
    callbackJson('NameCallback', { prompt: required(prompt, 'prompt') }, { '': rest.length > 0 ? required(rest[0], 'defaultName') : '""' }),
  passwordCallback: (prompt) => callbackJson('PasswordCallback', { prompt: required(prompt, 'prompt') }, { '': '""' }),
  textInputCallback: (prompt, ...rest) =>
    callbackJson(
      'TextInputCallback',
      {
        prompt: required(prompt, 'prompt'),
        defaultText: rest.length > 0 ? required(rest[0], 'defaultText') : '""',
      },
      { '': '""' },
    ),
  textOutputCallback: (type, message) =>
    callbackJson('TextOutputCallback', { message: required(message, 'message'), messageType: messageType(type) }),
  suspendedTextOutputCallback: (type, message) =>
    callbackJson('SuspendedTextOutputCallback', { message: required(message, 'message'), messageType: messageType(type) }),
  scriptTextOutputCallback: (message) => callbackJson('TextOutputCallback', { message: required(message, 'message'), messageType: '"4"' }),
  confirmationCallback: (...args) =>
    args.length > 3 ? confirmation(required(args[0], 'prompt'), [args[1], args[2], args[3]]) : confirmation('""', args),
  choiceCallback: choice,
  hiddenValueCallback: (id, value) => callbackJson('HiddenValueCallback', { value: str(value), id: str(id) }, { '': str(id) }),
  metadataCallback: (data) => callbackJson('MetadataCallback', { data: any(data) }),
  pollingWaitCallback: (waitTime, message) => callbackJson('PollingWaitCallback', { waitTime: str(waitTime), message: str(message) }),
  redirectCallback: redirect,
  stringAttributeInputCallback: (...args) =>
    attributeInput('StringAttributeInputCallback', args, args[2] === null || args[2] === undefined ? '""' : str(args[2])),
  numberAttributeInputCallback: (...args) => attributeInput('NumberAttributeInputCallback', args, any(args[2])),
  booleanAttributeInputCallback: (...args) => attributeInput('BooleanAttributeInputCallback', args, bool(args[2])),
  validatedUsernameCallback: (prompt, rules, only, failures) => validated('ValidatedCreateUsernameCallback', {}, prompt, rules, only, failures),
  validatedPasswordCallback: (prompt, echoOn, rules, only, failures) =>
    validated('ValidatedCreatePasswordCallback', { echoOn: bool(echoOn) }, prompt, rules, only, failures),
  kbaCreateCallback: (prompt, questions, own) =>
    callbackJson(
      'KbaCreateCallback',
      {
        prompt: str(prompt),
        predefinedQuestions: list(questions, 'predefinedQuestions'),
        allowUserDefinedQuestions: bool(own),
      },
      { question: '""', answer: '""' },
    ),
  termsAndConditionsCallback: (version, terms, createDate) =>
    callbackJson('TermsAndConditionsCallback', { version: str(version), terms: str(terms), createDate: str(createDate) }, { '': 'false' }),
  deviceProfileCallback: (metadata, location, message) =>
    callbackJson('DeviceProfileCallback', { metadata: bool(metadata), location: bool(location), message: str(message) }, { '': '""' }),
  // Inferred from AM's input names: no recording shows one.
  languageCallback: (language, country) => callbackJson('LanguageCallback', {}, { Language: str(language), Country: str(country) }),
  consentMappingCallback: consent,
  selectIdPCallback: (providers) => callbackJson('SelectIdPCallback', { providers: any(providers), value: '""' }, { '': '""' }),
  idPCallback: (...args) =>
    callbackJson(
      'IdPCallback',
      {
        provider: str(args[0]),
        clientId: str(args[1]),
        redirectUri: str(args[2]),
        scopes: any(args[3]),
        nonce: str(args[4]),
        acrValues: any(args[7]),
        request: str(args[5]),
        requestUri: str(args[6]),
      },
      { token: args.length > 9 ? str(args[9]) : '""', token_type: args.length > 10 ? str(args[10]) : '""' },
    ),
  // AM takes these two from the request itself; their JSON is ours, with the names of AM's Java classes.
  httpCallback: (header, name, ...rest) =>
    callbackJson(
      'HttpCallback',
      {
        authorizationHeader: str(header),
        negotiationHeaderName: rest.length > 1 ? str(name) : headerPart(name, 0),
        negotiationHeaderValue: rest.length > 1 ? str(rest[0]) : headerPart(name, 1),
        negotiationCode: int(rest[rest.length - 1], 'errorCode'),
      },
      { '': '""' },
    ),
  x509CertificateCallback: (prompt, ...rest) =>
    callbackJson(
      'X509CertificateCallback',
      { prompt: str(prompt), certificate: any(rest[0]), requestSignature: bool(rest.length < 2 ? true : rest[1]) },
      { '': '""' },
    ),
} satisfies Record<string, Shape>;

/** Name or value of a header written as one text, "WWW-Authenticate:Negotiate" (AM's HttpCallback of three arguments). */
function headerPart(header: unknown, part: 0 | 1): string {
  const whole = text(header);
  const at = indexOfText(whole, ':');
  if (at < 0) return quote(part === 0 ? whole : '');
  return quote(part === 0 ? sliceText(whole, 0, at) : sliceText(whole, at + 1));
}
