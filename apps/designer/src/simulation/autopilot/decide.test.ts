import type { Message } from '@tandem/engine/view';
import { describe, expect, test } from 'vitest';
import { parseAnswer, type Step } from '../../callbacks/index.ts';
import { type Decision, decide, type Known } from './decide.ts';

const person = { _id: 'b', userName: 'bjensen', mail: 'bjensen@example.com', givenName: 'Barbara', age: 40 };
const known = (values: Partial<Known> = {}): Known => ({ person, password: 'Secret12!', messages: [], answered: 0, ...values });

type Outputs = Record<string, unknown>;
const callback = (type: string, outputs: Outputs = {}, value: unknown = '') => ({ type, outputs, value });
function page(...callbacks: ReturnType<typeof callback>[]): Step {
  const answer = parseAnswer(200, {
    authId: 'a',
    callbacks: callbacks.map(({ type, outputs, value }, index) => ({
      type,
      output: Object.entries(outputs).map(([name, output]) => ({ name, value: output })),
      input: [{ name: `IDToken${index + 1}`, value }],
    })),
  } as never);
  if (answer.kind !== 'step') throw new Error('no step');
  return answer;
}
const message = (values: Partial<Message>): Message => ({
  id: 'p1',
  session: 's',
  node: 'n',
  kind: 'sms',
  to: 'x',
  from: null,
  subject: null,
  text: '',
  html: null,
  links: [],
  push: null,
  at: 0,
  answered: false,
  approved: null,
  ...values,
});
const answered = (decision: Decision) => (decision.kind === 'answer' ? decision.values : decision.kind);

describe('from the identity', () => {
  test.each<[string, ReturnType<typeof callback>, unknown]>([
    ['a user name', callback('NameCallback', { prompt: 'User Name' }), 'bjensen'],
    ['a name without a prompt', callback('NameCallback'), 'bjensen'],
    ['an email address in place of it', callback('NameCallback', { prompt: 'Email Address' }), 'bjensen@example.com'],
    ['a text that is one', callback('TextInputCallback', { prompt: "The user's e-mail" }), 'bjensen@example.com'],
    ['a password', callback('PasswordCallback', { prompt: 'Password' }), 'Secret12!'],
    ['an attribute', callback('StringAttributeInputCallback', { name: 'givenName', prompt: 'First name' }), 'Barbara'],
    ['a number', callback('NumberAttributeInputCallback', { name: 'age', prompt: 'Age' }, null), 40],
  ])('%s', (_, asked, value) => expect(answered(decide(page(asked), known()))).toEqual({ IDToken1: value }));

  test('a page is answered whole', () => {
    const both = page(callback('NameCallback', { prompt: 'User Name' }), callback('PasswordCallback', { prompt: 'Password' }));
    expect(answered(decide(both, known()))).toEqual({ IDToken1: 'bjensen', IDToken2: 'Secret12!' });
  });
  test('or not at all', () => {
    const both = page(callback('NameCallback', { prompt: 'User Name' }), callback('ChoiceCallback', { prompt: 'How', choices: ['a', 'b'] }));
    expect(decide(both, known()).kind).toBe('stop');
  });
  test.each<[string, ReturnType<typeof callback>]>([
    ['what is offered already', callback('TextInputCallback', { prompt: 'City' }, 'Oslo')],
    ['an attribute that is filled in', callback('StringAttributeInputCallback', { name: 'city', prompt: 'City' }, 'Oslo')],
    ['an attribute that may stay empty', callback('StringAttributeInputCallback', { name: 'nickname', prompt: 'Nick', required: false })],
    ['yes or no as it stands', callback('BooleanAttributeInputCallback', { name: 'preferences', prompt: 'News' }, false)],
    ['a message', callback('TextOutputCallback', { message: 'Hello', messageType: '0' })],
    ['what clients fill by themselves', callback('HiddenValueCallback', { id: 'x' })],
    ['metadata', callback('MetadataCallback', { data: {} })],
  ])('nothing is typed where it is not needed: %s', (_, asked) => expect(answered(decide(page(asked), known()))).toEqual({}));
});

