import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const TYPE = 'EmailTemplateNode';
const bjensen = user({ _id: 'id-1', userName: 'bjensen', givenName: 'Babs', mail: 'bjensen@example.com', work: 'babs@work.example.com' });
const emailTemplates = {
  welcome: {
    defaultLocale: 'en',
    subject: { en: 'Hello {{object.givenName}}' },
    message: { en: '<p>Hi {{object.givenName}}</p>' },
    mimeType: 'text/html',
  },
  bye: { subject: { en: 'Bye' }, message: { en: 'Bye {{object.passwordHash}}{{object.kind}}.' }, mimeType: 'text/plain' },
  off: { enabled: false, subject: { en: 'x' }, message: { en: 'x' } },
  wrong: { subject: { en: 'x' }, message: { en: '{{#if object}}open' } },
};
const base: FakeOptions = { identities: [bjensen, user({ _id: 'id-2', userName: 'silent' })], emailTemplates, shared: { username: 'bjensen' } };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });

test('golden trace', () => {
  expect(trace(TYPE, base)).toEqual(['send email to bjensen@example.com: Hi Babs', 'go EMAIL_SENT']);
});

test('the template sees the stored user as object', () => {
  expect(run().recorded.sent).toEqual([
    { kind: 'email', to: 'bjensen@example.com', subject: 'Hello Babs', html: '<p>Hi Babs</p>', text: 'Hi Babs', links: [] },
  ]);
});

test('but not what only Tandem keeps', () => {
  expect(run({ config: { emailTemplateName: 'bye' } }).recorded.sent[0]?.text).toBe('Bye .');
});

describe('the user', () => {
  test('is found by the identity attribute that was collected', () => {
    const { action, recorded } = run({
      config: { identityAttribute: 'mail', emailAttribute: 'work' },
      shared: { objectAttributes: { mail: 'bjensen@example.com' } },
    });
    expect(action).toEqual(goTo('EMAIL_SENT'));
    expect(recorded.sent[0]?.to).toBe('babs@work.example.com');
  });

  test.each([
    ['is not in node state', { shared: {} }],
    ['is unknown', { shared: { username: 'nobody' } }],
    ['has no address', { shared: { username: 'silent' } }],
    ['is not named by the identity attribute', { config: { identityAttribute: 'mail' } }],
  ])('%s: Email Not Sent', (_, options: FakeOptions) => {
    const { action, recorded } = run(options);
    expect(action).toEqual(goTo('EMAIL_NOT_SENT'));
    expect(recorded.sent).toEqual([]);
  });
});

describe('a template that cannot be sent is an error in the log; the journey is not told', () => {
  test.each([
    ['missing', 'Email not sent: the realm has no email template "missing".'],
    ['off', 'Email not sent: the email template "off" is disabled.'],
    ['wrong', 'Email not sent: the email template "wrong" cannot be rendered: {{#if object}} is not closed.'],
  ])('%s', (emailTemplateName, message) => {
    const { action, recorded } = run({ config: { emailTemplateName } });
    expect(action).toEqual(goTo('EMAIL_SENT'));
    expect(recorded.sent).toEqual([]);
    expect(recorded.logs).toEqual([{ level: 'error', message }]);
  });
});

test('visited again it sends again', () => {
  const again = run({ shared: run().recorded.shared });
  expect(again.recorded.sent).toHaveLength(1);
});

test('blank settings mean the defaults', () => {
  expect(run({ config: { emailTemplateName: '', emailAttribute: '', identityAttribute: '' } }).recorded.sent[0]?.subject).toBe('Hello Babs');
});

test('the definition names its template', () => {
  expect(definition.emailTemplates?.({ emailTemplateName: 'welcome' })).toEqual(['welcome']);
  expect(definition.summary({})).toBe('welcome · mail');
});
