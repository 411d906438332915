import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { type FakeOptions, outputs, RESUME_URI, sealed, sent, user, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const TYPE = 'EmailSuspendNode';
const message = { en: '<p>Dear {{object.givenName}}, <a href="{{object.resumeURI}}">go on</a></p>' };
const emailTemplates = { registration: { subject: { en: 'Register' }, message }, reset: { subject: { en: 'Reset' }, message } };
const objectAttributes = { mail: 'new@example.com', givenName: 'Neo' };
const bjensen = user({ _id: 'id-1', userName: 'bjensen', givenName: 'Babs', mail: 'bjensen@example.com', work: 'babs@work.example.com' });
const base: FakeOptions = { emailTemplates, identities: [bjensen], shared: { objectAttributes } };
const run = (options: FakeOptions = {}) => visit(TYPE, { ...base, ...options });
const shown = (options: FakeOptions = {}) => outputs(sent(run(options).action)[0]).message;

test('golden trace: sent away, and back through the link', () => {
  expect(trace(TYPE, { ...base, config: { suspendDuration: 30 } }, [{ resume: true, after: 60_000 }])).toEqual([
    `send email to new@example.com: Dear Neo, go on (${RESUME_URI})`,
    'ask SuspendedTextOutputCallback {"message":"An email has been sent to the address you entered. Click the link in that email to proceed.","messageType":"0"}',
    'suspend 30 min',
    'resume',
    'go outcome',
  ]);
});

test('the step has no input', () => {
  expect(sent(run().action)).toMatchObject([{ type: 'SuspendedTextOutputCallback', input: [] }]);
});

test('the link back is in the mail', () => {
  expect(run().recorded.sent[0]).toMatchObject({ subject: 'Register', links: [RESUME_URI] });
});

describe('object', () => {
  test('is what was collected in shared state; a password is no part of it', () => {
    const { recorded } = run({ transient: { objectAttributes: { mail: 'other@example.com', password: sealed('x') } } });
    expect(recorded.sent[0]?.to).toBe('new@example.com');
  });

  test('Object Lookup: the stored user, found by the identity attribute', () => {
    const { recorded } = run({
      config: { objectLookup: true, emailTemplateName: 'reset', emailAttribute: 'work', identityAttribute: 'mail' },
      shared: { objectAttributes: { mail: 'bjensen@example.com' } },
    });
    expect(recorded.sent[0]).toMatchObject({ to: 'babs@work.example.com', subject: 'Reset', text: `Dear Babs, go on (${RESUME_URI})` });
  });
});

describe('no mail, and the client sees the same', () => {
  test.each([
    ['nothing collected', { shared: {} }],
    ['collected, but no address', { shared: { objectAttributes: { givenName: 'Neo' } } }],
    ['what was collected is no object', { shared: { objectAttributes: ['new@example.com'] } }],
    ['an empty address', { shared: { objectAttributes: { mail: '' } } }],
    ['the looked up user is unknown', { config: { objectLookup: true }, shared: { username: 'nobody' } }],
    ['the looked up user is not named', { config: { objectLookup: true, identityAttribute: '' }, shared: {} }],
  ])('%s', (_, options: FakeOptions) => {
    const { action, recorded } = run(options);
    expect(recorded.sent).toEqual([]);
    expect(sent(action)).toEqual(sent(run().action));
    expect(recorded.logs).toEqual([{ level: 'debug', message: 'Object and recipient required to send email. Email not sent' }]);
  });

  test('blank settings mean the defaults', () => {
    expect(run({ config: { emailTemplateName: '', emailAttribute: '' } }).recorded.sent[0]).toMatchObject({
      to: 'new@example.com',
      subject: 'Register',
    });
  });

  test('a template that the realm does not have is told in the log', () => {
    const { action, recorded } = run({ config: { emailTemplateName: 'nope', emailAttribute: '' } });
    expect(action.kind).toBe('suspend');
    expect(recorded.logs[0]?.message).toBe('Email not sent: the realm has no email template "nope".');
    expect(recorded.reasons.at(-1)?.rule).toContain('No mail went out');
  });
});

describe('message', () => {
  const config = { emailSuspendMessage: { en: 'Look at your mail', de: 'Schau nach' } };

  test('comes in the language of the client', () => {
    expect(shown({ config, locales: ['de'] })).toBe('Schau nach');
  });

  test('in none of its languages it is the bundled one', () => {
    expect(shown({ config, locales: ['fr'] })).toBe('An email has been sent to your inbox.');
  });
});

test.each([
  [15, 15],
  [0, undefined],
  [-1, undefined],
  [undefined, undefined],
])('a suspend duration of %j is %j minutes', (suspendDuration, minutes) => {
  expect(run({ config: suspendDuration === undefined ? {} : { suspendDuration } }).action).toMatchObject({ kind: 'suspend', minutes });
});

test('back through the link nothing is sent again', () => {
  const { action, recorded } = run({ resumed: true });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.sent).toEqual([]);
});

test('visited without the link it sends again', () => {
  expect(run().recorded.sent).toHaveLength(1);
});

test('the definition reads the user only where it looks for one', () => {
  expect(definition.reads({})).toEqual(['objectAttributes']);
  expect(definition.reads({ objectLookup: true })).toEqual(['objectAttributes', 'username']);
  expect(definition.emailTemplates?.({ emailTemplateName: 'reset' })).toEqual(['reset']);
  expect(definition.summary({ suspendDuration: 30 })).toBe('registration · 30 min');
});
