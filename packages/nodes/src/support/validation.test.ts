import { expect, test } from 'vitest';
import { fakeContext, sealed, user } from '../testing/fake-context.ts';
import type { UserAttribute } from './user-schema.ts';
import { failuresOf } from './validation.ts';

const unique = (name: string, policyId = 'unique'): UserAttribute => ({
  name,
  title: name,
  type: 'string',
  policies: [{ policyId, policyRequirements: ['X'] }],
  viewable: true,
  userEditable: true,
});
const identities = [user({ _id: 'id-1', userName: 'bjensen', badge: '4711', number: 7 }), user({ _id: 'agent', userName: 'robot', kind: 'agent' })];
const context = () => fakeContext('PasswordCollectorNode', { identities });

test('a user name is unique among users, ignoring case; its owner may keep it', () => {
  expect(failuresOf(context(), unique('userName'), 'BJENSEN', {})).toEqual([{ policyRequirement: 'UNIQUE' }]);
  expect(failuresOf(context(), unique('userName', 'valid-username'), 'bjensen', {})).toEqual([{ policyRequirement: 'VALID_USERNAME' }]);
  expect(failuresOf(context(), unique('userName'), 'bjensen', {}, 'id-1')).toEqual([]);
  expect(failuresOf(context(), unique('userName'), 'robot', {})).toEqual([]);
});

test('so is any other attribute of which the schema says so', () => {
  expect(failuresOf(context(), unique('badge'), '4711', {})).toEqual([{ policyRequirement: 'UNIQUE' }]);
  expect(failuresOf(context(), unique('badge'), '4712', {})).toEqual([]);
});

test('a number, too', () => {
  expect(failuresOf(context(), unique('number'), 7, {})).toEqual([{ policyRequirement: 'UNIQUE' }]);
  expect(failuresOf(context(), unique('number'), 7, {}, 'id-1')).toEqual([]);
});

test.each([null, '', 7])('nobody has %j', (value) => {
  expect(failuresOf(context(), unique('userName'), value, {})).toEqual([]);
});

test('without policies nothing is asked, of the driver neither', () => {
  const fake = context();
  expect(failuresOf(fake, { ...unique('pin'), policies: [] }, sealed('1'), {})).toEqual([]);
  expect(fake.recorded.effects).toEqual([]);
});
