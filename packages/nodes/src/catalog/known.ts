import type { JsonObject, Outcome } from '@tandem/journey';
import type { ConfigField, ConfigFields } from '../config.ts';
import { singleOutcome, trueFalse } from '../support/outcomes.ts';

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

function oneOf(label: string, values: readonly string[]): ConfigField {
  return { kind: 'enum', label, default: values[0] ?? '', options: values.map((value) => ({ value, label: value })) };
}
function off(label: string): ConfigField {
  return { kind: 'boolean', label, default: false };
}

/** Properties, defaults and outcomes from AM 8.0.2's source, by type. */
export const knownFacts: Readonly<Record<string, KnownFacts>> = {
  AcceptTermsAndConditionsNode: facts(singleOutcome),
  AccountActiveDecisionNode: facts(trueFalse),
  AccountLockoutNode: facts(singleOutcome, { lockAction: oneOf('Lock Action', ['LOCK', 'UNLOCK']) }),
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
  CreateObjectNode: facts(ids(['CREATED', 'Created'], ['FAILURE', 'Failed']), { identityResource }),
  IncrementLoginCountNode: facts(singleOutcome, { identityAttribute: userName }),
  LoginCountDecisionNode: facts(trueFalse, {
    interval: oneOf('Interval', ['AT', 'EVERY']),
    amount: { kind: 'integer', label: 'Amount', default: 25, min: 1 },
    identityAttribute: { kind: 'string', label: 'Identity Attribute', default: 'userName' },
  }),
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
};
