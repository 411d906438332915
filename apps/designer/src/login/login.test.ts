import { describe, expect, test } from 'vitest';
import { readLocation } from './location.ts';
import { explainFailure } from './words.ts';

const read = (address: string) => readLocation(new URL(address, 'http://127.0.0.1:8080'));

describe('address of the sign-in page', () => {
  test('a redirect URI of the live realm', () => {
    expect(read('/am/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=b307')).toEqual({
      base: '/am',
      simulation: null,
      realm: '/alpha',
      target: { type: 'transaction', value: 'b307' },
      parameters: [],
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
  ])('%s', (message, title) => expect(explainFailure({ message, errorCode: null }).title).toBe(title));
  test('a time-out is known by its code', () =>
    expect(explainFailure({ message: 'x', errorCode: '110' })).toMatchObject({ title: 'That took too long', again: true }));
});
