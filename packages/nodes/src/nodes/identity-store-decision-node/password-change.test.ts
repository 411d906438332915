import type { Identity, Json } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const OLD = 'Secret12!';
const bjensen = (fields: Partial<Identity> = {}) => user({ _id: 'id-1', userName: 'bjensen', ...fields });
const options = (fields: Partial<Identity>, more: FakeOptions = {}): FakeOptions => ({
  identities: [bjensen(fields)],
  password: OLD,
  now: NOW,
  shared: { username: 'bjensen' },
  transient: { password: sealed(OLD) },
  ...more,
});
const run = (given: FakeOptions) => visit('IdentityStoreDecisionNode', given);
const SUBMIT = { 4: { '': 0 } };
const CANCEL = { 4: { '': 1 } };
const typed = (old: string, chosen: string, confirmed: string) => ({
  1: { '': sealed(old) },
  2: { '': sealed(chosen) },
  3: { '': sealed(confirmed) },
  ...SUBMIT,
});

describe('a right password', () => {
  test.each<[string, Partial<Identity>, string]>([
    ['that has expired', { passwordExpired: true }, 'EXPIRED'],
    ['whose time is over', { passwordExpiresAt: '2026-11-21T23:59:59Z' }, 'EXPIRED'],
    ['that has expired, without a login left', { passwordExpired: true, graceLogins: 0 }, 'EXPIRED'],
    ['that has long to go', { passwordExpiresAt: '2026-11-28T00:00:00Z' }, 'TRUE'],
    ['with a time that is none', { passwordExpiresAt: 'soon' }, 'TRUE'],
  ])('%s', (_, fields, outcome) => {
    expect(run(options(fields)).action).toEqual(goTo(outcome));
  });

  test.each<[string, Partial<Identity>, string, string]>([
    ['was reset', { passwordReset: true }, 'Password must be reset.', '0'],
    ['has three logins left', { passwordExpired: true, graceLogins: 3 }, 'Your password has expired and you have 3 grace logins remaining.', '0'],
    ['is about to expire', { passwordExpiresAt: new Date(NOW + DAY + 3_720_000).toISOString() }, 'Password expires in: 1 days 1 hrs 2 mns', '1'],
  ])('that %s has to be changed: in capitals unless mixed case is on', (_, fields, message, messageType) => {
    expect(outputs(sent(run(options(fields)).action)[0])).toEqual({ message: message.toUpperCase(), messageType });
    const config = { mixedCaseForPasswordChangeMessages: true };
    expect(outputs(sent(run(options(fields, { config })).action)[0]).message).toBe(message);
  });

  test('a wrong one never gets there', () => {
    expect(run(options({ passwordReset: true }, { transient: { password: sealed('wrong') } })).action).toEqual(goTo('FALSE'));
  });
});

