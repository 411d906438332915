import type { Identity, Json } from '@tandem/journey';
import { type Action, type AnsweredCallback, type Callback, goTo, type NodeContext, send } from '../../contract.ts';
import { collectAttributes, collectedAttribute, identifyingAttribute, identityAttribute, onlyUser } from '../../support/attributes.ts';
import { type AttributeKind, answeredValidateOnly, attributeInputCallback, failedPolicy, outputOf, policiesOf } from '../../support/callbacks.ts';
import { flag, text, texts } from '../../support/values.ts';

/** Titles of AIC's managed user; other attributes show their own name. */
const prompts: Readonly<Record<string, string>> = {
  userName: 'Username',
  givenName: 'First Name',
  sn: 'Last Name',
  mail: 'Email Address',
  telephoneNumber: 'Telephone Number',
  description: 'Description',
  postalAddress: 'Address 1',
  address2: 'Address 2',
  city: 'City',
  postalCode: 'Postal Code',
  country: 'Country',
  stateProvince: 'State/Province',
  'preferences/updates': 'Send me news and updates',
  'preferences/marketing': 'Send me special offers and services',
};

const mailShape = /^[^\s@]+@[^\s@]+$/;

export function execute(context: NodeContext): Action {
  const { config } = context;
  const names = texts(config, 'attributesToCollect');
  const required = flag(config, 'required');
  const validates = flag(config, 'validateInputs');
  const user = knownUser(context);
  const given = new Map((context.callbacks ?? []).flatMap((callback) => givenValue(callback)));

  const ask = (): Action => send(names.map((name) => attributeCallback(context, name, user, given.get(name)?.callback)));

  if (!context.callbacks) return ask();
  if (required && names.some((name) => isEmpty(given.get(name)?.value))) {
    context.because('A required attribute has no value.', 'recorded');
    return ask();
  }
  if (validates && names.some((name) => failures(name, given.get(name)?.value).length > 0)) {
    context.because('A value failed a policy.', 'inferred');
    return ask();
  }
  if (validates && names.some((name) => answeredValidateOnly(given.get(name)?.callback))) {
    context.because('The client only wanted the values validated.', 'recorded');
    return ask();
  }
  collectAttributes(
    context,
    'shared',
    names.flatMap((name) => (given.has(name) ? [[name, given.get(name)?.value ?? null] as const] : [])),
  );
  context.because('The attributes are kept in shared state.', 'recorded');
  return goTo('outcome');
}

/** The user whose present values the form starts with, if node state names one. */
function knownUser(context: NodeContext): Identity | undefined {
  const attribute = text(context.config, 'identityAttribute') || 'userName';
  const value = identifyingAttribute(context, attribute);
  return value === undefined ? undefined : onlyUser(context, attribute, value);
}

function givenValue(callback: AnsweredCallback): [string, { value: Json; callback: AnsweredCallback }][] {
  const name = outputOf(callback, 'name');
  const kind = /^(String|Number|Boolean)AttributeInputCallback$/.exec(callback.type)?.[1];
  return typeof name === 'string' && kind ? [[name, { value: coerced(kind as AttributeKind, callback.values['']), callback }]] : [];
}

/** Forms send numbers and booleans as text at times. */
function coerced(kind: AttributeKind, value: Json | undefined): Json {
  if (value === undefined || value === null) return null;
  if (kind === 'Boolean') return value === true || value === 'true';
  if (kind === 'String') return typeof value === 'object' ? null : String(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function failures(name: string, value: Json | undefined): string[] {
  return name === 'mail' && typeof value === 'string' && value !== '' && !mailShape.test(value) ? [failedPolicy('VALID_EMAIL_ADDRESS_FORMAT')] : [];
}

function attributeCallback(context: NodeContext, name: string, user: Identity | undefined, answer: AnsweredCallback | undefined): Callback {
  const validates = flag(context.config, 'validateInputs');
  const present = collectedAttribute(context, name) ?? (user ? identityAttribute(user, name) : undefined);
  const kind = kindOf(name, present);
  const [, typed] = answer ? (givenValue(answer)[0] ?? []) : [];
  const value = coerced(kind, typed && !isEmpty(typed.value) ? typed.value : present);
  return attributeInputCallback(
    kind,
    { name, prompt: prompts[name] ?? name, required: flag(context.config, 'required'), value: value ?? emptyOf(kind) },
    {
      policies: validates ? policiesOf(name, name === 'mail' ? ['VALID_EMAIL_ADDRESS_FORMAT'] : []) : {},
      failedPolicies: validates && typed ? failures(name, typed.value) : [],
      validateOnly: answeredValidateOnly(answer),
    },
  );
}

function kindOf(name: string, present: Json | undefined): AttributeKind {
  if (typeof present === 'boolean' || name.startsWith('preferences/')) return 'Boolean';
  return typeof present === 'number' ? 'Number' : 'String';
}

function emptyOf(kind: AttributeKind): Json {
  if (kind === 'Boolean') return false;
  return kind === 'Number' ? null : '';
}
