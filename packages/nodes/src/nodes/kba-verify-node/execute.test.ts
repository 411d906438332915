import type { Json } from '@tandem/journey';
import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const questions = { 1: { en: 'Color?', fr: 'Couleur ?' }, 2: { en: 'Employer?' }, 9: {} };
const services = { securityQuestions: { questions, minimum: 2, minimumToVerify: 2 } };
const blue = { questionId: '1', answer: { passwordHash: 'hash:blue' } };
const rex = { customQuestion: 'Pet?', answer: 'Rex' };
const identities = [user({ _id: 'id-1', userName: 'bjensen', mail: 'b@example.com', kbaInfo: [blue, rex] })];
const shared = { username: 'bjensen' };
const run = (options: FakeOptions = {}) => visit('KbaVerifyNode', { services, identities, shared, ...options });
const first = run();
const answer = (...given: Json[]) => run({ answers: echo(first.action, Object.fromEntries(given.map((value, index) => [index, { '': value }]))) });

test("asks the user's own questions, with password callbacks", () => {
  expect(sent(first.action).map((callback) => [callback.type, outputs(callback).prompt])).toEqual([
    ['PasswordCallback', 'Color?'],
    ['PasswordCallback', 'Pet?'],
  ]);
  expect(outputs(sent(run({ locales: ['fr'] }).action)[0]).prompt).toBe('Couleur ?');
});

test.each<[string, Json[], string]>([
  ['right', [sealed('Blue'), sealed('Rex')], 'true'],
  ['right but for case and space', [sealed(' BLUE '), sealed('rex')], 'true'],
  ['wrong', [sealed('Red'), sealed('Rex')], 'false'],
  ['half wrong', [sealed('Blue'), sealed('Max')], 'false'],
  ['missing', [sealed('Blue')], 'false'],
  ['no text', [7, sealed('Rex')], 'false'],
])('answers that are %s: %j: %s', (_, given, outcome) => {
  const { action, recorded } = answer(...given);
  expect(action).toEqual(goTo(outcome));
  expect(recorded.logs.map(({ message }) => message)).toEqual(outcome === 'true' ? [] : ['Provided answer(s) are invalid']);
});

test('wrong answers are counted only where the realm says in which attribute', () => {
  expect(answer(sealed('Red'), sealed('Rex')).recorded.saved).toEqual([]);
});

test.each<[string, Json[], number | undefined, number | undefined]>([
  ['the first wrong one', [sealed('Red'), sealed('Rex')], undefined, 1],
  ['a further one', [sealed('Red'), sealed('Max')], 2, 3],
  ['a right one, which ends the count', [sealed('Blue'), sealed('Rex')], 2, 0],
  ['a right one where none was wrong', [sealed('Blue'), sealed('Rex')], 0, undefined],
])('counts %s', (_, given, before, after) => {
  const counting = {
    services: { securityQuestions: { ...services.securityQuestions, attemptsAttribute: 'kbaAttempts' } },
    identities: identities.map((identity) => ({ ...identity, ...(before === undefined ? {} : { kbaAttempts: before }) })),
  };
  const answers = echo(first.action, Object.fromEntries(given.map((value, index) => [index, { '': value }])));
  expect(run({ ...counting, answers }).recorded.saved.map((saved) => saved.kbaAttempts)).toEqual(after === undefined ? [] : [after]);
});

test.each([
  [2, 2],
  [3, undefined],
  ['many', 0],
])('after %j wrong answers of %j that are allowed it still asks', (kbaAttempts, attemptsAllowed) => {
  const securityQuestions = { ...services.securityQuestions, attemptsAttribute: 'kbaAttempts', attemptsAllowed };
  expect(run({ services: { securityQuestions }, identities: identities.map((one) => ({ ...one, kbaAttempts })) }).action.kind).toBe('send');
});

test('one more than is allowed ends the journey', () => {
  const securityQuestions = { ...services.securityQuestions, attemptsAttribute: 'kbaAttempts', attemptsAllowed: 2 };
  const tired = identities.map((one) => ({ ...one, kbaAttempts: 3 }));
  expect(() => run({ services: { securityQuestions }, identities: tired })).toThrow(new NodeProcessError('Maximum attempts exceeded'));
});

test('fewer answers than asked for are not enough', () => {
  const [one] = echo(first.action, { 0: { '': sealed('Blue') } });
  const { action, recorded } = run({ answers: one ? [one] : [] });
  expect(action).toEqual(goTo('false'));
  expect(recorded.logs).toEqual([{ level: 'warn', message: 'Not enough answers provided' }]);
});

