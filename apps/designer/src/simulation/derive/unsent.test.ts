import { expect, test } from 'vitest';
import { eventOfTest } from '../fixtures/state.ts';
import { unsentOf } from './unsent.ts';

const mail = { nodeType: 'EmailSuspendNode', nodeName: 'Email Suspend', kind: 'log', level: 'error' };

test('a mail whose template is missing is told of, with what the realm lacks', () => {
  const events = [eventOfTest(1, {}), eventOfTest(2, { ...mail, message: 'Email not sent: the realm has no email template "resetPassword".' })];
  expect(unsentOf(events, {})).toMatchObject([
    { seq: 2, node: 'Email Suspend', gap: { section: 'email-templates', text: 'The realm has no email template "resetPassword".' } },
  ]);
});
test('so is one without anybody to write to, by what the node gave as its reason', () => {
  const event = {
    kind: 'visited',
    nodeName: 'Welcome',
    outcome: 'EMAIL_NOT_SENT',
    outcomeName: 'Email Not Sent',
    because: 'The user has no email address.',
  };
  expect(unsentOf([eventOfTest(1, event)], {})).toMatchObject([{ node: 'Welcome', why: 'The user has no email address.' }]);
});
test('what a script writes into its log is its own affair', () => {
  expect(unsentOf([eventOfTest(1, { ...mail, nodeType: 'ScriptedDecisionNode', message: 'Email not sent' })], {})).toEqual([]);
});
