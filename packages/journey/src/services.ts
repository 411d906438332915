import * as z from 'zod';

/** Settings of a realm's services and what its journeys reach outside of AM, as far as the simulation uses them. */

const aboveZero = z.int('A whole number above 0.').min(1, 'A whole number above 0.');
const zeroOrMore = z.int('A whole number, 0 or more.').min(0, 'A whole number, 0 or more.');
const localeMap = z.record(z.string(), z.string());

/** IDM's terms and conditions: the active version that a user accepts. */
export const termsSchema = z.object({
  version: z.string().min(1),
  /** Text by locale, e.g. `{"en": "..."}`. */
  text: localeMap,
  /** ISO time at which the version was made. */
  createDate: z.string(),
});
export type TermsAndConditions = z.infer<typeof termsSchema>;

/** IDM's security questions: id -> text by locale. */
export const securityQuestionsSchema = z.object({
  questions: z.record(z.string(), localeMap),
  /** How many a user has to define. */
  minimum: aboveZero,
  /** How many of them are asked to verify a user; absent: 1, IDM's default. */
  minimumToVerify: aboveZero.optional(),
  /** IDM's `kbaAttemptsPropertyName`: attribute that counts wrong answers; absent: nothing counts them. */
  attemptsAttribute: z.string().min(1).optional(),
  /** IDM's `numberOfAttemptsAllowed`: wrong answers after which no more are taken; absent: any number. */
  attemptsAllowed: zeroOrMore.optional(),
});
export type SecurityQuestions = z.infer<typeof securityQuestionsSchema>;

/** What a new password has to hold; AIC's own policy unless the realm says otherwise. */
export const passwordPolicySchema = z.object({
  minimumLength: zeroOrMore,
  minimumCapitals: zeroOrMore,
  minimumNumbers: zeroOrMore,
  minimumSpecials: zeroOrMore,
  /** Attributes whose values a password must not contain. */
  cannotContain: z.array(z.string()),
});
export type PasswordPolicy = z.infer<typeof passwordPolicySchema>;

/** A custom attribute of managed users: AIC's general-purpose attributes and those an administrator added. */
export const customAttributeSchema = z.object({
  name: z.string().min(1),
  title: z.string().optional(),
  type: z.enum(['string', 'number', 'boolean', 'array']),
});
export type CustomAttribute = z.infer<typeof customAttributeSchema>;

const originSchema = z.string().regex(/^https?:\/\/[^\s/?#@]+$/, 'An origin without a path, such as https://app.example.com.');

export const realmServicesSchema = z.object({
  /** Seconds: Transaction Authentication Service, Time to Live; AM's default is 180. */
  transactionTimeToLive: aboveZero,
  /** Base URL Source service; absent: the incoming request's own address. */
  baseUrl: z.url({ protocol: /^https?$/, error: 'An address with http or https, such as https://sso.example.com/am.' }).optional(),
  /** Journey that runs when a request names none. */
  defaultJourney: z.string().optional(),
  /** Session Property Whitelist service: what leaves a session by `/backchannel/info`, `getSessionProperties` and Backchannel Status. Absent: Status shows all, the others nothing. */
  sessionProperties: z.array(z.string()).optional(),
  /** Language of AM's script engine: AIC's Rhino has ES6 off, self-managed AM's has it on. Absent: aic. */
  scriptLanguage: z.enum(['aic', 'es6']).optional(),
  passwordPolicy: passwordPolicySchema.optional(),
  termsAndConditions: termsSchema.optional(),
  securityQuestions: securityQuestionsSchema.optional(),
  customAttributes: z.array(customAttributeSchema).optional(),
  /** Attributes that no two users may share: IDM's policy `unique`. The user name always is one. */
  uniqueAttributes: z.array(z.string().min(1)).optional(),
  /** CORS Service: pages of these origins may call AM from a browser, with cookies. Absent: none may. */
  corsOrigins: z.array(originSchema).optional(),
  /** Validation Service: addresses that `goto` may name, `*` for any run of characters. Absent: those of this server alone. */
  gotoUrls: z.array(z.string().min(1)).optional(),
  /** The session's token stays in its HttpOnly cookie: `tokenId` of answers is empty. */
  httpOnlyTokens: z.boolean().optional(),
});
export type RealmServices = z.infer<typeof realmServicesSchema>;

/** Answers the HTTP calls of scripts: nothing in a simulation reaches the network. */
export const httpStubSchema = z.object({
  _id: z.string().min(1),
  /** Upper case; "*" is any. */
  method: z.string().min(1),
  /** Absolute URL; `*` stands for any run of characters. */
  url: z.string().min(1),
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string(),
  /** Simulated time that the answer takes, ms. */
  delayMs: zeroOrMore.optional(),
});
export type HttpStub = z.infer<typeof httpStubSchema>;

/** A secret that scripts read with `secrets.getGenericSecret(_id)`. `value` is ciphertext that only the driver can open; it is never shown. */
export const secretSchema = z.object({ _id: z.string().min(1), value: z.string(), description: z.string().optional() });
export type RealmSecret = z.infer<typeof secretSchema>;
