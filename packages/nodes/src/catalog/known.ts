import type { JsonObject, Outcome } from '@tandem/journey';
import type { ConfigField, ConfigFields } from '../config.ts';
import { singleOutcome, trueFalse } from '../support/outcomes.ts';
import { text, texts } from '../support/values.ts';

/** What is known of a type that is not executed here. */
export interface KnownFacts {
  fields: ConfigFields;
  outcomes(config: JsonObject): Outcome[];
  /** null: free-form. */
  allOutcomes: readonly Outcome[] | null;
}

function facts(outcomes: readonly Outcome[], fields: ConfigFields = {}): KnownFacts {
  return { fields, outcomes: () => [...outcomes], allOutcomes: outcomes };
}

function ids(...pairs: (readonly [id: string, displayName: string])[]): Outcome[] {
  return pairs.map(([id, displayName]) => ({ id, displayName }));
}

const userName: ConfigField = { kind: 'string', label: 'Identity Attribute', required: true, default: 'userName' };
const identityResource: ConfigField = { kind: 'string', label: 'Identity Resource', required: true, default: 'managed/user' };
const startTime: ConfigField = { kind: 'stateKey', label: 'Start Time Property', required: true, default: 'TimerNodeStartTime' };
const metricKey: ConfigField = { kind: 'string', label: 'Metric Key', required: true };

function oneOf(label: string, values: readonly string[]): ConfigField {
  return { kind: 'enum', label, default: values[0] ?? '', options: values.map((value) => ({ value, label: value })) };
}
function off(label: string): ConfigField {
  return { kind: 'boolean', label, default: false };
}
function perLocale(label: string): ConfigField {
  return { kind: 'localized', label, default: {} };
}

/** Properties, defaults and outcomes from AM 8.0.2's source, by type. */
export const knownFacts: Readonly<Record<string, KnownFacts>> = {
  AcceptTermsAndConditionsNode: facts(singleOutcome),
  AccountActiveDecisionNode: facts(trueFalse),
  AccountLockoutNode: facts(singleOutcome, { lockAction: oneOf('Lock Action', ['LOCK', 'UNLOCK']) }),
  AnonymousUserNode: facts(singleOutcome, {
    anonymousUserName: { kind: 'string', label: 'Anonymous User Name', required: true, default: 'anonymous' },
  }),
  AttributePresentDecisionNode: facts(trueFalse, {
    presentAttribute: { kind: 'string', label: 'Present Attribute', required: true, default: 'password' },
    identityAttribute: userName,
  }),
  AttributeValueDecisionNode: facts(trueFalse, {
    comparisonAttribute: { kind: 'string', label: 'Comparison Attribute', required: true },
    comparisonOperation: oneOf('Comparison Operation', ['EQUALS', 'PRESENT']),
    comparisonValue: { kind: 'string', label: 'Comparison Value', when: { field: 'comparisonOperation', in: ['EQUALS'] } },
    identityAttribute: userName,
  }),
  ChoiceCollectorNode: {
    fields: {
      choices: { kind: 'outcomes', label: 'Choices', required: true },
      defaultChoice: { kind: 'string', label: 'Default Choice', required: true },
      prompt: { kind: 'string', label: 'Prompt', required: true },
    },
    outcomes: (config) => texts(config, 'choices').map((id) => ({ id, displayName: id })),
    allOutcomes: null,
  },
  CreateObjectNode: facts(ids(['CREATED', 'Created'], ['FAILURE', 'Failed']), { identityResource }),
  DebugNode: facts(singleOutcome, { popupEnabled: { kind: 'boolean', label: 'Popup Enabled', default: true } }),
  FlowControlNode: {
    fields: {
      percentageA: { kind: 'integer', label: 'Percentage A', required: true, default: 50, min: 0, max: 100, unit: '%' },
      outcomeADisplayName: { kind: 'string', label: 'Outcome A Display Name', default: 'A' },
      outcomeBDisplayName: { kind: 'string', label: 'Outcome B Display Name', default: 'B' },
    },
    outcomes: (config) => ids(['A', text(config, 'outcomeADisplayName') || 'A'], ['B', text(config, 'outcomeBDisplayName') || 'B']),
    allOutcomes: ids(['A', 'A'], ['B', 'B']),
  },
  IncrementLoginCountNode: facts(singleOutcome, { identityAttribute: userName }),
  LoginCountDecisionNode: facts(trueFalse, {
    interval: oneOf('Interval', ['AT', 'EVERY']),
    amount: { kind: 'integer', label: 'Amount', default: 25, min: 1 },
    identityAttribute: { kind: 'string', label: 'Identity Attribute', default: 'userName' },
  }),
  MetadataNode: facts(singleOutcome, { attributes: { kind: 'stringList', label: 'Attributes' } }),
  MeterNode: facts(singleOutcome, { metricKey }),
  ModifyAuthLevelNode: facts(singleOutcome, { authLevelIncrement: { kind: 'integer', label: 'Value To Add' } }),
  PatchObjectNode: facts(ids(['PATCHED', 'Patched'], ['FAILURE', 'Failed']), {
    patchAsObject: off('Patch As Object'),
    ignoredFields: { kind: 'stringList', label: 'Ignored Fields', default: [] },
    identityResource,
    identityAttribute: userName,
  }),
  QueryFilterDecisionNode: facts(trueFalse, {
    queryFilter: { kind: 'string', label: 'Query Filter', required: true, placeholder: 'mail eq "user@example.com"' },
    identityAttribute: userName,
  }),
  RetryLimitDecisionNode: facts(ids(['Retry', 'Retry'], ['Reject', 'Reject']), {
    retryLimit: { kind: 'integer', label: 'Retry Limit', default: 3, min: 1 },
    incrementUserAttributeOnFailure: { kind: 'boolean', label: 'Save Retry Limit to User', default: true },
  }),
  SetFailureDetailsNode: facts(singleOutcome, {
    failureMessage: perLocale('Failure Message'),
    failureDetails: { kind: 'stringMap', label: 'Failure Details', default: {} },
  }),
  SetFailureUrlNode: facts(singleOutcome, { failureUrl: { kind: 'string', label: 'Failure URL', required: true } }),
  SetStateNode: facts(singleOutcome, { attributes: { kind: 'stringMap', label: 'Attributes', default: {} } }),
  SetSuccessDetailsNode: facts(singleOutcome, {
    successDetails: { kind: 'stringMap', label: 'Success Details', default: {} },
    sessionProperties: { kind: 'stringMap', label: 'Session Properties', default: {} },
  }),
  SetSuccessUrlNode: facts(singleOutcome, { successUrl: { kind: 'string', label: 'Success URL', required: true } }),
  TimerStartNode: facts(singleOutcome, { startTimeProperty: startTime }),
  TimerStopNode: facts(singleOutcome, { startTimeProperty: startTime, metricKey }),
};
