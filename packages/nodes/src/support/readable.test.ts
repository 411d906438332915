import type { JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { type FakeOptions, user, visit } from '../testing/fake-context.ts';
import { identityAttribute } from './attributes.ts';
import { managedObject } from './managed-user.ts';
import { firstValue } from './messaging.ts';
import { readable } from './readable.ts';

const HASH = 'scrypt$1$salt$hash';
const questions = [
  { questionId: '1', answer: { passwordHash: HASH } },
  { customQuestion: 'Pet?', answer: 'Rex' },
];
const bjensen = user({
  _id: 'id-1',
  userName: 'bjensen',
  mail: 'b@example.com',
  passwordHash: HASH,
  password: 'Rex',
  kbaInfo: questions,
});

test('a user is readable without the password, its hash, and answers to security questions', () => {
  expect(readable(bjensen)).toEqual({
    _id: 'id-1',
    userName: 'bjensen',
    mail: 'b@example.com',
    kbaInfo: [{ questionId: '1' }, { customQuestion: 'Pet?' }],
  });
  expect(managedObject(bjensen)).toEqual({ accountStatus: 'active', ...readable(bjensen) });
});

test.each(['passwordHash', 'password', 'kind', 'kbaInfo/answer/passwordHash', 'kbaInfo/first/answer'])(
  '%s is no attribute that a node can read',
  (name) => {
    const odd = { ...bjensen, kbaInfo: { answer: { passwordHash: HASH }, first: { answer: HASH } } };
    expect([identityAttribute(odd, name), firstValue(odd, name)]).toEqual([undefined, undefined]);
  },
);

describe('no configuration hands out the hash', () => {
  const found = { identities: [bjensen], shared: { username: 'bjensen', objectAttributes: { userName: 'bjensen' } } };
  const byName = { identityAttribute: 'userName' };
  const template = {
    welcome: { subject: { en: 'x' }, message: { en: '{{object.passwordHash}}{{#each object.kbaInfo}}{{this.answer.passwordHash}}{{/each}}' } },
  };
  const otp = { transient: { oneTimePassword: '123456' } };
  test.each<[type: string, config: JsonObject, more?: FakeOptions]>([
    ['DisplayUserNameNode', { ...byName, userName: 'passwordHash' }],
    ['AttributeCollectorNode', { ...byName, attributesToCollect: ['passwordHash'] }],
    ['IdentifyExistingUserNode', { ...byName, identifier: 'passwordHash' }],
    ['EmailTemplateNode', { ...byName, emailAttribute: 'passwordHash' }],
    ['EmailTemplateNode', byName, { emailTemplates: template }],
    ['EmailSuspendNode', { ...byName, objectLookup: true, emailTemplateName: 'welcome', emailAttribute: 'mail' }, { emailTemplates: template }],
    ['OneTimePasswordSmtpSenderNode', { emailAttribute: 'passwordHash' }, otp],
    ['OneTimePasswordSmsSenderNode', { mobilePhoneAttributeName: 'passwordHash', mobileCarrierAttributeName: 'passwordHash' }, otp],
  ])('%s %j', (type, config, more) => {
    let seen: unknown;
    try {
      const { action, recorded } = visit(type, { ...found, ...more, config });
      const { sent, shared, transient, logs } = recorded;
      seen = [action, sent, shared, transient, logs];
    } catch (error) {
      seen = String(error);
    }
    expect(JSON.stringify(seen)).not.toContain('scrypt');
  });
});
