import type { Json, JsonObject } from '@tandem/journey';
import { expect, test } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { bjensen, realmWith } from '../test/realm.ts';
import { isSecretInput } from './wire.ts';

const users = 'managed/alpha_user';
const object = { config: { identityResource: users } };
const login = {
  Name: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
  Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
  Check: { type: 'DataStoreDecisionNode', to: { true: 'success', false: 'failure' } },
};
const log = (simulation: TestSimulation): Json[] => simulation.events.map((event) => JSON.parse(JSON.stringify(event)) as Json);

test('a user who registers logs in afterwards, with a password that no event shows', () => {
  const simulation = new TestSimulation(
    realmWith({
      Register: {
        flags: { identityResource: users },
        nodes: {
          Name: { type: 'ValidatedUsernameNode', config: { validateInput: true }, to: { outcome: 'Password' } },
          Password: { type: 'ValidatedPasswordNode', to: { outcome: 'Rest' } },
          Rest: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['givenName', 'sn', 'mail'] }, to: { outcome: 'Create' } },
          Create: { type: 'CreateObjectNode', ...object, to: { CREATED: 'success', FAILURE: 'failure' } },
        },
      },
      Login: { nodes: login },
    }),
  );
  let session = simulation.start('Register');
  session = simulation.answer(session, 'bnew');
  session = simulation.answer(session, 'Opensesame1');
  session = simulation.answer(session, 'Barbara', 'New', 'bnew@example.com');
  expect(simulation.shown(session)).toBe('success');
  const again = simulation.answer(simulation.answer(simulation.start('Login'), 'bnew'), 'Opensesame1');
  expect(simulation.shown(again)).toBe('success');
  expect(Object.values(simulation.state.identities)).toMatchObject([
    { userName: 'bnew', passwordHash: 'hash:Opensesame1', mail: 'bnew@example.com' },
  ]);
  expect(JSON.stringify(log(simulation).filter((event) => !JSON.stringify(event).includes('passwordHash')))).not.toContain('"Opensesame1"');
});

test('a locked account passes neither Data Store Decision nor Account Active Decision, an unlocked one does', () => {
  const lock = (lockAction: string): Record<string, { type: string; config?: JsonObject; to: Record<string, string> }> => ({
    Name: { type: 'UsernameCollectorNode', to: { outcome: lockAction } },
    [lockAction]: { type: 'AccountLockoutNode', config: { lockAction }, to: { outcome: 'Active' } },
    Active: { type: 'AccountActiveDecisionNode', to: { true: 'success', false: 'failure' } },
  });
  const simulation = new TestSimulation(realmWith({ Lock: { nodes: lock('LOCK') }, Unlock: { nodes: lock('UNLOCK') }, Login: { nodes: login } }));
  const signIn = () => simulation.shown(simulation.answer(simulation.answer(simulation.start('Login'), 'bjensen'), 'Secret12!'));
  expect(signIn()).toBe('success');
  expect(simulation.shown(simulation.answer(simulation.start('Lock'), 'bjensen'))).toBe('failure: Login failure');
  expect(signIn()).toBe('failure: Login failure');
  expect(simulation.shown(simulation.answer(simulation.start('Unlock'), 'bjensen'))).toBe('success');
  expect(signIn()).toBe('success');
});

test('an account that locks itself fails with the words of Identity Store Decision', () => {
  const simulation = new TestSimulation(
    realmWith(
      {
        Login: {
          nodes: {
            ...login,
            Check: {
              type: 'IdentityStoreDecisionNode',
              to: { TRUE: 'success', FALSE: 'failure', LOCKED: 'failure', CANCELLED: 'failure', EXPIRED: 'failure' },
            },
          },
        },
      },
      { identities: [{ ...bjensen, accountStatus: 'inactive' }] },
    ),
  );
  expect(simulation.shown(simulation.answer(simulation.answer(simulation.start('Login'), 'bjensen'), 'Secret12!'))).toBe('failure: User Locked Out.');
});

test('a password kept at one boundary stays beside the security questions of the next', () => {
  const realm = realmWith({
    Register: {
      flags: { identityResource: users },
      nodes: {
        Name: { type: 'ValidatedUsernameNode', to: { outcome: 'Password' } },
        Password: { type: 'ValidatedPasswordNode', to: { outcome: 'Questions' } },
        Questions: { type: 'KbaCreateNode', to: { outcome: 'Rest' } },
        Rest: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['givenName', 'sn', 'mail'] }, to: { outcome: 'Create' } },
        Create: { type: 'CreateObjectNode', ...object, to: { CREATED: 'success', FAILURE: 'failure' } },
      },
    },
  });
  realm.services.securityQuestions = { questions: { 1: { en: 'Color?' } }, minimum: 1 };
  const simulation = new TestSimulation(realm);
  let session = simulation.answer(simulation.start('Register'), 'bnew');
  session = simulation.answer(session, 'Opensesame1');
  const answers = [{ type: 'KbaCreateCallback', values: { question: 'Color?', answer: { $sealed: 'sealed:Blue', empty: false } } }];
  const request = { base: 'http://localhost/am', headers: {}, parameters: {}, cookies: {}, token: null };
  simulation.submit({ kind: 'answer', session: session.id, otk: session.otk, digest: 'kba', answers, request });
  session = simulation.answer(simulation.session(session.id), 'Barbara', 'New', 'bnew@example.com');
  expect(simulation.shown(session)).toBe('success');
  expect(Object.values(simulation.state.identities)).toMatchObject([
    { userName: 'bnew', passwordHash: 'hash:Opensesame1', kbaInfo: [{ questionId: '1', answer: { passwordHash: 'hash:blue' } }] },
  ]);
});

test('a journey that names no managed object has AM’s own', () => {
  const nodes = { Create: { type: 'CreateObjectNode', to: { CREATED: 'success', FAILURE: 'failure' } } };
  const simulation = new TestSimulation(realmWith({ Register: { nodes }, Alpha: { flags: { identityResource: users }, nodes } }));
  simulation.start('Register');
  expect(simulation.log()).toEqual([expect.stringContaining('warn: Failed to create object: Creation object does not have all required fields')]);
  const session = simulation.start('Alpha');
  expect(simulation.shown(session)).toBe('failure: Login failure');
  expect(simulation.log().at(-1)).toContain('does not match the configured identity resource for the tree (managed/alpha_user)');
});

test.each([
  ['KbaCreateCallback', 'answer', true],
  ['KbaCreateCallback', 'question', false],
  ['ValidatedCreatePasswordCallback', '', true],
  ['ValidatedCreatePasswordCallback', 'validateOnly', false],
  ['NameCallback', '', false],
])('%s, input "%s", is a secret: %s', (type, suffix, secret) => {
  expect(isSecretInput(type, suffix)).toBe(secret);
});
