import type { PasswordPolicy, RealmServices } from '@tandem/journey';
import type { Policy } from '../secret-effects.ts';

/** AIC's managed user, as far as nodes ask its schema: titles, types, policies, and what users may change themselves. */

export interface UserAttribute {
  name: string;
  title: string;
  type: 'string' | 'number' | 'boolean' | 'array';
  policies: readonly Policy[];
  /** IDM's `viewable`: whether a form may show it. */
  viewable: boolean;
  userEditable: boolean;
}

/** `required` of the schema, in its order. */
export const requiredAttributes: readonly string[] = ['userName', 'givenName', 'sn', 'mail'];

/** AIC's own policy for passwords. */
const aicPasswordPolicy: PasswordPolicy = {
  minimumLength: 8,
  minimumCapitals: 1,
  minimumNumbers: 1,
  minimumSpecials: 0,
  cannotContain: ['userName', 'givenName', 'sn'],
};

const policy = (policyId: string, requirement: string, params?: Policy['params']): Policy => ({
  policyId,
  policyRequirements: [requirement],
  ...(params ? { params } : {}),
});
const validType = (type: string): Policy => policy('valid-type', 'VALID_TYPE', { types: [type] });
const required = policy('required', 'REQUIRED');

const titles: Readonly<Record<string, string>> = {
  userName: 'Username',
  password: 'Password',
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
  accountStatus: 'Status',
  profileImage: 'Profile Image',
  'preferences/updates': 'Send me news and updates',
  'preferences/marketing': 'Send me special offers and services',
};

const own: Readonly<Record<string, readonly Policy[]>> = {
  userName: [
    policy('valid-username', 'VALID_USERNAME'),
    policy('cannot-contain-characters', 'CANNOT_CONTAIN_CHARACTERS', { forbiddenChars: ['/'] }),
    policy('minimum-length', 'MIN_LENGTH', { minLength: 1 }),
    policy('maximum-length', 'MAX_LENGTH', { maxLength: 255 }),
  ],
  mail: [policy('valid-email-address-format', 'VALID_EMAIL_ADDRESS_FORMAT')],
  telephoneNumber: [policy('valid-phone-format', 'VALID_PHONE_FORMAT')],
};

/** AIC's general-purpose extension attributes, e.g. frIndexedString1. */
const extension = /^fr(Unindexed|Indexed)(String|Integer|Date|Multivalued)(\d{1,2})$/;

/**
 * An attribute of the realm's managed users: AIC's own, its extension attributes, or one that the realm declares. Undefined for any other.
 *
 * @param name nested attributes are named by path, e.g. `preferences/updates`
 */
export function userAttribute(services: RealmServices, name: string): UserAttribute | undefined {
  const found = declaredAttribute(services, name);
  if (!found || !services.uniqueAttributes?.includes(name) || name === 'userName') return found;
  return { ...found, policies: [...found.policies, policy('unique', 'UNIQUE')] };
}

/** Attributes that a realm's managed users have: AIC's own, and those that the realm declares. AIC's extension attributes are left out. */
export function userAttributes(services: Pick<RealmServices, 'customAttributes'>): { name: string; title: string }[] {
  const custom = services.customAttributes ?? [];
  const own = Object.entries(titles).flatMap(([name, title]) => (custom.some((declared) => declared.name === name) ? [] : [{ name, title }]));
  return [...own, ...custom.map(({ name, title }) => ({ name, title: title ?? name }))];
}

function declaredAttribute(services: RealmServices, name: string): UserAttribute | undefined {
  const custom = services.customAttributes?.find((attribute) => attribute.name === name);
  if (custom) return attribute(name, custom.title ?? name, custom.type);
  const [, indexed, kind, count] = extension.exec(name) ?? [];
  if (kind) {
    const type = kind === 'Integer' ? 'number' : kind === 'Multivalued' ? 'array' : 'string';
    return attribute(name, `Generic ${indexed} ${kind} ${count}`, type);
  }
  const title = Object.hasOwn(titles, name) ? titles[name] : undefined;
  if (title === undefined) return undefined;
  if (name === 'password') return { ...attribute(name, title, 'string', passwordPolicies(services.passwordPolicy)), viewable: false };
  return {
    ...attribute(name, title, name.startsWith('preferences/') ? 'boolean' : 'string', own[name]),
    userEditable: name !== 'accountStatus',
  };
}

function attribute(name: string, title: string, type: UserAttribute['type'], policies: readonly Policy[] = []): UserAttribute {
  const first = requiredAttributes.includes(name) ? [required, validType(type)] : [validType(type)];
  return { name, title, type, policies: [...first, ...policies], viewable: true, userEditable: true };
}

function passwordPolicies(chosen: PasswordPolicy = aicPasswordPolicy): Policy[] {
  const { minimumLength, minimumCapitals, minimumNumbers, minimumSpecials, cannotContain } = chosen;
  return [
    ...(minimumLength > 0 ? [policy('minimum-length', 'MIN_LENGTH', { minLength: minimumLength })] : []),
    ...(minimumCapitals > 0 ? [policy('at-least-X-capitals', 'AT_LEAST_X_CAPITAL_LETTERS', { numCaps: minimumCapitals })] : []),
    ...(minimumNumbers > 0 ? [policy('at-least-X-numbers', 'AT_LEAST_X_NUMBERS', { numNums: minimumNumbers })] : []),
    ...(minimumSpecials > 0 ? [policy('at-least-X-specials', 'AT_LEAST_X_SPECIALS', { numSpecials: minimumSpecials })] : []),
    ...(cannotContain.length > 0 ? [policy('cannot-contain-others', 'CANNOT_CONTAIN_OTHERS', { disallowedFields: [...cannotContain] })] : []),
  ];
}
