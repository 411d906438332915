import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, fakeContext, sealed, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';
import { execute } from './execute.ts';

const TYPE = 'OneTimePasswordSmtpSenderNode';
const bjensen = user({ _id: 'id-1', userName: 'bjensen', mail: 'bjensen@example.com', work: ['w1@example.com', 'w2@example.com'] });
const base: FakeOptions = { identities: [bjensen], shared: { username: 'bjensen' }, transient: { oneTimePassword: '123456' } };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });
const mail = (options: FakeOptions = {}) => run(options).recorded.sent[0];

test('golden trace', () => {
  expect(trace(TYPE, base)).toEqual([
    'put shared emailAddress "bjensen@example.com"',
    'send email to bjensen@example.com: Your One Time Password:123456',
    'go outcome',
  ]);
});

test('without texts of its own it sends the bundled ones, as plain text', () => {
  expect(run().action).toEqual(goTo('outcome'));
  expect(mail()).toEqual({
    kind: 'email',
    to: 'bjensen@example.com',
    subject: 'One Time Password',
    text: 'Your One Time Password:123456',
    links: [],
  });
});

describe('text', () => {
  const config = {
    emailSubject: { en: 'Your code', 'de-CH': 'Ihr Kode' },
    emailContent: { en: '<p>Code <b>{{OTP}}</b></p><p><a href="https://example.com/?a=1&amp;b=2">Help</a></p>', 'de-CH': 'Kode {{OTP}}' },
    fromEmailAddress: 'am@example.com',
  };

  test('with HTML in it arrives as HTML, with its text and links', () => {
    expect(mail({ config })).toEqual({
      kind: 'email',
      to: 'bjensen@example.com',
      from: 'am@example.com',
      subject: 'Your code',
      html: '<p>Code <b>123456</b></p><p><a href="https://example.com/?a=1&amp;b=2">Help</a></p>',
      text: 'Code 123456\nHelp (https://example.com/?a=1&b=2)',
      links: ['https://example.com/?a=1&b=2'],
    });
  });

  test('comes in the language of the client', () => {
    expect(mail({ config, locales: ['de-CH'] })).toMatchObject({ subject: 'Ihr Kode', text: 'Kode 123456' });
  });
});

describe('address', () => {
  const objectAttributes = { mail: 'new@example.com' };

  test('emailAddress of shared state comes first', () => {
    expect(mail({ shared: { emailAddress: 'kept@example.com', objectAttributes } })?.to).toBe('kept@example.com');
  });

  test('then the one that was collected; it needs no user and is not kept', () => {
    const { recorded } = run({ shared: { objectAttributes } });
    expect(recorded.sent[0]?.to).toBe('new@example.com');
    expect(recorded.shared).toEqual({ objectAttributes });
  });

  test('then the first one of the user, kept as emailAddress', () => {
    const { recorded } = run({ config: { emailAttribute: 'work' } });
    expect(recorded.sent[0]?.to).toBe('w1@example.com');
    expect(recorded.shared.emailAddress).toBe('w1@example.com');
  });

  test.each([[{ emailAddress: '' }], [{ emailAddress: sealed('x') }], [{ objectAttributes: { mail: 7 } }]])('%j is none', (shared) => {
    expect(mail({ shared: { username: 'bjensen', ...shared } })?.to).toBe('bjensen@example.com');
  });

  test('a blank attribute name means mail', () => {
    expect(mail({ config: { emailAttribute: ' ' } })?.to).toBe('bjensen@example.com');
  });
});

describe('ends the journey, nothing sent', () => {
  test.each([
    ['no user', { shared: {} }, 'Failed to get identity with provided user name', 'Identity lookup failed'],
    ['no address', { config: { emailAttribute: 'fax' } }, 'Failed to find an email address for the specified user.', 'Email not found'],
    ['no one-time password', { transient: {} }, 'One time password not found', 'oneTimePasswordNotFound'],
  ])('%s', (_, options: FakeOptions, message, log) => {
    const context = fakeContext(TYPE, { ...base, ...options });
    expect(() => execute(context)).toThrow(new NodeProcessError(message));
    expect(context.recorded.logs).toEqual([{ level: 'warn', message: log }]);
    expect(context.recorded.sent).toEqual([]);
  });
});

test('the summary names the attribute', () => {
  expect(definition.summary({ emailAttribute: 'work' })).toBe('work');
  expect(definition.summary({})).toBe('mail');
});
