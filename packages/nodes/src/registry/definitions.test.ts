import type { JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../config.ts';
import { definitionOf, outcomesFor } from '../lookup.ts';

/** What a tenant shows for each type: ids, labels, defaults and outcomes are facts that imports, exports and administrators rely on. */
interface Facts {
  name: string;
  fields: Record<string, string>;
  defaults: JsonObject;
  outcomes: Record<string, string>;
  reads?: string[];
  writes?: string[];
}

const trueFalse = { true: 'True', false: 'False' };
const single = { outcome: 'Outcome' };

const facts: Record<string, Facts> = {
  BackChannelInitNode: {
    name: 'Backchannel Initialize',
    fields: {
      tree: 'Journey',
      idType: 'Subject Type',
      usernameKey: 'Subject Name Key',
      dataKey: 'Data Object Key',
      redirectUrlType: 'Redirect URL Type',
      customRedirectUrl: 'Custom Redirect URL',
      timeout: 'Max Time (Seconds)',
      allowRetry: 'Allow Retry',
    },
    defaults: { idType: 'USER', redirectUrlType: 'GET', allowRetry: true },
    outcomes: { created: 'Created', unknown: 'Unknown Subject', error: 'Error' },
    writes: ['shared backchannel-transaction', 'shared backchannel-redirectUri'],
  },
  BackChannelStatusNode: {
    name: 'Backchannel Status',
    fields: {
      recordData: 'Record Journey Session Info',
      recordTransactionData: 'Record Transaction Data',
      transactionDataKey: 'Transaction Data Key',
    },
    defaults: { recordData: false, recordTransactionData: false },
    outcomes: { pending: 'Pending', inprogress: 'In Progress', success: 'Success', failure: 'Failure', unknown: 'Unknown', error: 'Error' },
    reads: ['backchannel-transaction'],
  },
  BackchannelNotificationNode: {
    name: 'Backchannel Notification',
    fields: { dataKey: 'Data Key' },
    defaults: {},
    outcomes: { success: 'Success', error: 'Error' },
  },
  PollingWaitNode: {
    name: 'Polling Wait Node',
    fields: {
      secondsToWait: 'Seconds To Wait',
      spamDetectionEnabled: 'Enable Spam Detection',
      spamDetectionTolerance: 'Spam Tolerance',
      waitingMessage: 'Waiting Message',
      exitable: 'Exitable',
      exitMessage: 'Exit Message',
    },
    defaults: { secondsToWait: 8, spamDetectionEnabled: false, spamDetectionTolerance: 3, waitingMessage: {}, exitable: false, exitMessage: {} },
    outcomes: { DONE: 'Done' },
  },
  ConfigProviderNode: {
    name: 'Configuration Provider',
    fields: { nodeType: 'Node Type', nodeVersion: 'Node Version', script: 'Script', scriptInputs: 'Script Inputs' },
    defaults: { nodeVersion: 1, scriptInputs: ['*'] },
    outcomes: { CONFIGURATION_FAILED: 'Configuration failure' },
    reads: ['*'],
  },
  ScriptedDecisionNode: {
    name: 'Scripted Decision',
    fields: { script: 'Script', outcomes: 'Outcomes', inputs: 'Script Inputs', outputs: 'Script Outputs' },
    defaults: { outcomes: [], inputs: ['*'], outputs: ['*'] },
    outcomes: {},
    reads: ['*'],
    writes: ['shared *'],
  },
  MessageNode: {
    name: 'Message Node',
    fields: { message: 'Message', messageYes: 'Positive answer', messageNo: 'Negative answer', stateField: 'Shared State Property Name' },
    defaults: { message: {}, messageYes: {}, messageNo: {} },
    outcomes: trueFalse,
  },
  PageNode: {
    name: 'Page Node',
    fields: { pageHeader: 'Page Header', pageDescription: 'Page Description', stage: 'Stage', nodes: 'Nodes' },
    defaults: { pageHeader: {}, pageDescription: {}, nodes: [] },
    outcomes: {},
  },
  DisplayUserNameNode: {
    name: 'Display Username',
    fields: { userName: 'User Name', identityAttribute: 'Identity Attribute' },
    defaults: { userName: 'userName', identityAttribute: 'mail' },
    outcomes: single,
    reads: ['objectAttributes', 'username'],
  },
  ValidatedUsernameNode: {
    name: 'Platform Username',
    fields: {
      validateInput: 'Validate username',
      usernameAttribute: 'Username Attribute',
      prepopulate: 'Prepopulate Username',
      autocompleteValues: 'Autocomplete Values',
    },
    defaults: { validateInput: false, usernameAttribute: 'userName' },
    outcomes: single,
    writes: ['shared username', 'shared objectAttributes'],
  },
  ValidatedPasswordNode: {
    name: 'Platform Password',
    fields: { validateInput: 'Validate password', passwordAttribute: 'Password Attribute' },
    defaults: { validateInput: false, passwordAttribute: 'password' },
    outcomes: single,
    writes: ['transient password', 'transient objectAttributes'],
  },
  UsernameCollectorNode: {
    name: 'Username Collector',
    fields: { autocompleteValues: 'Autocomplete Values', prepopulate: 'Prepopulate' },
    defaults: {},
    outcomes: single,
    writes: ['shared username'],
  },
  PasswordCollectorNode: { name: 'Password Collector', fields: {}, defaults: {}, outcomes: single, writes: ['transient password'] },
  AttributeCollectorNode: {
    name: 'Attribute Collector',
    fields: {
      attributesToCollect: 'Attributes to Collect',
      required: 'All Attributes Required',
      validateInputs: 'Validate Input',
      identityAttribute: 'Identity Attribute',
    },
    defaults: { required: false, validateInputs: false, identityAttribute: 'userName' },
    outcomes: single,
    reads: ['objectAttributes', 'username'],
    writes: ['shared objectAttributes'],
  },
  IdentifyExistingUserNode: {
    name: 'Identify Existing User',
    fields: { identifier: 'Identifier', identityAttribute: 'Identity Attribute' },
    defaults: { identifier: 'userName', identityAttribute: 'mail' },
    outcomes: trueFalse,
    reads: ['objectAttributes', 'username'],
    writes: ['shared _id', 'shared username', 'shared objectAttributes', 'transient aliasList'],
  },
  IdentityStoreDecisionNode: {
    name: 'Identity Store Decision',
    fields: {
      minimumPasswordLength: 'Minimum Password Length',
      useUniversalIdForUsername: 'Username as Universal Identifier',
      mixedCaseForPasswordChangeMessages: 'Use mixed case for password change messages',
    },
    defaults: { minimumPasswordLength: 8, useUniversalIdForUsername: false, mixedCaseForPasswordChangeMessages: false },
    outcomes: { TRUE: 'True', FALSE: 'False', LOCKED: 'Locked', CANCELLED: 'Cancelled', EXPIRED: 'Expired' },
    reads: ['username', 'password', 'lastModuleState'],
    writes: ['shared lastModuleState', 'transient password'],
  },
  DataStoreDecisionNode: { name: 'Data Store Decision', fields: {}, defaults: {}, outcomes: trueFalse, reads: ['username', 'password'] },
  SetSessionPropertiesNode: {
    name: 'Set Session Properties',
    fields: { properties: 'Properties', maxSessionTime: 'Maximum Session Time', maxIdleTime: 'Maximum Idle Time' },
    defaults: { properties: {} },
    outcomes: single,
  },
  ChoiceCollectorNode: {
    name: 'Choice Collector',
    fields: { choices: 'Choices', defaultChoice: 'Default Choice', prompt: 'Prompt' },
    defaults: {},
    outcomes: {},
  },
  SetStateNode: { name: 'Set State', fields: { attributes: 'Attributes' }, defaults: { attributes: {} }, outcomes: single },
  MetadataNode: { name: 'State metadata', fields: { attributes: 'Attributes' }, defaults: { attributes: [] }, outcomes: single },
  DebugNode: {
    name: 'Debug Node',
    fields: { popupEnabled: 'Enable Debug Popup' },
    defaults: { popupEnabled: true },
    outcomes: single,
    reads: ['*'],
  },
  FlowControlNode: {
    name: 'Flow Control',
    fields: { percentageA: 'Percentage A', outcomeADisplayName: 'Outcome A Display Name', outcomeBDisplayName: 'Outcome B Display Name' },
    defaults: { percentageA: 50, outcomeADisplayName: 'A', outcomeBDisplayName: 'B' },
    outcomes: { A: 'A', B: 'B' },
  },
  TimerStartNode: {
    name: 'Timer Start',
    fields: { startTimeProperty: 'Start Time Property' },
    defaults: { startTimeProperty: 'TimerNodeStartTime' },
    outcomes: single,
    writes: ['shared TimerNodeStartTime'],
  },
  TimerStopNode: {
    name: 'Timer Stop',
    fields: { startTimeProperty: 'Start Time Property', metricKey: 'Metric Key' },
    defaults: { startTimeProperty: 'TimerNodeStartTime' },
    outcomes: single,
    reads: ['TimerNodeStartTime'],
  },
  MeterNode: { name: 'Meter', fields: { metricKey: 'Metric Key' }, defaults: {}, outcomes: single },
  RetryLimitDecisionNode: {
    name: 'Retry Limit Decision',
    fields: { retryLimit: 'Retry Limit', incrementUserAttributeOnFailure: 'Save Retry Limit to User' },
    defaults: { retryLimit: 3, incrementUserAttributeOnFailure: true },
    outcomes: { Retry: 'Retry', Reject: 'Reject' },
    reads: ['username'],
  },
  ModifyAuthLevelNode: {
    name: 'Modify Auth Level',
    fields: { authLevelIncrement: 'Value To Add' },
    defaults: {},
    outcomes: single,
    reads: ['authLevel'],
    writes: ['shared authLevel'],
  },
  AnonymousUserNode: {
    name: 'Anonymous User Mapping',
    fields: { anonymousUserName: 'Anonymous User Name' },
    defaults: { anonymousUserName: 'anonymous' },
    outcomes: single,
    writes: ['shared username'],
  },
  SetSuccessUrlNode: { name: 'Success URL', fields: { successUrl: 'Success URL' }, defaults: {}, outcomes: single, writes: ['shared successUrl'] },
  SetFailureUrlNode: { name: 'Failure URL', fields: { failureUrl: 'Failure URL' }, defaults: {}, outcomes: single, writes: ['shared failureUrl'] },
  SetSuccessDetailsNode: {
    name: 'Set Success Details',
    fields: { successDetails: 'Success Details', sessionProperties: 'Session Properties' },
    defaults: { successDetails: {}, sessionProperties: {} },
    outcomes: single,
  },
  SetFailureDetailsNode: {
    name: 'Set Failure Details',
    fields: { failureMessage: 'Failure Message', failureDetails: 'Failure Details' },
    defaults: { failureMessage: {}, failureDetails: {} },
    outcomes: single,
  },
  InnerTreeEvaluatorNode: {
    name: 'Inner Tree Evaluator',
    fields: { tree: 'Tree Name', displayErrorOutcome: 'Display Error Outcome' },
    defaults: { displayErrorOutcome: false },
    outcomes: trueFalse,
  },
};

describe.each(Object.entries(facts))('a new %s', (type, expected) => {
  const definition = definitionOf(type);
  const config = defaultConfig(definition.fields);

  test('has its name', () => {
    expect(definition).toMatchObject({ type, name: expected.name });
  });

  test('shows its fields in order under AM labels', () => {
    expect(Object.entries(definition.fields).map(([id, { label }]) => [id, label])).toEqual(Object.entries(expected.fields));
  });

  test('starts with these values', () => {
    expect(config).toEqual(expected.defaults);
  });

  test('has these outcomes in order', () => {
    expect(outcomesFor(definition, config).map(({ id, displayName }) => [id, displayName])).toEqual(Object.entries(expected.outcomes));
  });

  test('declares the state that it reads and writes', () => {
    expect(definition.reads(config)).toEqual(expected.reads ?? []);
    expect(definition.writes(config).map(({ key, scope }) => `${scope} ${key}`)).toEqual(expected.writes ?? []);
  });
});

test.each<[type: string, config: JsonObject, summary: string]>([
  ['BackchannelNotificationNode', { dataKey: 'transaction:notify' }, 'transaction:notify'],
  ['ConfigProviderNode', { nodeType: 'PollingWaitNode' }, 'as PollingWaitNode'],
  ['MessageNode', { message: { en: 'Hello' } }, 'Hello'],
  ['MessageNode', {}, 'Default message'],
  ['PageNode', { pageHeader: { en: 'Sign in' }, nodes: [{ _id: 'a', nodeType: 'PasswordCollectorNode' }] }, 'Sign in · 1 node'],
  ['PageNode', {}, '0 nodes'],
  ['ValidatedUsernameNode', { validateInput: true }, 'userName · validated'],
  ['ValidatedPasswordNode', {}, 'password'],
  ['AttributeCollectorNode', { attributesToCollect: ['mail', 'sn'], required: true }, 'mail, sn · required'],
  ['IdentifyExistingUserNode', {}, 'mail → userName'],
  ['InnerTreeEvaluatorNode', { tree: 'Inner' }, 'Inner'],
  ['ChoiceCollectorNode', { prompt: 'How?', choices: ['a'] }, 'How?'],
  ['SetStateNode', { attributes: { colour: 'blue', size: '2' } }, 'colour, size'],
  ['MetadataNode', { attributes: ['mail', 'sn'] }, 'mail, sn'],
  ['DebugNode', {}, ''],
  ['DebugNode', { popupEnabled: false }, 'log only'],
  ['FlowControlNode', { percentageA: 10 }, '10 % A'],
  ['FlowControlNode', { percentageA: 'x' }, '50 % A'],
  ['TimerStartNode', {}, 'TimerNodeStartTime'],
  ['TimerStopNode', { metricKey: 'login.time' }, 'login.time'],
  ['MeterNode', { metricKey: 'login' }, 'login'],
  ['RetryLimitDecisionNode', {}, '3 times'],
  ['RetryLimitDecisionNode', { retryLimit: null, incrementUserAttributeOnFailure: false }, '3 times · this journey only'],
  ['ModifyAuthLevelNode', { authLevelIncrement: 5 }, '+5'],
  ['ModifyAuthLevelNode', { authLevelIncrement: -5 }, '-5'],
  ['ModifyAuthLevelNode', {}, ''],
  ['AnonymousUserNode', {}, 'anonymous'],
  ['SetSuccessUrlNode', { successUrl: '/home' }, '/home'],
  ['SetFailureUrlNode', { failureUrl: '/sorry' }, '/sorry'],
  ['SetSuccessDetailsNode', { successDetails: { a: '1' }, sessionProperties: { b: 'c' } }, 'a, b'],
  ['SetFailureDetailsNode', { failureMessage: { en: 'No.' }, failureDetails: { code: '7' } }, 'No. · code'],
])('%s with %j says on the canvas: %s', (type, config, summary) => {
  const definition = definitionOf(type);
  expect(definition.summary({ ...defaultConfig(definition.fields), ...config })).toBe(summary);
});

test('pages and inner journeys do not stand in a page', () => {
  expect(definitionOf('PageNode').inPage).toBe('unsupported');
  expect(definitionOf('InnerTreeEvaluatorNode').inPage).toBe('unsupported');
  expect(definitionOf('PollingWaitNode').inPage).toBe('allowed');
});
