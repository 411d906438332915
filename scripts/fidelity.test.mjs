import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isExecuted } from '../packages/nodes/src/index.ts';

const page = readFileSync(fileURLToPath(new URL('../docs/fidelity.md', import.meta.url)), 'utf8');

/** Every node type whose behaviour on AM is known well enough to be executed. */
const EXECUTED =
  `AcceptTermsAndConditionsNode AccountActiveDecisionNode AccountLockoutNode AnonymousUserNode AttributeCollectorNode AttributePresentDecisionNode
  AttributeValueDecisionNode BackChannelInitNode BackChannelStatusNode BackchannelNotificationNode ChoiceCollectorNode ConfigProviderNode
  CreateObjectNode DataStoreDecisionNode DebugNode DisplayUserNameNode EmailSuspendNode EmailTemplateNode FlowControlNode IdentifyExistingUserNode
  IdentityStoreDecisionNode IncrementLoginCountNode InnerTreeEvaluatorNode LoginCountDecisionNode MessageNode MetadataNode MeterNode
  ModifyAuthLevelNode OneTimePasswordCollectorDecisionNode OneTimePasswordGeneratorNode OneTimePasswordSmsSenderNode OneTimePasswordSmtpSenderNode
  PageNode PasswordCollectorNode PatchObjectNode PollingWaitNode PushAuthenticationSenderNode PushResultVerifierNode PushWaitNode
  QueryFilterDecisionNode RetryLimitDecisionNode ScriptedDecisionNode SetFailureDetailsNode SetFailureUrlNode SetSessionPropertiesNode SetStateNode
  SetSuccessDetailsNode SetSuccessUrlNode TimerStartNode TimerStopNode KbaCreateNode KbaDecisionNode KbaVerifyNode UsernameCollectorNode ValidatedPasswordNode ValidatedUsernameNode`.split(
    /\s+/,
  );

describe('docs/fidelity.md', () => {
  it('is what the definitions say', () => {
    const script = fileURLToPath(new URL('./fidelity.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it.each(EXECUTED)('%s is executed, with its sources and tests', (type) => {
    expect(isExecuted(type)).toBe(true);
    const row = page.split('\n').find((line) => line.startsWith('| [') && line.includes(`\`${type}\``));
    expect(row).toMatch(/\| \[tests(, golden trace)?\]\(.*\) \|$/);
  });
});
