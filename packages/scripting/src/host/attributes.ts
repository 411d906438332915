import type { Identity, Json } from '../types.ts';

/** AM's attribute names in AIC's identity store and the managed user's fields behind them. Names that are alike are not listed. */
const FIELDS: Record<string, string> = {
  uid: 'userName',
  'fr-idm-uuid': '_id',
  street: 'postalAddress',
  l: 'city',
  st: 'stateProvince',
  co: 'country',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((n) => [`fr-attr-istr${n}`, `frIndexedString${n}`]),
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((n) => [
      [`fr-attr-str${n}`, `frUnindexedString${n}`],
      [`fr-attr-imulti${n}`, `frIndexedMultivalued${n}`],
      [`fr-attr-multi${n}`, `frUnindexedMultivalued${n}`],
      [`fr-attr-idate${n}`, `frIndexedDate${n}`],
      [`fr-attr-date${n}`, `frUnindexedDate${n}`],
      [`fr-attr-iint${n}`, `frIndexedInteger${n}`],
      [`fr-attr-int${n}`, `frUnindexedInteger${n}`],
    ]),
  ),
};
/** Fields with another name on AM's side: AM knows them by that name alone. */
const IDM_ONLY = new Set([...Object.values(FIELDS), 'accountStatus', 'kind', 'passwordHash', 'password']);
const LISTS = /Multivalued\d+$/;

function texts(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}

/** Values of an attribute by AM's name, as texts; empty when there is none. */
export function attributeValues(identity: Identity, attribute: string): string[] {
  const record = identity as Record<string, Json>;
  if (attribute === 'inetUserStatus') return [identity.accountStatus === 'inactive' ? 'Inactive' : 'Active'];
  if (attribute === 'cn' && record.cn === undefined) {
    const name = [record.givenName, record.sn].filter((part) => typeof part === 'string').join(' ');
    return name === '' ? [] : [name];
  }
  const field = Object.hasOwn(FIELDS, attribute) ? (FIELDS[attribute] as string) : attribute;
  if (field === attribute && IDM_ONLY.has(attribute)) return [];
  return Object.hasOwn(record, field) ? texts(record[field]) : [];
}

/** The identity with an attribute set: one value as text, none removes it, more or a multivalued field as a list. */
export function withAttribute(identity: Identity, attribute: string, values: readonly string[]): Identity {
  const others = (name: string) => Object.entries(identity).filter(([key]) => key !== name);
  if (attribute === 'inetUserStatus')
    return Object.fromEntries([
      ...others('accountStatus'),
      ['accountStatus', values[0]?.toLowerCase() === 'inactive' ? 'inactive' : 'active'],
    ]) as Identity;
  const field = Object.hasOwn(FIELDS, attribute) ? (FIELDS[attribute] as string) : attribute;
  if (field === '_id' || (field === attribute && IDM_ONLY.has(attribute)) || (field === 'userName' && !values[0])) {
    throw new Error(`The attribute ${attribute} cannot be set`);
  }
  if (values.length === 0) return Object.fromEntries(others(field)) as Identity;
  const list = values.length > 1 || LISTS.test(field) || Array.isArray((identity as Record<string, Json>)[field]);
  return Object.fromEntries([...others(field), [field, list ? [...values] : values[0]]]) as Identity;
}
