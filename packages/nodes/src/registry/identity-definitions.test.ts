import { describe, expect, test } from 'vitest';
import { defaultConfig, validateConfig } from '../config.ts';
import { definitionOf, isExecuted, outcomesFor } from '../lookup.ts';

/** What a tenant shows for the identity nodes: labels in order, defaults, outcomes. */
const identity = 'Identity Attribute';
const facts: Record<string, { fields: Record<string, string>; defaults: object; outcomes: string[]; writes?: string[]; summary: string }> = {
  AccountLockoutNode: { fields: { lockAction: 'Lock Action' }, defaults: { lockAction: 'LOCK' }, outcomes: ['outcome'], summary: 'Lock' },
  AccountActiveDecisionNode: { fields: {}, defaults: {}, outcomes: ['true', 'false'], summary: '' },
  AttributePresentDecisionNode: {
    fields: { presentAttribute: 'Present Attribute', identityAttribute: identity },
    defaults: { presentAttribute: 'password', identityAttribute: 'userName' },
    outcomes: ['true', 'false'],
    summary: 'password',
  },
  AttributeValueDecisionNode: {
    fields: {
      comparisonAttribute: 'Comparison Attribute',
      comparisonOperation: 'Comparison Operation',
      comparisonValue: 'Comparison Value',
      identityAttribute: identity,
    },
    defaults: { comparisonOperation: 'EQUALS', identityAttribute: 'userName' },
    outcomes: ['true', 'false'],
    summary: ' = ',
  },
  QueryFilterDecisionNode: {
    fields: { queryFilter: 'Query Filter', identityAttribute: identity },
    defaults: { identityAttribute: 'userName' },
    outcomes: ['true', 'false'],
    summary: '',
  },
  IncrementLoginCountNode: {
    fields: { identityAttribute: identity },
    defaults: { identityAttribute: 'userName' },
    outcomes: ['outcome'],
    summary: '',
  },
  LoginCountDecisionNode: {
    fields: { interval: 'Interval', amount: 'Amount', identityAttribute: identity },
    defaults: { interval: 'AT', amount: 25, identityAttribute: 'userName' },
    outcomes: ['true', 'false'],
    summary: 'at 25',
  },
  CreateObjectNode: {
    fields: { identityResource: 'Identity Resource' },
    defaults: { identityResource: 'managed/user' },
    outcomes: ['CREATED', 'FAILURE'],
    writes: ['shared _id'],
    summary: 'managed/user',
  },
  PatchObjectNode: {
    fields: {
      patchAsObject: 'Patch As Object',
      ignoredFields: 'Ignored Fields',
      identityResource: 'Identity Resource',
      identityAttribute: identity,
    },
    defaults: { patchAsObject: false, ignoredFields: [], identityResource: 'managed/user', identityAttribute: 'userName' },
    outcomes: ['PATCHED', 'FAILURE'],
    summary: 'managed/user',
  },
  AcceptTermsAndConditionsNode: {
    fields: {},
    defaults: {},
    outcomes: ['outcome'],
    writes: ['shared termsVersion', 'shared termsAccepted'],
    summary: '',
  },
  KbaCreateNode: {
    fields: { message: 'Purpose Message', allowUserDefinedQuestions: 'Allow User-Defined Questions' },
    defaults: { message: {}, allowUserDefinedQuestions: true },
    outcomes: ['outcome'],
    writes: ['transient objectAttributes'],
    summary: '',
  },
  KbaDecisionNode: { fields: { identityAttribute: identity }, defaults: { identityAttribute: 'userName' }, outcomes: ['true', 'false'], summary: '' },
  KbaVerifyNode: {
    fields: { kbaInfoAttribute: 'KBA Attribute', identityAttribute: identity },
    defaults: { kbaInfoAttribute: 'kbaInfo', identityAttribute: 'userName' },
    outcomes: ['true', 'false'],
    summary: '',
  },
};

describe.each(Object.entries(facts))('a new %s', (type, expected) => {
  const definition = definitionOf(type);
  const config = defaultConfig(definition.fields);

  test('has its fields in order, its defaults and its outcomes, and is executed', () => {
    expect(Object.entries(definition.fields).map(([id, { label }]) => [id, label])).toEqual(Object.entries(expected.fields));
    expect(config).toEqual(expected.defaults);
    expect(outcomesFor(definition, config).map(({ id }) => id)).toEqual(expected.outcomes);
    expect(definition.allOutcomes?.map(({ id }) => id)).toEqual(expected.outcomes);
    expect(isExecuted(type)).toBe(true);
  });

  test('says what it writes, and what stands on the canvas', () => {
    expect(definition.writes(config).map(({ key, scope }) => `${scope} ${key}`)).toEqual(expected.writes ?? []);
    expect(definition.summary(config)).toBe(expected.summary);
  });

  test('is valid but for what must be chosen', () => {
    const open = Object.entries(definition.fields).filter(([id, { required }]) => required && config[id] === undefined);
    expect(validateConfig(definition.fields, config).map(({ field }) => field)).toEqual(open.map(([id]) => id));
  });
});

test.each([
  ['AccountLockoutNode', { lockAction: 'UNLOCK' }, 'Unlock'],
  ['AttributeValueDecisionNode', { comparisonAttribute: 'city', comparisonValue: 'Bath' }, 'city = Bath'],
  ['AttributeValueDecisionNode', { comparisonAttribute: 'city', comparisonOperation: 'PRESENT' }, 'city · present'],
  ['LoginCountDecisionNode', { interval: 'EVERY', amount: 3 }, 'every 3'],
  ['PatchObjectNode', { patchAsObject: true, ignoredFields: ['mail'], identityResource: '' }, 'managed/user · as the user · without mail'],
  ['KbaCreateNode', { message: { en: 'Choose' } }, 'Choose'],
  ['KbaVerifyNode', { kbaInfoAttribute: 'secrets' }, 'secrets'],
])('%s with %j says on the canvas: %s', (type, config, summary) => {
  expect(definitionOf(type).summary(config)).toBe(summary);
});
