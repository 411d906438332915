import type { IdentityView, SaveIdentity } from '@tandem/api';
import { type CustomAttribute, type Json, type JsonObject, own } from '@tandem/journey';
import type { IdentityKind } from '../queries.ts';
import { type Attributes, devicesOf, readAttributes, writeAttributes } from './attributes.ts';

/** What happens to the password when the identity is saved. */
export type PasswordChange = { kind: 'keep' } | { kind: 'set'; password: string } | { kind: 'remove' };

export interface IdentityForm extends Attributes {
  userName: string;
  accountStatus: string;
  password: PasswordChange;
  devices: readonly JsonObject[];
}

export function formOf(identity: IdentityView | null, kind: IdentityKind, customs: readonly CustomAttribute[]): IdentityForm {
  const attributes = (identity ?? {}) as JsonObject;
  return {
    ...readAttributes(attributes, kind, customs),
    userName: identity?.userName ?? '',
    accountStatus: typeof attributes.accountStatus === 'string' ? attributes.accountStatus : 'active',
    password: identity ? { kind: 'keep' } : { kind: 'set', password: '' },
    devices: devicesOf(attributes),
  };
}

/** The body of the request; null while something typed cannot be stored. A new user without a password has none. */
export function bodyOf(form: IdentityForm, kind: IdentityKind): SaveIdentity | null {
  const attributes = writeAttributes(form);
  if (attributes === null) return null;
  const devices: JsonObject = kind === 'user' && form.devices.length > 0 ? { pushDevices: form.devices as Json[] } : {};
  const { password } = form;
  const change = password.kind === 'remove' ? { password: null } : password.kind === 'set' && password.password !== '' ? password : {};
  return {
    ...attributes,
    ...devices,
    kind,
    userName: form.userName,
    accountStatus: form.accountStatus,
    ...('password' in change ? { password: change.password } : {}),
  };
}

/** An attribute's text for a table. */
export function attributeText(identity: IdentityView, name: string): string {
  const value = own(identity as JsonObject, name);
  return typeof value === 'string' ? value : '';
}

export function fullName(identity: IdentityView): string {
  return [attributeText(identity, 'givenName'), attributeText(identity, 'sn')].filter((part) => part !== '').join(' ');
}
