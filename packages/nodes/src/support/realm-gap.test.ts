import { describe, expect, test } from 'vitest';
import { fakeContext, visit } from '../testing/fake-context.ts';
import { realmGap } from './realm-gap.ts';
import { sendTemplate } from './templates/send.ts';

const identities = [{ _id: 'u', kind: 'user' as const, userName: 'bjensen' }];

/** What a visit in a realm without services fails with. */
function failureOf(type: string): string {
  try {
    visit(type, { services: {}, identities, shared: { username: 'bjensen' } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error(`${type} does not fail.`);
}

describe('a node that needs what the realm does not have', () => {
  test.each([
    ['AcceptTermsAndConditionsNode', 'The realm has no terms and conditions.'],
    ['KbaCreateNode', 'The realm has no security questions.'],
    ['KbaVerifyNode', 'The realm has no security questions.'],
    ['KbaDecisionNode', 'The realm has no security questions.'],
  ])('%s: %s', (type, text) => {
    expect(realmGap(type, failureOf(type))).toEqual({ section: 'services', text });
    // In a page the line is the page's.
    expect(realmGap('PageNode', failureOf(type))).toEqual({ section: 'services', text });
  });

  test('an email template is named', () => {
    const context = fakeContext('EmailSuspendNode');
    sendTemplate(context, 'welcome', 'a@example.com', {});
    expect(realmGap('EmailSuspendNode', context.recorded.logs.at(-1)?.message ?? '')).toEqual({
      section: 'email-templates',
      text: 'The realm has no email template "welcome".',
    });
  });

  test.each([
    ['httpClient: no stub for GET https://api.example.com/x - nothing in a simulation reaches the network', 'http-stubs'],
    ['JavaException: org.forgerock.secrets.NoSuchSecretException: No secret found for purpose esv-key', 'variables'],
  ])('of a script: %s', (message, section) => expect(realmGap('ScriptedDecisionNode', message)?.section).toBe(section));

  test('a missing stub says which call it would answer', () => {
    const message = 'httpClient: no stub for POST https://api.example.com/x?a=1 - nothing in a simulation reaches the network';
    expect(realmGap('ScriptedDecisionNode', message)?.prefill).toEqual({ method: 'POST', url: 'https://api.example.com/x?a=1' });
  });

  test('other lines say nothing of the realm', () => {
    expect(realmGap('KbaDecisionNode', 'Unable to read object')).toBeNull();
    expect(realmGap('MessageNode', 'Terms configuration not found')).toBeNull();
    expect(realmGap(undefined, '')).toBeNull();
  });
});
