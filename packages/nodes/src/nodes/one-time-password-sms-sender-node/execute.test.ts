import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { type FakeOptions, fakeContext, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';
import { execute } from './execute.ts';

const TYPE = 'OneTimePasswordSmsSenderNode';
const bjensen = user({
  _id: 'id-1',
  userName: 'bjensen',
  telephoneNumber: '+4712345678',
  mobile: ['111', '222'],
  carrier: 'sms.example.com',
  at: '@sms.example.com',
});
const base: FakeOptions = { identities: [bjensen], shared: { username: 'bjensen' }, transient: { oneTimePassword: '123456' } };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });
const sms = (options: FakeOptions = {}) => run(options).recorded.sent[0];

test('golden trace', () => {
  expect(trace(TYPE, base)).toEqual(['send sms to +4712345678: Your One Time Password:123456', 'go outcome']);
});

test('without texts of its own it sends the bundled ones', () => {
  const { action } = run();
  expect(action).toEqual(goTo('outcome'));
  expect(sms()).toEqual({ kind: 'sms', to: '+4712345678', subject: 'One Time Password', text: 'Your One Time Password:123456', links: [] });
});

describe('text', () => {
  const config = {
    smsSubject: { en: 'Code', de: 'Kode' },
    smsContent: { en: 'Use {{OTP}}, I say {{OTP}}', de: 'Nimm ' },
    fromEmailAddress: 'am@example.com',
  };

  test('every {{OTP}} becomes the one-time password', () => {
    expect(sms({ config })).toMatchObject({ subject: 'Code', text: 'Use 123456, I say 123456', from: 'am@example.com' });
  });

  test('a text without it is followed by it', () => {
    expect(sms({ config, locales: ['de'] })).toMatchObject({ subject: 'Kode', text: 'Nimm 123456' });
  });

  test("in none of the client's languages it is the bundled one", () => {
    expect(sms({ config, locales: ['fr'] })).toMatchObject({ subject: 'One Time Password', text: 'Your One Time Password:123456' });
  });

  test('dollar signs in it are nothing special', () => {
    expect(sms({ config: { smsContent: { en: '{{OTP}}' } }, transient: { oneTimePassword: '$&' } })?.text).toBe('$&');
  });

  test('addresses in it are links', () => {
    expect(sms({ config: { smsContent: { en: 'See https://example.com/a. {{OTP}}' } } })?.links).toEqual(['https://example.com/a']);
  });
});

describe('number', () => {
  test('comes from the configured attribute, the first of several', () => {
    expect(sms({ config: { mobilePhoneAttributeName: 'mobile' } })?.to).toBe('111');
  });

  test.each(['carrier', 'at'])('is followed by the carrier (%s)', (mobileCarrierAttributeName) => {
    expect(sms({ config: { mobileCarrierAttributeName } })?.to).toBe('+4712345678@sms.example.com');
  });

  test('stands alone where the user has no carrier', () => {
    expect(sms({ config: { mobileCarrierAttributeName: 'none', mobilePhoneAttributeName: ' ' } })?.to).toBe('+4712345678');
  });
});

describe('ends the journey, nothing sent', () => {
  test.each([
    ['no username', { shared: {} }, 'Failed to get identity with provided user name', 'identity not found'],
    ['an unknown user', { shared: { username: 'nobody' } }, 'Failed to get identity with provided user name', 'identity not found'],
    ['no number', { config: { mobilePhoneAttributeName: 'fax' } }, 'User phone number not found', 'phoneNotFound'],
    ['no one-time password', { transient: {} }, 'One time password not found', 'oneTimePasswordNotFound'],
    ['one that was used up and sent again', { transient: { oneTimePassword: null } }, 'One time password not found', 'oneTimePasswordNotFound'],
  ])('%s', (_, options: FakeOptions, message, log) => {
    const context = fakeContext(TYPE, { ...base, ...options });
    expect(() => execute(context)).toThrow(new NodeProcessError(message));
    expect(context.recorded.logs).toEqual([{ level: 'warn', message: log }]);
    expect(context.recorded.sent).toEqual([]);
  });
});

test('the summary names the attribute', () => {
  expect(definition.summary({})).toBe('telephoneNumber');
});
