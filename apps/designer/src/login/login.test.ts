import { describe, expect, test } from 'vitest';
import { stepOf } from '../callbacks/fixtures/steps.ts';
import { gotoOf } from './goto.ts';
import { readLocation } from './location.ts';
import { cameBack, leave } from './redirected.ts';
import { chooseWords } from './words/choose.ts';
import { english } from './words/english.ts';
import { explainFailure } from './words/explain.ts';

const read = (address: string) => readLocation(new URL(address, 'http://127.0.0.1:8080'));

describe('address of the sign-in page', () => {
  test('a redirect URI of the live realm', () => {
    expect(read('/am/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=b307')).toEqual({
      base: '/am',
      simulation: null,
      realm: '/alpha',
      target: { type: 'transaction', value: 'b307' },
      parameters: [],
      signOut: false,
    });
  });
  test('a journey in a simulation, also under a player', () => {
    expect(read('/sim/7/am/XUI/?realm=alpha&authIndexType=service&authIndexValue=Login')).toMatchObject({
      base: '/sim/7/am',
      simulation: '7',
      target: { type: 'service', value: 'Login' },
    });
    expect(read('/sim/7/as/user/am/XUI/Login?realm=/alpha')).toMatchObject({
      base: '/sim/7/as/user/am',
      simulation: '7',
      target: { type: 'default' },
    });
  });
  test.each(['/sim/7/am/XUI/?realm=/alpha&suspendedId=0af1', '/sim/7/am/XUI/?realm=/alpha#/?suspendedId=0af1'])(
    'the link of a mail: %s',
    (address) => {
      expect(read(address)).toMatchObject({ base: '/sim/7/am', realm: '/alpha', target: { type: 'suspended', value: '0af1' }, parameters: [] });
    },
  );
  test('parameters in the fragment and the short form of a service', () => {
    expect(read('/am/XUI/#login/?realm=/alpha&service=Login')).toMatchObject({ realm: '/alpha', target: { type: 'service', value: 'Login' } });
  });
  test.each([
    ['/am/UI/Login?realm=%2Falpha&service=Login', '/alpha', { type: 'service', value: 'Login' }],
    ['/am/XUI/#login/alpha', '/alpha', { type: 'default' }],
    ['/am/XUI/#login/alpha&service=Login', '/alpha', { type: 'service', value: 'Login' }],
    ['/am/XUI/#login&realm=/alpha&authlevel=5', '/alpha', { type: 'other', index: 'level', value: '5' }],
    ['/am/XUI/?realm=/alpha#/service/Forgotten%20Username', '/alpha', { type: 'service', value: 'Forgotten Username' }],
    [
      '/am/XUI/?realm=/alpha&authIndexType=service&authIndexValue=Login#-service/ResetPassword',
      '/alpha',
      { type: 'service', value: 'ResetPassword' },
    ],
    ['/am/XUI/?realm=/alpha&authIndexType=transaction&authIndexValue=b307#login/', '/alpha', { type: 'transaction', value: 'b307' }],
    ['/am/XUI/?user=bjensen', 'alpha', { type: 'other', index: 'user', value: 'bjensen' }],
  ])('a form that AM’s page knew before, or knows in the cloud: %s', (address, realm, target) =>
    expect(read(address)).toMatchObject({ base: '/am', realm, target, signOut: false }),
  );
  test('the address that signs out', () => expect(read('/am/XUI/?realm=/alpha#logout/')).toMatchObject({ realm: '/alpha', signOut: true }));
  test('what AM wants to know goes along, the rest does not', () => {
    expect(read('/am/XUI/?ForceAuth=true&utm=x').parameters).toEqual([['ForceAuth', 'true']]);
  });
});

describe('failures in plain words', () => {
  test.each([
    ['Unable to read transaction.', 'This link does not work any more'],
    ['Unable to approve transaction', 'The request could not be approved'],
    ['Login failure', 'You are not signed in'],
    ['No configuration found', 'There is nothing to sign in to here'],
    ['x.SuspendedAuthSessionException: Token not found. It may have expired.', 'This link does not work any more'],
  ])('%s', (message, title) => expect(explainFailure({ message, errorCode: null }, english).title).toBe(title));
  test('a time-out is known by its code', () =>
    expect(explainFailure({ message: 'x', errorCode: '110' }, english)).toMatchObject({ title: 'That took too long', again: true }));
});

describe('where it goes on', () => {
  const goto = (value: string) => gotoOf(read(`/am/XUI/?realm=/alpha&goto=${encodeURIComponent(value)}`), 'http://127.0.0.1:8080')?.href;
  test('an address here or on the web', () => {
    expect(goto('/am/oauth2/authorize?client_id=x')).toBe('http://127.0.0.1:8080/am/oauth2/authorize?client_id=x');
    expect(goto('https://app.example/cb')).toBe('https://app.example/cb');
  });
  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://'])('never %s', (address) => expect(goto(address)).toBeUndefined());
});

describe('a step with a redirect', () => {
  const step = stepOf({ type: 'RedirectCallback', output: [{ name: 'redirectUrl', value: 'https://idp.example' }] });
  const target = { type: 'service', value: 'Social' } as const;
  test('goes on with what the identity provider says, once', () => {
    leave('/am', target, step);
    expect(cameBack('/am', '?realm=/alpha&state=s1&code=c1')).toMatchObject({
      target,
      step: { authId: 'a.b.c' },
      parameters: [
        ['code', 'c1'],
        ['state', 's1'],
      ],
    });
    expect(cameBack('/am', '?realm=/alpha&state=s1&code=c1')).toBeNull();
  });
  test('is not taken up by any other visit', () => {
    leave('/am', target, step);
    expect(cameBack('/am', '?realm=/alpha')).toBeNull();
    expect(cameBack('/sim/1/am', '?state=s1&code=c1')).toBeNull();
  });
});

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'de_CH'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('the page’s language for %j is %s', async (languages, language) => expect((await chooseWords(languages)).language).toBe(language));