describe('the form', () => {
  test('asks for the old, the new and the confirmed password, and whether to submit', () => {
    const asked = sent(run(options({ passwordReset: true })).action);
    expect(asked.slice(1, 4).map((callback) => outputs(callback).prompt)).toEqual(['Old Password', 'New Password', 'Confirm Password']);
    expect(outputs(asked[4])).toEqual({ prompt: '', messageType: 2, options: ['SUBMIT', 'CANCEL'], optionType: -1, defaultOption: 1 });
  });

  test('the last grace login cannot be cancelled, and each one counts', () => {
    const { action, recorded } = run(options({ passwordExpired: true, graceLogins: 1 }));
    expect(outputs(sent(action)[4])).toMatchObject({ options: ['SUBMIT'], defaultOption: 0 });
    expect(recorded.saved).toMatchObject([{ _id: 'id-1', graceLogins: 0 }]);
  });

  test('the last grace login cannot be cancelled after a mistake either', () => {
    const last = { passwordExpired: true, graceLogins: 1 };
    const first = run(options(last));
    const identities = first.recorded.saved;
    const mistake = run(options(last, { identities, answers: echo(first.action, typed(OLD, 'Other123!', 'Other124!')) }));
    expect(outputs(sent(mistake.action)[4])).toMatchObject({ options: ['SUBMIT'], defaultOption: 0 });
    const again = run(options(last, { identities, answers: echo(mistake.action, typed(OLD, 'short', 'short')) }));
    expect(outputs(sent(again.action)[4])).toMatchObject({ options: ['SUBMIT'], defaultOption: 0 });
  });

  test('a mistake where cancelling is allowed leaves it allowed', () => {
    const first = run(options({ passwordReset: true }));
    const mistake = run(options({ passwordReset: true }, { answers: echo(first.action, typed(OLD, 'short', 'short')) }));
    expect(outputs(sent(mistake.action)[4])).toMatchObject({ options: ['SUBMIT', 'CANCEL'], defaultOption: 1 });
  });

  test.each<[string, Partial<Identity>, Json, string]>([
    ['Cancel on the last grace login', { passwordExpired: true, graceLogins: 1 }, 1, 'CHOOSE SUBMIT.'],
    ['-1', { passwordExpired: true, graceLogins: 2 }, -1, 'CHOOSE SUBMIT OR CANCEL.'],
    ['2', { passwordReset: true }, 2, 'CHOOSE SUBMIT OR CANCEL.'],
    ['half an option', { passwordReset: true }, 0.5, 'CHOOSE SUBMIT OR CANCEL.'],
    ['no option at all', { passwordReset: true }, null, 'CHOOSE SUBMIT OR CANCEL.'],
  ])('an answer outside the options that were sent is refused: %s', (_, fields, index, message) => {
    const first = run(options(fields));
    const { action, recorded } = run(options(fields, { shared: first.recorded.shared, answers: echo(first.action, { 4: { '': index } }) }));
    expect(outputs(sent(action)[0])).toEqual({ message, messageType: '2' });
    expect(outputs(sent(action)[4]).options).toEqual(outputs(sent(first.action)[4]).options);
    expect(recorded.identified).toEqual([]);
  });

  test.each<[string, Partial<Identity>, string]>([
    ['after a reset goes to Cancelled', { passwordReset: true }, 'CANCELLED'],
    ['of a warning goes to True', { passwordExpiresAt: new Date(NOW + DAY).toISOString() }, 'TRUE'],
    ['with logins left goes to True', { passwordExpired: true, graceLogins: 2 }, 'TRUE'],
  ])('cancelling %s', (_, fields, outcome) => {
    const first = run(options(fields));
    const { action, recorded } = run(options(fields, { shared: first.recorded.shared, answers: echo(first.action, CANCEL) }));
    expect(action).toEqual(goTo(outcome));
    expect(recorded.identified).toEqual(outcome === 'TRUE' ? ['id-1'] : []);
  });
});

