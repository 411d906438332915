import type { CustomAttribute, PasswordPolicy, RealmServices } from '@tandem/journey';
import { mapOf, type Pair } from '../parts/ListFields.tsx';
import { numberOf } from '../parts/NumberField.tsx';

/** The services as the form holds them: numbers as they are typed, maps as rows, optional parts with a switch. */
export interface ServicesForm {
  transactionTimeToLive: string;
  baseUrl: string;
  defaultJourney: string;
  sessionProperties: readonly string[];
  scriptLanguage: 'aic' | 'es6';
  policy: { on: boolean; cannotContain: readonly string[] } & Record<PolicyNumber, string>;
  terms: { on: boolean; version: string; createDate: string; text: readonly Pair[] };
  questions: { on: boolean; minimum: string; minimumToVerify: string; attemptsAttribute: string; attemptsAllowed: string; list: readonly Question[] };
  corsOrigins: readonly string[];
  gotoUrls: readonly string[];
  httpOnlyTokens: boolean;
  uniqueAttributes: readonly string[];
  customAttributes: readonly { name: string; title: string; type: CustomAttribute['type'] }[];
}
type PolicyNumber = Exclude<keyof PasswordPolicy, 'cannotContain'>;
export interface Question {
  id: string;
  text: readonly Pair[];
}

/** Where the server may find something wrong and the form says so itself. */
export const PLACES = [
  'transactionTimeToLive',
  'baseUrl',
  'defaultJourney',
  'sessionProperties',
  'scriptLanguage',
  'passwordPolicy',
  'termsAndConditions',
  'securityQuestions',
  'customAttributes',
  'uniqueAttributes',
  'corsOrigins',
  'gotoUrls',
];

/** What a policy of the realm's own begins with: AIC's. */
const FIRST_POLICY = { minimumLength: '8', minimumCapitals: '1', minimumNumbers: '1', minimumSpecials: '0' };

export function formOf(services: RealmServices, now: string): ServicesForm {
  const { passwordPolicy: policy, termsAndConditions: terms, securityQuestions: questions } = services;
  return {
    transactionTimeToLive: String(services.transactionTimeToLive),
    baseUrl: services.baseUrl ?? '',
    defaultJourney: services.defaultJourney ?? '',
    sessionProperties: services.sessionProperties ?? [],
    scriptLanguage: services.scriptLanguage ?? 'aic',
    policy: policy
      ? {
          on: true,
          minimumLength: String(policy.minimumLength),
          minimumCapitals: String(policy.minimumCapitals),
          minimumNumbers: String(policy.minimumNumbers),
          minimumSpecials: String(policy.minimumSpecials),
          cannotContain: policy.cannotContain,
        }
      : { on: false, ...FIRST_POLICY, cannotContain: ['userName', 'givenName', 'sn'] },
    terms: terms
      ? { on: true, version: terms.version, createDate: terms.createDate, text: Object.entries(terms.text) }
      : { on: false, version: '0.0', createDate: now, text: [['en', '']] },
    questions: {
      on: questions !== undefined,
      minimum: String(questions?.minimum ?? 1),
      minimumToVerify: questions?.minimumToVerify === undefined ? '' : String(questions.minimumToVerify),
      attemptsAttribute: questions?.attemptsAttribute ?? '',
      attemptsAllowed: questions?.attemptsAllowed === undefined ? '' : String(questions.attemptsAllowed),
      list: questions
        ? Object.entries(questions.questions).map(([id, text]) => ({ id, text: Object.entries(text) }))
        : [{ id: '1', text: [['en', '']] }],
    },
    corsOrigins: services.corsOrigins ?? [],
    gotoUrls: services.gotoUrls ?? [],
    httpOnlyTokens: services.httpOnlyTokens === true,
    uniqueAttributes: services.uniqueAttributes ?? [],
    customAttributes: (services.customAttributes ?? []).map(({ name, title, type }) => ({ name, title: title ?? '', type })),
  };
}

/** Says that texts are blank in the realm already: saving lets them be, and users see nothing there. */
export function blankAlready(now: readonly Pair[], stored: readonly Pair[]): string | undefined {
  const blank = now.filter(([locale, text]) => text.trim() === '' && stored.some(([other, was]) => other === locale && was.trim() === ''));
  if (blank.length === 0) return undefined;
  return `No text for ${blank.map(([locale]) => locale || 'a locale without a name').join(', ')}: AIC would refuse it. Everything else can be saved.`;
}

/** The request's body. What is empty or switched off is left out, so that its default holds. */
export function bodyOf(form: ServicesForm): Record<string, unknown> {
  const { policy, terms, questions } = form;
  const { on, cannotContain, ...numbers } = policy;
  const filled = form.sessionProperties.filter((name) => name.trim() !== '');
  const unique = trimmed(form.uniqueAttributes);
  const [origins, gotos] = [trimmed(form.corsOrigins), trimmed(form.gotoUrls)];
  return {
    transactionTimeToLive: numberOf(form.transactionTimeToLive),
    ...(form.baseUrl.trim() === '' ? {} : { baseUrl: form.baseUrl.trim() }),
    ...(form.defaultJourney === '' ? {} : { defaultJourney: form.defaultJourney }),
    ...(filled.length === 0 ? {} : { sessionProperties: filled }),
    ...(origins.length === 0 ? {} : { corsOrigins: origins }),
    ...(gotos.length === 0 ? {} : { gotoUrls: gotos }),
    ...(form.httpOnlyTokens ? { httpOnlyTokens: true } : {}),
    ...(unique.length === 0 ? {} : { uniqueAttributes: unique }),
    ...(form.scriptLanguage === 'aic' ? {} : { scriptLanguage: form.scriptLanguage }),
    ...(on
      ? {
          passwordPolicy: {
            ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, numberOf(text)])),
            cannotContain: cannotContain.filter((name) => name.trim() !== ''),
          },
        }
      : {}),
    ...(terms.on ? { termsAndConditions: { version: terms.version, createDate: terms.createDate, text: mapOf(terms.text) } } : {}),
    ...(questions.on
      ? {
          securityQuestions: {
            minimum: numberOf(questions.minimum),
            ...(questions.minimumToVerify.trim() === '' ? {} : { minimumToVerify: numberOf(questions.minimumToVerify) }),
            ...(questions.attemptsAttribute.trim() === '' ? {} : { attemptsAttribute: questions.attemptsAttribute.trim() }),
            ...(questions.attemptsAllowed.trim() === '' ? {} : { attemptsAllowed: numberOf(questions.attemptsAllowed) }),
            questions: Object.fromEntries(questions.list.filter(({ id }) => id.trim() !== '').map(({ id, text }) => [id, mapOf(text)])),
          },
        }
      : {}),
    ...(form.customAttributes.length === 0
      ? {}
      : {
          customAttributes: form.customAttributes.map(({ name, title, type }) => ({ name: name.trim(), type, ...(title === '' ? {} : { title }) })),
        }),
  };
}

function trimmed(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