test('an answer counts for its question, in whatever language that was shown, and for no other', () => {
  const callback = (prompt: Json, text: string) => ({
    type: 'PasswordCallback',
    output: [{ name: 'prompt', value: prompt }],
    values: { '': sealed(text) },
  });
  expect(run({ answers: [callback('Couleur ?', 'blue'), callback('Pet?', 'rex')] }).action).toEqual(goTo('true'));
  expect(run({ answers: [callback('Employer?', 'blue'), callback('Pet?', 'rex')] }).action).toEqual(goTo('false'));
});

test('one question is verified unless the realm says otherwise, chosen by chance', () => {
  const one = { securityQuestions: { questions, minimum: 1 } };
  const { action } = run({ services: one });
  expect(sent(action).map((callback) => outputs(callback).prompt)).toEqual(['Pet?']);
  expect(run({ services: one, answers: echo(action, { 0: { '': sealed('Rex') } }) }).action).toEqual(goTo('true'));
});

test('the attribute and the way to the user are configurable', () => {
  const config = { kbaInfoAttribute: 'secrets', identityAttribute: 'mail' };
  const other = [user({ _id: 'id-2', userName: 'x', mail: 'x@example.com', secrets: [rex, blue] })];
  const { action } = run({ config, identities: other, shared: { username: 'x@example.com' } });
  expect(sent(action).map((callback) => outputs(callback).prompt)).toEqual(['Pet?', 'Color?']);
});

test('an answer that is stored in no way that can be compared is never right', () => {
  const odd = [user({ _id: 'id-1', userName: 'bjensen', kbaInfo: [{ customQuestion: 'A?' }, { customQuestion: 'B?', answer: {} }] })];
  const { action } = run({ identities: odd });
  expect(run({ identities: odd, answers: echo(action, { 0: { '': sealed('') }, 1: { '': sealed('') } }) }).action).toEqual(goTo('false'));
});

test.each<[string, FakeOptions, string]>([
  ['no security questions in the realm', { services: {} }, 'KBA configuration not found: the realm has no security questions.'],
  ['no such user', { shared: { username: 'nobody' } }, 'Failed to retrieve user object'],
  ['nothing that names the user', { shared: {} }, 'userName not present in state'],
  [
    'too few questions',
    { identities: [user({ _id: 'id-1', userName: 'bjensen', kbaInfo: [blue] })] },
    'Object has defined fewer questions than the minimum',
  ],
  [
    'a question that the realm no longer has',
    { identities: [user({ _id: 'id-1', userName: 'bjensen', kbaInfo: [rex, { questionId: '7', answer: 'x' }] })] },
    'Question id 7 is not defined',
  ],
  [
    'a question without a text',
    { identities: [user({ _id: 'id-1', userName: 'bjensen', kbaInfo: [rex, { questionId: '9', answer: 'x' }] })] },
    'Question id 9 is not defined',
  ],
])('%s: the journey fails', (_, options, message) => {
  expect(() => run(options)).toThrow(new NodeProcessError(message));
});

test('a blank attribute is kbaInfo', () => {
  expect(sent(run({ config: { kbaInfoAttribute: '' } }).action)).toEqual(sent(first.action));
});

test('a question that the realm has no longer is no match for what was shown', () => {
  const gone = [user({ _id: 'id-1', userName: 'bjensen', kbaInfo: [{ questionId: '7', answer: 'x' }, rex] })];
  const callback = (prompt: Json, text: string) => ({
    type: 'PasswordCallback',
    output: [{ name: 'prompt', value: prompt }],
    values: { '': sealed(text) },
  });
  expect(run({ identities: gone, answers: [callback('Pet?', 'rex'), callback('Seven?', 'x')] }).action).toEqual(goTo('false'));
});

test('a question without a text in the client’s language is shown in the first one', () => {
  expect(outputs(sent(run({ locales: ['de'] }).action)[0]).prompt).toBe('Color?');
});

test('golden trace', () => {
  expect(trace('KbaVerifyNode', { services, identities, shared }, [{ answer: { 0: sealed('blue'), 1: sealed('rex') } }])).toEqual([
    'ask PasswordCallback {"prompt":"Color?"}',
    'ask PasswordCallback {"prompt":"Pet?"}',
    'answer PasswordCallback [{"$sealed":"blue","empty":false}]',
    'answer PasswordCallback [{"$sealed":"rex","empty":false}]',
    'go true',
  ]);
});