describe('a new password', () => {
  const reset = options({ passwordReset: true });
  const first = run(reset);
  const answer = (values: Parameters<typeof echo>[1], more: FakeOptions = {}) =>
    run({ ...reset, shared: first.recorded.shared, answers: echo(first.action, values), ...more });

  test.each<[string, Parameters<typeof echo>[1], string]>([
    ['too short', typed(OLD, 'Short1!', 'Short1!'), 'New password is too short.'],
    ['the old one', typed(OLD, OLD, 'Other123!'), 'The password must be different. Try again.'],
    ['not the confirmed one', typed(OLD, 'Other123!', 'Other124!'), 'The password and the confirm password do not match.'],
    ['given with a wrong old one', typed('wrong', 'Other123!', 'Other123!'), 'The password you entered is invalid.'],
    ['not given at all', SUBMIT, 'New password is too short.'],
  ])('that is %s is asked for again', (_, values, message) => {
    const { action, recorded } = answer(values);
    expect(outputs(sent(action)[0])).toEqual({ message: message.toUpperCase(), messageType: '2' });
    expect(recorded.saved).toEqual([]);
    expect(recorded.transient).toEqual({ password: sealed(OLD) });
  });

  test('that is the user name is asked for again', () => {
    const config = { minimumPasswordLength: 4, mixedCaseForPasswordChangeMessages: true };
    const { action } = answer(typed(OLD, 'bjensen', 'bjensen'), { config });
    expect(outputs(sent(action)[0]).message).toBe('Username and password must be different. Try again.');
  });

  test('is hashed and kept, the reset is over, and the user is in', () => {
    const { action, recorded } = answer(typed(OLD, 'Other123!', 'Other123!'));
    expect(action).toEqual(goTo('TRUE'));
    expect(recorded.saved).toEqual([{ _id: 'id-1', kind: 'user', userName: 'bjensen', passwordHash: 'hash:Other123!' }]);
    expect(recorded.transient).toEqual({ password: sealed('Other123!') });
    expect(recorded.identified).toEqual(['id-1']);
  });

  test('may be of any length when the minimum is 0', () => {
    expect(answer(typed(OLD, 'a', 'a'), { config: { minimumPasswordLength: 0 } }).action).toEqual(goTo('TRUE'));
  });

  test('has eight letters when the minimum is no number; what is no text is no password', () => {
    const config = { minimumPasswordLength: 'many', mixedCaseForPasswordChangeMessages: true };
    const message = (values: Parameters<typeof echo>[1]) => outputs(sent(answer(values, { config }).action)[0]).message;
    expect(message(typed(OLD, 'Short1!', 'Short1!'))).toBe('New password is too short.');
    expect(message({ ...SUBMIT, 2: { '': 12345678 } })).toBe('New password is too short.');
  });

  test('does not come back at all: the callbacks that do decide', () => {
    const [confirmation] = echo(first.action, SUBMIT).slice(4);
    const { action } = run({ ...reset, shared: first.recorded.shared, answers: confirmation ? [confirmation] : [] });
    expect(action.kind).toBe('send');
  });

  test('of a user without a password is refused: the old one cannot be right', () => {
    const identities = [{ _id: 'id-1', kind: 'user' as const, userName: 'bjensen' }];
    expect(answer(typed('', 'Other123!', 'Other123!'), { identities, password: 'x' }).action.kind).toBe('send');
  });

  test('of a user who is gone meanwhile ends the journey', () => {
    expect(() => answer(typed(OLD, 'Other123!', 'Other123!'), { identities: [] })).toThrow(new NodeProcessError('Invalid LDAP node configuration.'));
    const gone = run({ ...options({}), identities: [], answers: echo(first.action, CANCEL) });
    expect([gone.action, gone.recorded.identified]).toEqual([goTo('TRUE'), []]);
  });

  test('sent a second time is the old one by then', () => {
    const values = typed(OLD, 'Other123!', 'Other123!');
    const once = answer(values);
    const again = answer(values, { identities: once.recorded.saved, password: 'Other123!' });
    expect(outputs(sent(again.action)[0]).message).toBe('THE PASSWORD YOU ENTERED IS INVALID.');
  });
});

test('golden trace', () => {
  const ask = (message: string, messageType: string) => [
    `ask TextOutputCallback {"message":"${message}","messageType":"${messageType}"}`,
    'ask PasswordCallback {"prompt":"Old Password"}',
    'ask PasswordCallback {"prompt":"New Password"}',
    'ask PasswordCallback {"prompt":"Confirm Password"}',
    'ask ConfirmationCallback {"prompt":"","messageType":2,"options":["SUBMIT","CANCEL"],"optionType":-1,"defaultOption":1}',
  ];
  const sealedText = (text: string) => `answer PasswordCallback [{"$sealed":"${text}","empty":false}]`;
  const steps = [{}, { answer: { 1: sealed(OLD), 2: sealed('Other123!'), 3: sealed('Other123!') } }];
  expect(trace('IdentityStoreDecisionNode', options({ passwordReset: true }, { config: { useUniversalIdForUsername: true } }), steps)).toEqual([
    'put shared username "id-1"',
    'put shared lastModuleState "CHANGE_AFTER_RESET"',
    ...ask('PASSWORD MUST BE RESET.', '0'),
    'answer TextOutputCallback []',
    'answer PasswordCallback [""]',
    'answer PasswordCallback [""]',
    'answer PasswordCallback [""]',
    'answer ConfirmationCallback [0]',
    ...ask('NEW PASSWORD IS TOO SHORT.', '2'),
    'answer TextOutputCallback []',
    sealedText(OLD),
    sealedText('Other123!'),
    sealedText('Other123!'),
    'answer ConfirmationCallback [0]',
    'put transient password {"$sealed":"Other123!","empty":false}',
    'save {"kind":"user","passwordHash":"hash:Other123!","_id":"id-1","userName":"bjensen"}',
    'identify id-1',
    'go TRUE',
  ]);
});
