import { describe, expect, test } from 'vitest';
import { authenticateUrl, realmPath, suspendedOf, transactionOf } from './address.ts';
import { stepOf } from './fixtures/steps.ts';
import { failedPolicies } from './policies.ts';
import { confirmationOptions } from './read.ts';
import { stageText } from './stage.ts';
import { parseAnswer } from './wire.ts';
import { english } from './words/english.ts';

describe('answers of authenticate', () => {
  test('success without a session has a URL and no token', () => {
    expect(parseAnswer(200, { successUrl: '/enduser/?realm=/alpha', realm: '/alpha' })).toMatchObject({
      kind: 'success',
      tokenId: null,
      realm: '/alpha',
    });
  });
  test('failure bodies keep message and error code', () => {
    expect(parseAnswer(401, { code: 401, reason: 'Unauthorized', message: 'Session has timed out', detail: { errorCode: '110' } })).toMatchObject({
      kind: 'failure',
      message: 'Session has timed out',
      errorCode: '110',
    });
  });
  test('a bare 401 is a failed login', () => expect(parseAnswer(401, null)).toMatchObject({ kind: 'failure', code: 401, message: 'Login failure' }));
});

describe('addresses', () => {
  test.each(['/alpha', 'alpha', '%2Falpha', '/root/alpha', 'realms/root/realms/alpha', '/realms/root/realms/alpha'])('realm %s', (realm) =>
    expect(realmPath(realm)).toBe('realms/root/realms/alpha'),
  );
  test.each(['', '/', 'root'])('root realm as "%s"', (realm) => expect(realmPath(realm)).toBe('realms/root'));
  test('the first call names the journey', () => {
    expect(authenticateUrl('/am', '/alpha', { type: 'service', value: 'Help desk' })).toBe(
      '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=Help+desk',
    );
  });
  test('a redirect URI names its transaction, another address none', () => {
    expect(transactionOf('http://h/sim/1/am/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=b307')).toBe('b307');
    expect(transactionOf('http://h/?authIndexType=service&authIndexValue=Login')).toBeNull();
    expect(suspendedOf('http://h/sim/1/am/XUI/?realm=/alpha&suspendedId=0af1')).toBe('0af1');
    expect(suspendedOf('http://h/sim/1/am/XUI/?realm=/alpha&suspendedId=')).toBeNull();
    expect(authenticateUrl('/am', '/alpha', { type: 'suspended', value: '0af1' })).toBe(
      '/am/json/realms/root/realms/alpha/authenticate?suspendedId=0af1',
    );
  });
});

describe('callback details', () => {
  const callback = (output: { name: string; value: never }[] | unknown) => stepOf({ type: 'X', output: output as never, input: [] }).callbacks[0];
  test('failed policies are told in words, unknown ones by name', () => {
    const failed = callback([
      { name: 'failedPolicies', value: ['{"policyRequirement":"MIN_LENGTH","params":{"minLength":8}}', '{"policyRequirement":"NOT_FUNNY"}'] },
    ]);
    expect(failed && failedPolicies(failed, english)).toEqual(['At least 8 characters.', 'not funny']);
  });
  test('a confirmation without options has the buttons of its type', () => {
    const okCancel = callback([{ name: 'optionType', value: 2 }]);
    expect(okCancel && confirmationOptions(okCancel).map((option) => option.label)).toEqual(['OK', 'Cancel']);
  });
  test.each([
    [['en'], 'Approve'],
    [['de-AT', 'en'], 'Erlauben'],
    [['pt-BR'], 'Permitir'],
    [['ja'], 'Approve'],
  ])('the text of the button may come in a JSON stage, by locale: %j', (languages, text) => {
    const stage = JSON.stringify({ submitButtonText: { de: 'Erlauben', pt_BR: 'Permitir', en: 'Approve' } });
    expect(stageText({ stage }, 'submitButtonText', languages)).toBe(text);
  });
  test('one text is for all, and a stage that is a name has none', () => {
    expect(stageText({ stage: '{"pageFooter":"Be careful"}' }, 'pageFooter', ['de'])).toBe('Be careful');
    expect(stageText({ stage: 'OneTimePassword' }, 'submitButtonText', ['de'])).toBe('');
  });
});