describe('from the outbox', () => {
  const sms = (text: string, values: Partial<Message> = {}) => message({ text, ...values });
  const otp = page(callback('PasswordCallback', { prompt: 'One Time Password' }));
  test('the code that was sent last', () => {
    const messages = [sms('Your code: 111111'), sms('Your code is 654321.'), sms('no code here')];
    expect(answered(decide(otp, known({ messages })))).toEqual({ IDToken1: '654321' });
    expect(answered(decide(page(callback('NameCallback', { prompt: 'Enter OTP' })), known({ messages })))).toEqual({ IDToken1: '654321' });
  });
  test('no code, no answer; and one that was refused is not tried again', () => {
    expect(decide(otp, known())).toMatchObject({ kind: 'stop', says: expect.stringContaining('no message with a code') });
    expect(decide(otp, known({ messages: [sms('123456')], answered: 1 })).kind).toBe('stop');
  });
  test('the link of a suspended journey', () => {
    const suspended = page(callback('SuspendedTextOutputCallback', { message: 'Look into your mail' }));
    const link = 'http://h/am/XUI/?realm=/alpha&suspendedId=0af1';
    expect(decide(suspended, known({ messages: [message({ kind: 'email', links: [link] })] }))).toMatchObject({ kind: 'link', link });
    expect(decide(suspended, known()).kind).toBe('stop');
  });

  const wait = (text = 'Approve on your phone') => page(callback('PollingWaitCallback', { waitTime: '5000', message: text }));
  const push = (numbers?: string[]) => message({ kind: 'push', push: { type: 'DEFAULT', expiresAt: 9, ...(numbers ? { numbers } : {}) } });
  test('a push is approved', () =>
    expect(decide(wait(), known({ messages: [push()] }))).toMatchObject({ kind: 'push', message: 'p1', number: null }));
  test('with the number that the browser shows', () => {
    const messages = [push(['12', '34', '56'])];
    expect(decide(wait('Choose 34 on your phone'), known({ messages }))).toMatchObject({ kind: 'push', number: '34' });
    expect(decide(wait('Choose the number'), known({ messages })).kind).toBe('stop');
    expect(decide(wait('12 or 34'), known({ messages })).kind).toBe('stop');
  });
  test('an answered one only needs time, as every wait does', () => {
    expect(decide(wait(), known({ messages: [{ ...push(), answered: true }] })).kind).toBe('wait');
    expect(decide(wait(), known()).kind).toBe('wait');
  });
  test('the exit button of a wait is left alone', () => {
    const exitable = page(callback('PollingWaitCallback', { waitTime: '5000' }), callback('ConfirmationCallback', { options: ['Exit'] }, 100));
    expect(decide(exitable, known()).kind).toBe('wait');
  });
});

describe('a person is asked where a choice matters', () => {
  test.each<[string, ReturnType<typeof callback>]>([
    ['a choice', callback('ChoiceCallback', { prompt: 'How', choices: ['SMS', 'Email'] }, 0)],
    ['several buttons', callback('ConfirmationCallback', { options: ['Yes', 'No'] }, 0)],
    ['buttons by type', callback('ConfirmationCallback', { optionType: 0 }, 0)],
    ['terms', callback('TermsAndConditionsCallback', { terms: 'x' }, false)],
    ['a new user name', callback('ValidatedCreateUsernameCallback', { prompt: 'User Name' })],
    ['a new password', callback('ValidatedCreatePasswordCallback', { prompt: 'Password' })],
    ['security questions', callback('KbaCreateCallback', { prompt: 'Question' })],
    ['the answer to one', callback('PasswordCallback', { prompt: 'What is your favourite colour?' })],
    ['another site', callback('RedirectCallback', { redirectUrl: 'http://x' })],
    ['a text of its own', callback('TextInputCallback', { prompt: 'Case number' })],
    ['a required attribute that the identity lacks', callback('StringAttributeInputCallback', { name: 'city', prompt: 'City', required: true })],
    ['anything else', callback('DeviceProfileCallback', {})],
  ])('%s', (_, asked) =>
    expect(decide(page(asked), known())).toMatchObject({ kind: 'stop', says: expect.stringMatching(/^A person has to answer: /) }),
  );

  test('where there is but one choice there is none', () => {
    expect(answered(decide(page(callback('ChoiceCallback', { prompt: 'How', choices: ['SMS'] }, 0)), known()))).toEqual({ IDToken1: 0 });
    expect(decide(page(callback('ConfirmationCallback', { options: ['OK'] }, 0)), known())).toMatchObject({ kind: 'choose', option: 0 });
  });
  test('where nobody is known, or no password', () => {
    expect(decide(page(callback('NameCallback', { prompt: 'User Name' })), known({ person: null })).kind).toBe('stop');
    expect(decide(page(callback('PasswordCallback', { prompt: 'Password' })), known({ password: null })).kind).toBe('stop');
  });
  test('where the same question comes again and again', () => {
    expect(decide(page(callback('PasswordCallback', { prompt: 'Password' })), known({ answered: 1 })).kind).toBe('stop');
    expect(decide(page(callback('TextOutputCallback', { message: 'Hello' })), known({ answered: 2 })).kind).toBe('stop');
  });
});
