import { expect, test } from 'vitest';
import { failedUserPolicies } from './user-policies.ts';

const services = { transactionTimeToLive: 180 };
const properties = (object: Parameters<typeof failedUserPolicies>[1], whole: boolean) =>
  failedUserPolicies(services, object, whole).map(({ property, policyRequirements }) => [
    property,
    ...policyRequirements.map(({ policyRequirement }) => policyRequirement),
  ]);

test('a whole user needs what is required; single properties are held against their own policies alone', () => {
  const object = { userName: 'b', mail: 'no address', password: 'short' };
  const own = [
    ['mail', 'VALID_EMAIL_ADDRESS_FORMAT'],
    ['password', 'MIN_LENGTH', 'AT_LEAST_X_CAPITAL_LETTERS', 'AT_LEAST_X_NUMBERS'],
  ];
  expect(properties(object, false)).toEqual(own);
  expect(properties(object, true).map(([property]) => property)).toEqual(['givenName', 'sn', 'mail', 'password']);
});

test('nothing fails where everything fits, and unknown properties have no policies', () => {
  expect(properties({ userName: 'b', givenName: 'B', sn: 'J', mail: 'b@example.com', password: 'Secret123', other: 1 }, true)).toEqual([]);
});
